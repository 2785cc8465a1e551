import type { Position } from '@app/cells/position.js';
import type { CacheResult } from '@app/read-through/read-through.js';
import type { Place } from './places/place.js';
import type { ProviderIdentity } from './provider-identity.js';

/** Where something was read. */
export interface Location {
  readonly place: Place;
  /** Of the cell: all that an answer ever says of where the watch is. */
  readonly centre: Position;
  readonly provider: ProviderIdentity;
}

/** One dataset at a position: the record of the cache, how it was obtained, and where it is of. */
export interface Reading<T> extends CacheResult<T> {
  readonly location: Location;
}

/** No provider can answer; worth asking again in `forMs`. */
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
    location,
  };
}
