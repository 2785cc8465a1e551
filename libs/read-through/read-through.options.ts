import type { Clock } from '@app/clock/clock.js';
import type { Priority } from '@app/load/priority.js';
import type { ReadThroughEvents } from './read-through-events.js';
import type { SharedStore } from './shared-store.js';
import type { Window } from './window.js';

/** What a source gives: a value, and how long it may serve. */
export interface Loaded<T> {
  readonly value: T;
  readonly window: Window;
}

/**
 * Asks the source once. It keeps its own deadline: others may be waiting for the same answer.
 * @throws NotAdmittedError when its caller may not ask; any other error is the source's failure
 */
export type Load<T> = (priority: Priority) => Promise<Loaded<T>>;

/** A value as the text that processes share. */
export interface Codec<T> {
  readonly encode: (value: T) => string;
  /** Undefined for a text that this release cannot read. */
  readonly decode: (text: string) => T | undefined;
}

/** What a cache of one kind of record is made of. */
export interface ReadThroughOptions<T> {
  /** Names the cache in shared keys and in events. */
  readonly name: string;
  readonly codec: Codec<T>;
  readonly store: SharedStore;
  readonly clock: Clock;
  /** How many records this process remembers. */
  readonly maxEntries: number;
  /** Uniform in [0, 1); for the jitter of windows. */
  readonly random: () => number;
  readonly events: ReadThroughEvents;
}
