import type { Priority } from '@app/load/priority.js';

/** A call to a source, as far as its guard needs to know it. */
export interface Call {
  /** Which operation of the source it uses: each operation has its own breaker and bulkhead. */
  readonly operation: string;
  readonly priority: Priority;
  /** The API key that it carries. Only its fingerprint is kept. */
  readonly key?: string | undefined;
}

/** What the source answered. */
export interface Reply<T> {
  readonly value: T;
  /** An error code whose cooldown starts although the call succeeded: it used up the last quota. */
  readonly warning?: string | undefined;
}

/**
 * Calls the source once, and stops when the signal aborts.
 * @throws LoadError with a code of the failure policy
 */
export type Attempt<T> = (signal: AbortSignal) => Promise<Reply<T>>;
