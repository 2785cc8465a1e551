import type { Position } from '@app/cells/position.js';
import type { CacheResult } from '@app/read-through/cache-result.js';
import type { Place } from './places/place.js';
import type { ProviderIdentity } from './provider-identity.js';

/** The place and provider of a reading. */
export interface Location {
  readonly place: Place;
  /** Of the cell: no response contains a more precise position of the watch. */
  readonly centre: Position;
  readonly provider: ProviderIdentity;
}

/** One dataset at a position: the cached record, how it was obtained, and its location. */
export interface Reading<T> extends CacheResult<T> {
  readonly location: Location;
  /** How the place was found: never told to a watch, because it says whether another was in the same cell before. */
  readonly placeOutcome: CacheResult<T>['outcome'];
}

/** A reading without value, which expires after `forMs`. */
export function unknownReading(location: Location, nowMs: number, forMs: number): Reading<null> {
  const endsAtMs = nowMs + forMs;
  return {
    entry: {
      value: null,
      loadedAtMs: nowMs,
      freshUntilMs: endsAtMs,
      staleUntilMs: endsAtMs,
      deadAtMs: endsAtMs,
    },
    freshness: 'fresh',
    outcome: 'hit',
    placeOutcome: 'hit',
    location,
  };
}
