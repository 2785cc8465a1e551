/** Tells people of errors that nobody foresaw. An expected failure is none: it is counted, not reported. */
export abstract class ErrorReports {
  /** Never throws, and nobody waits for it. The same error object is reported once, however often it comes. */
  abstract report(error: unknown, about?: ReportContext): void;
  /** Resolves when all is sent, or soon; nothing is reported afterwards. */
  abstract stop(): Promise<void>;
}

export interface ReportContext {
  /** Under which the log has the request. */
  readonly traceId?: string;
  /** Nobody caught it: the process ends. */
  readonly fatal?: boolean;
}

/** Where nobody is to be told. */
export const NO_ERROR_REPORTS: ErrorReports = {
  report: () => undefined,
  stop: () => Promise.resolve(),
};
