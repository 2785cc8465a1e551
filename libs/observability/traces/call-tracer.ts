/** What a trace tells of a call to another service: nothing that could hold who asked, or for what. */
export interface CallDescription {
  /** Of few values: `GET thing`. */
  readonly name: string;
  readonly method: string;
  /** Only its host and port are told. */
  readonly url: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A call under way. */
export interface TracedCall {
  /** To be sent, so that the other service continues the trace (W3C Trace Context). */
  readonly headers: Readonly<Record<string, string>>;
  readonly answered: (status: number) => void;
}

/** Follows calls to other services. */
export abstract class CallTracer {
  /** Makes a call as part of the request that caused it; whatever it throws is told by its code. */
  abstract trace<T>(about: CallDescription, make: (call: TracedCall) => Promise<T>): Promise<T>;
}

const UNTRACED_CALL: TracedCall = { headers: {}, answered: () => undefined };

/** Where nobody follows. */
export const NO_CALL_TRACER: CallTracer = { trace: (_about, make) => make(UNTRACED_CALL) };
