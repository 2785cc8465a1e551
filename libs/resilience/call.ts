import type { Priority } from '@app/load/priority.js';

/** A question to a source, as far as its guard needs to know it. */
export interface Call {
  /** Which of the source's lanes it goes by: each has its own breaker and bulkhead. */
  readonly lane: string;
  readonly priority: Priority;
  /** The key that it carries. Only its fingerprint is kept. */
  readonly key?: string | undefined;
}

/** What the source answered. */
export interface Reply<T> {
  readonly value: T;
  /** The error code whose pause follows although the answer is good: no call is left after this one. */
  readonly warning?: string | undefined;
}

/**
 * Asks the source once, and ends when the signal says so.
 * @throws LoadError with a code of the table of consequences
 */
export type Attempt<T> = (signal: AbortSignal) => Promise<Reply<T>>;
