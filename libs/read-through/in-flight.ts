import type { LoadResult } from './coordinator.js';
import type { Load, Refusal } from './read-through.options.js';

/** How to load a record, and whether the source would refuse. */
export interface Source<T> {
  readonly load: Load<T>;
  readonly refusal: Refusal;
}

/** The one load of a key in this process, and how many callers wait for it. */
export interface InFlight<T> {
  readonly result: Promise<LoadResult<T>>;
  readonly waiting: { callers: number };
}
