/** Reports unexpected errors to an error tracker. Expected failures are counted instead. */
export abstract class ErrorReports {
  /** Never throws or blocks. The same error object is reported once. */
  abstract report(error: unknown, about?: ReportContext): void;
  /** Resolves when all reports are sent, or after a short timeout. Later reports are dropped. */
  abstract stop(): Promise<void>;
}

export interface ReportContext {
  /** The trace id of the request in the log. */
  readonly traceId?: string;
  /** An uncaught exception: the process shuts down. */
  readonly fatal?: boolean;
}

/** For a process without an error tracker. */
export const NO_ERROR_REPORTS: ErrorReports = {
  report: () => undefined,
  stop: () => Promise.resolve(),
};
