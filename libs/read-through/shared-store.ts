import type { LoadError } from '@app/load/load.error.js';

/** A record as processes share it: the instants of an entry, and the value as text. */
export interface SharedRecord {
  readonly loadedAtMs: number;
  readonly freshUntilMs: number;
  readonly staleUntilMs: number;
  readonly deadAtMs: number;
  readonly text: string;
}

/** The right to load one key, held by one caller over all processes for a short time. */
export interface Lease {
  readonly key: string;
  readonly token: string;
}

/** The store's answer to a caller that needs a record younger than the one it may hold. */
export type Claim =
  /** The record is young enough. */
  | { readonly kind: 'found'; readonly record: SharedRecord }
  /** Load it, then `settle`, `fail` or `release`; the older record may be served if the load fails. */
  | { readonly kind: 'leader'; readonly lease: Lease; readonly record: SharedRecord | undefined }
  /** Another caller is loading it. */
  | { readonly kind: 'follower'; readonly record: SharedRecord | undefined }
  /** Another caller's load just failed. */
  | {
      readonly kind: 'failed';
      readonly error: LoadError;
      readonly record: SharedRecord | undefined;
    }
  /** The store does not answer: each process loads for itself. */
  | { readonly kind: 'unavailable' };

/** How young a record must be: `fresh`, or not yet expired. */
export type Need = 'fresh' | 'usable';

/**
 * The store that all processes of a region share. Port. No method throws: a store that fails says
 * `unavailable`, or returns what the method documents. No method delays a caller for long.
 */
export abstract class SharedStore {
  /** One round trip: the record if it is young enough, else the lease if it is free. */
  abstract claim(key: string, need: Need): Promise<Claim>;

  /** One round trip: the record in whatever state, without a lease; undefined when there is none, or no store. */
  abstract find(key: string): Promise<SharedRecord | undefined>;

  /**
   * Stores a record and releases the lease.
   * @returns the record stored now: another one if the lease was lost and a newer load won
   */
  abstract settle(lease: Lease, record: SharedRecord): Promise<SharedRecord>;

  /** Releases the lease and, for `ttlMs`, passes the error on to the followers. */
  abstract fail(lease: Lease, error: LoadError, ttlMs: number): Promise<void>;

  /** Releases the lease without a result: the next caller may load. */
  abstract release(lease: Lease): Promise<void>;

  /** False when another caller holds the lease. */
  abstract renew(lease: Lease): Promise<boolean>;

  /** Removes a found record whose text cannot be read, unless another one took its place. */
  abstract discard(key: string, record: SharedRecord): Promise<void>;
}
