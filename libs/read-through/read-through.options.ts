import type { Clock } from '@app/clock/clock.js';
import type { LoadError } from '@app/load/load.error.js';
import type { Priority } from '@app/load/priority.js';
import type { ReadThroughEvents } from './read-through-events.js';
import type { SharedStore } from './shared-store.js';
import type { Window } from './window.js';

/** A value of the source, and how long it may be served. */
export interface Loaded<T> {
  readonly value: T;
  readonly window: Window;
}

/**
 * Calls the source once, with a deadline of its own: other callers may wait for the same load.
 * @throws NotAdmittedError when its caller may not call the source; any other error is a failure of it
 */
export type Load<T> = (priority: Priority) => Promise<Loaded<T>>;

/**
 * Why the source would refuse the call now, as far as this process knows, without calling it; undefined
 * when it would not.
 */
export type Refusal = () => LoadError | undefined;

/** Converts a value to the text that processes share, and back. */
export interface Codec<T> {
  readonly encode: (value: T) => string;
  /**
   * Undefined for a text that this release cannot read.
   * @param loadedAtMs when the value was loaded, in ms since the epoch
   */
  readonly decode: (text: string, loadedAtMs: number) => T | undefined;
}

/** Options of a cache for one kind of record. */
export interface ReadThroughOptions<T> {
  /** Names the cache in shared keys and in events. */
  readonly name: string;
  readonly codec: Codec<T>;
  /** A shared record that claims to serve for longer, before jitter, counts as absent. */
  readonly longestWindow: Window;
  readonly store: SharedStore;
  readonly clock: Clock;
  /** How many records this process keeps in memory. */
  readonly maxEntries: number;
  /** Uniform in [0, 1); for the jitter of windows. */
  readonly random: () => number;
  readonly events: ReadThroughEvents;
}
