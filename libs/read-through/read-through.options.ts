import type { Clock } from '@app/clock/clock.js';
import type { LoadError } from '@app/load/load.error.js';
import type { Priority } from '@app/load/priority.js';
import type { Waiting } from '@app/load/waiting.js';
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
 * @param idleForMs how long ago the previous record ceased to be fresh; 0 when there is none
 * @param waiting the callers of this process that wait for the load
 * @throws NotAdmittedError when its caller may not call the source; any other error is a failure of it
 */
export type Load<T> = (
  priority: Priority,
  idleForMs: number,
  waiting: Waiting,
) => Promise<Loaded<T>>;

/**
 * Why the source would refuse the call now, as far as this process knows, without calling it; undefined
 * when it would not.
 */
export type Refusal = () => LoadError | undefined;

/**
 * Adds to a value that was just loaded what the source left out and the previous value still has.
 * @param nowMs milliseconds since the Unix epoch
 */
export type Complete<T> = (loaded: T, previous: T, nowMs: number) => T;

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
  /** Undefined when a loaded value replaces the previous one entirely. */
  readonly complete?: Complete<T> | undefined;
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
