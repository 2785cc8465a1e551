/** The part of a call to another service that a trace shows: nothing about the user or the request. */
export interface CallDescription {
  /** Of low cardinality: `GET thing`. */
  readonly name: string;
  readonly method: string;
  /** Only its host and port are traced. */
  readonly url: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A running call. */
export interface TracedCall {
  readonly answered: (status: number) => void;
}

/**
 * Traces calls to other services. These get no trace context: it would tell them which calls belong to one request,
 * and an id that the caller chose.
 */
export abstract class CallTracer {
  /** Makes a call in a span of the request that caused it; an error is traced by its code. */
  abstract trace<T>(about: CallDescription, make: (call: TracedCall) => Promise<T>): Promise<T>;
}

const UNTRACED_CALL: TracedCall = { answered: () => undefined };

/** For a process without traces. */
export const NO_CALL_TRACER: CallTracer = { trace: (_about, make) => make(UNTRACED_CALL) };
