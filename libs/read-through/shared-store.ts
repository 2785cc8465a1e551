import type { LoadError } from '@app/load/load.error.js';

/** A record as every process sees it: the instants of an entry, and the value as text. */
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

/** What the store says to someone who needs a record younger than the one it may hold. */
export type Claim =
  /** The record is young enough. */
  | { readonly kind: 'found'; readonly record: SharedRecord }
  /** Load it, then `settle`, `fail` or `release`; an older record may serve if that goes wrong. */
  | { readonly kind: 'leader'; readonly lease: Lease; readonly record: SharedRecord | undefined }
  /** Somebody else is loading it. */
  | { readonly kind: 'follower'; readonly record: SharedRecord | undefined }
  /** Somebody else just tried, in vain. */
  | {
      readonly kind: 'failed';
      readonly error: LoadError;
      readonly record: SharedRecord | undefined;
    }
  /** There is no store to ask at the moment: everyone is on his own. */
  | { readonly kind: 'alone' };

/** How young a record must be to do: `fresh`, or at least within its revalidation time. */
export type Need = 'fresh' | 'usable';

/**
 * What all processes of a region share. Port. No method throws: a store in trouble is `alone`, or
 * says so by its answer, and it never holds a caller up.
 */
export abstract class SharedStore {
  /** One trip: the record if it will do, else the lease if it is free. */
  abstract claim(key: string, need: Need): Promise<Claim>;

  /**
   * Stores a record and gives the lease back.
   * @returns the record that stands now: another one, when the lease was lost and a newer load won
   */
  abstract settle(lease: Lease, record: SharedRecord): Promise<SharedRecord>;

  /** Gives the lease back and tells those who wait, for `holdMs`, that it was in vain. */
  abstract fail(lease: Lease, error: LoadError, holdMs: number): Promise<void>;

  /** Gives the lease back as if it had not been taken: the next to ask may load. */
  abstract release(lease: Lease): Promise<void>;

  /** False when the lease has passed to somebody else. */
  abstract renew(lease: Lease): Promise<boolean>;
}
