import { TypedEmitter } from '@app/events/typed-emitter.js';

/** What happens in a cache, for metrics to count. Nothing is logged in here. */
export type ReadThroughEvent =
  | { readonly name: ServedName; readonly cache: string; readonly ageMs: number }
  | { readonly name: BackgroundName; readonly cache: string }
  /** A load failed in a way that no source fails, and a copy hides it from who asked. */
  | { readonly name: 'bug'; readonly cache: string; readonly error: unknown }
  /** What all processes share can be used, or cannot. */
  | { readonly name: 'store-up' | 'store-down' };

/** How a record was served; its age counts from the beginning of its load. */
export type ServedName =
  /** Served fresh. */
  | 'hit'
  /** Served stale while it is refreshed, or expired because the source failed. */
  | 'stale'
  | 'expired'
  /** Waited for the source, or for someone else's question to it. */
  | 'miss'
  | 'waited';

export type BackgroundName =
  /** The source answered, or did not, to a refresh that nobody waited for. */
  | 'refreshed'
  | 'refresh-failed'
  /** A load took so long that its lease passed to another process. */
  | 'lease-lost';

/** Events of all caches of the process. DI token. */
export class ReadThroughEvents extends TypedEmitter<ReadThroughEvent> {}
