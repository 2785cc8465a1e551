import { compactCodec, type CompactCodec } from '@app/read-through/compact-codec.js';
import type { FreshnessRule } from '@app/read-through/freshness-rule.js';
import type { Codec } from '@app/read-through/read-through.options.js';
import { flat, type ReadField } from '@app/read-through/record-shape.js';
import { DAY_MS } from '../durations.js';
import * as is from '../values/field-readers.js';
import type { Place } from './place.js';
import { readPosition, readUtcOffset } from './place-fields.js';

/** The place of a cell; null where there is none (negative caching). */
export interface PlaceRecord {
  readonly place: Place | null;
  /** Taken from the neighbours of the cell, without a search. */
  readonly isInferred?: true;
}

const NO_PLACE = '-';
/** Before an inferred place. A release that does not know it searches instead. */
const INFERRED = '~';

/** @param isKey whether a text is a key of the provider's places */
export function placeCodec(isKey: (key: string) => boolean): CompactCodec<Place> {
  const readKey: ReadField<string> = (key) =>
    typeof key === 'string' && isKey(key) ? key : undefined;
  return compactCodec(
    flat<Place>({
      key: ['k', readKey, 'required'],
      name: ['n', is.text('placeName')],
      country: ['c', is.text('country')],
      timeZone: ['z', is.text('timeZone')],
      utcOffset: ['uo', readUtcOffset],
      position: ['p', readPosition],
      elevationMetres: ['el', is.number('elevation')],
      cityKey: ['ck', readKey],
      hasAlerts: ['a', is.flag],
      hasAirQuality: ['aq', is.flag],
      hasPollen: ['po', is.flag],
      hasMinutely: ['m', is.flag],
    }),
  );
}

/** Of places, and of cells without one. */
export function placeRecordCodec(places: Codec<Place>): Codec<PlaceRecord> {
  return {
    encode: ({ place, isInferred }) => {
      if (!place) return NO_PLACE;
      return isInferred ? INFERRED + places.encode(place) : places.encode(place);
    },
    decode: (text, loadedAtMs) => {
      if (text === NO_PLACE) return { place: null };
      const isInferred = text.startsWith(INFERRED);
      const place = places.decode(isInferred ? text.slice(INFERRED.length) : text, loadedAtMs);
      if (!place) return undefined;
      return isInferred ? { place, isInferred } : { place };
    },
  };
}

/** The freshness rules of search results (ADR 0006). */
export const PLACE_FRESHNESS = {
  place: fixedWindow(30 * DAY_MS, 30 * DAY_MS, 180 * DAY_MS),
  /** The search found nothing, and the cell keeps its place. */
  'kept-place': fixedWindow(DAY_MS, 30 * DAY_MS, 180 * DAY_MS),
  'no-place': fixedWindow(DAY_MS, 0, 0),
  redirect: fixedWindow(DAY_MS, 0, 0),
} as const satisfies Record<string, FreshnessRule>;

/** The results that are stored for a cell, for a city, and for a place that the provider no longer knows. */
export const PLACE_RECORD_KINDS = ['place', 'kept-place', 'no-place'] as const;
export const CITY_RECORD_KINDS = ['place', 'no-place'] as const;
export const REDIRECT_RECORD_KINDS = ['redirect'] as const;

function fixedWindow(
  freshForMs: number,
  revalidateForMs: number,
  errorForMs: number,
): FreshnessRule {
  return { freshAtLeastMs: freshForMs, freshAtMostMs: freshForMs, revalidateForMs, errorForMs };
}
