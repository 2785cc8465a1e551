import { compactCodec, flat } from '@app/read-through/compact-codec.js';
import type { FreshnessRule } from '@app/read-through/freshness-rule.js';
import type { Codec } from '@app/read-through/read-through.options.js';
import { DAY_MS } from '../durations.js';
import type { Place } from './place.js';

/** The place of a cell; null where there is none (negative caching). */
export interface PlaceRecord {
  readonly place: Place | null;
}

const NO_PLACE = '-';

const placeCodec = compactCodec(
  flat<Place>({
    key: 'k',
    name: 'n',
    country: 'c',
    timeZone: 'z',
    utcOffset: 'uo',
    position: 'p',
    hasAlerts: 'a',
  }),
);

export const placeRecordCodec: Codec<PlaceRecord> = {
  encode: ({ place }) => (place ? placeCodec.encode(place) : NO_PLACE),
  decode: (text) => {
    if (text === NO_PLACE) return { place: null };
    const place = placeCodec.decode(text);
    return place && { place };
  },
};

/** The freshness rules of search results (ADR 0006). */
export const PLACE_FRESHNESS = {
  place: fixedWindow(30 * DAY_MS, 30 * DAY_MS, 180 * DAY_MS),
  /** The search found nothing, and the cell keeps its place. */
  'kept-place': fixedWindow(DAY_MS, 30 * DAY_MS, 180 * DAY_MS),
  'no-place': fixedWindow(DAY_MS, 0, 0),
  redirect: fixedWindow(DAY_MS, 0, 0),
} as const satisfies Record<string, FreshnessRule>;

function fixedWindow(
  freshForMs: number,
  revalidateForMs: number,
  errorForMs: number,
): FreshnessRule {
  return { freshAtLeastMs: freshForMs, freshAtMostMs: freshForMs, revalidateForMs, errorForMs };
}
