import { compactCodec, type CompactCodec } from '@app/read-through/compact-codec.js';
import type { FreshnessRule } from '@app/read-through/freshness-rule.js';
import type { Codec } from '@app/read-through/read-through.options.js';
import { flat } from '@app/read-through/record-shape.js';
import { DAY_MS } from '../durations.js';
import * as is from '../values/field-readers.js';
import type { Place } from './place.js';
import { readPosition, readUtcOffset } from './place-fields.js';

/** The place of a cell; null where there is none (negative caching). */
export interface PlaceRecord {
  readonly place: Place | null;
}

const NO_PLACE = '-';

/** @param isKey whether a text is a key of the provider's places */
export function placeCodec(isKey: (key: string) => boolean): CompactCodec<Place> {
  return compactCodec(
    flat<Place>({
      key: ['k', (key) => (typeof key === 'string' && isKey(key) ? key : undefined), 'required'],
      name: ['n', is.text('placeName')],
      country: ['c', is.text('country')],
      timeZone: ['z', is.text('timeZone')],
      utcOffset: ['uo', readUtcOffset],
      position: ['p', readPosition],
      hasAlerts: ['a', is.flag],
    }),
  );
}

/** Of places, and of cells without one. */
export function placeRecordCodec(places: Codec<Place>): Codec<PlaceRecord> {
  return {
    encode: ({ place }) => (place ? places.encode(place) : NO_PLACE),
    decode: (text, loadedAtMs) => {
      if (text === NO_PLACE) return { place: null };
      const place = places.decode(text, loadedAtMs);
      return place && { place };
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

/** The results that are stored for a cell, and for a place that the provider no longer knows. */
export const PLACE_RECORD_KINDS = ['place', 'kept-place', 'no-place'] as const;
export const REDIRECT_RECORD_KINDS = ['redirect'] as const;

function fixedWindow(
  freshForMs: number,
  revalidateForMs: number,
  errorForMs: number,
): FreshnessRule {
  return { freshAtLeastMs: freshForMs, freshAtMostMs: freshForMs, revalidateForMs, errorForMs };
}
