import type { Demand } from '@app/load/demand.js';

/** A call to a source, as far as its guard needs to know it. */
export interface Call extends Demand {
  /** Which operation of the source it uses: each operation has its own bulkhead. */
  readonly operation: string;
  /**
   * A form of the operation that the source may refuse although it grants another one. Each has its own
   * cooldowns.
   */
  readonly variant?: string | undefined;
  /** What is asked for: one item can fail alone. Not a secret; it appears in shared keys. */
  readonly item: string;
  /** The API key that it carries. Only its fingerprint is kept. */
  readonly credential?: string | undefined;
}

/** What a cooldown of an operation applies to, for people too. */
export function endpointOf({ operation, variant }: Call): string {
  return variant === undefined ? operation : `${operation}/${variant}`;
}

/**
 * Calls the source once, and stops when the signal aborts.
 * @throws LoadError with a code of the failure policy
 */
export type Attempt<T> = (signal: AbortSignal) => Promise<T>;
