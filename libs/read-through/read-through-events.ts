import { TypedEmitter } from '@app/events/typed-emitter.js';

/** What happens in a cache, for metrics. The cache itself logs nothing. */
export type ReadThroughEvent =
  | { readonly name: ServedName; readonly cache: string; readonly ageMs: number }
  | { readonly name: BackgroundName; readonly cache: string }
  /** A load failed unexpectedly, and the caller does not see it because a cached entry is served. */
  | { readonly name: 'bug'; readonly cache: string; readonly error: unknown }
  /** The shared store became available, or unavailable. */
  | { readonly name: 'store-up' | 'store-down' };

/** How a record was served; its age counts from the start of its load. */
export type ServedName =
  /** Served fresh. */
  | 'hit'
  /** Served stale while it is refreshed, or expired because the source failed. */
  | 'stale'
  | 'expired'
  /** The caller waited for its own call to the source, or for another caller's. */
  | 'miss'
  | 'waited';

export type BackgroundName =
  /** A background refresh succeeded or failed. */
  | 'refreshed'
  | 'refresh-failed'
  /** A load took so long that its lease passed to another process. */
  | 'lease-lost';

/** Events of all caches of the process. DI token. */
export class ReadThroughEvents extends TypedEmitter<ReadThroughEvent> {}
