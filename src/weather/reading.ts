import type { Position } from '@app/cells/position.js';
import type { Answer } from '@app/read-through/read-through.js';
import type { Place } from './places/place.js';
import type { Origin } from './providers/weather-provider.js';

/** `hit`: it was at hand; `miss`: the provider was asked for it; `waited`: someone else had asked. */
export type Outcome = 'hit' | 'miss' | 'waited';

/** How old something is, and how it was come by. Instants in milliseconds since the Unix epoch. */
export interface Age {
  readonly loadedAtMs: number;
  readonly freshUntilMs: number;
  readonly staleUntilMs: number;
  readonly deadAtMs: number;
  readonly freshness: 'fresh' | 'stale' | 'expired';
  readonly outcome: Outcome;
}

/** Where something was read. */
export interface Location {
  readonly place: Place;
  /** Of the cell: all that is ever told of where the watch is. */
  readonly centre: Position;
  readonly origin: Origin;
}

/** What is known about one dataset at a position. */
export interface Reading<T> extends Age, Location {
  readonly value: T;
}

/** A value together with where it was read; the place may have had to be waited for, too. */
export function readingOf<T>(
  { entry, freshness, outcome }: Answer<T>,
  { place, centre, origin }: Location,
  outcomeOfPlace: Outcome,
): Reading<T> {
  const { value, loadedAtMs, freshUntilMs, staleUntilMs, deadAtMs } = entry;
  return {
    value,
    place,
    centre,
    origin,
    loadedAtMs,
    freshUntilMs,
    staleUntilMs,
    deadAtMs,
    freshness,
    outcome: outcomeOfPlace === 'hit' ? outcome : outcomeOfPlace,
  };
}

/** Nobody can tell; worth asking again in `forMs`. */
export function unknownReading(spot: Location, nowMs: number, forMs: number): Reading<null> {
  const endsAtMs = nowMs + forMs;
  return {
    ...spot,
    value: null,
    loadedAtMs: nowMs,
    freshUntilMs: endsAtMs,
    staleUntilMs: endsAtMs,
    deadAtMs: endsAtMs,
    freshness: 'fresh',
    outcome: 'hit',
  };
}
