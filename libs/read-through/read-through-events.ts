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

type Listener = (event: ReadThroughEvent) => void;

/** Where caches tell what happens, and others listen. */
export class ReadThroughEvents {
  private readonly listeners: Listener[] = [];

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  report(event: ReadThroughEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
