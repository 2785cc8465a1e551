import { entityTag } from '@app/http-caching/entity-tag.js';
import type { Watch } from '../../http/watch.js';
import type { Reading } from '../../reading.js';
import type { UnitView } from '../../view.js';
import { CBOR } from '../accepts-cbor.js';
import { toCbor } from '../cbor.js';
import { combineReadings } from '../combine-readings.js';
import { GlancePlaceResponse, retryAfterSecondsOf } from './glance-place.response.js';
import type { PlaceGlance } from './glance-places.service.js';
import type { GlanceQuery } from './glance.query.js';

interface PlacesResponse {
  readonly query: GlanceQuery;
  readonly view: UnitView;
  readonly places: readonly PlaceGlance[];
  readonly asCbor: boolean;
}

/**
 * The body with one entry per place, or undefined (304) when the watch already has it. Fresh until the first entry
 * changes. Without any glance it is not cached.
 */
export function respondPlaces(
  watch: Watch,
  { query, view, places, asCbor }: PlacesResponse,
): string | Uint8Array | undefined {
  const entries = places.map((place) => GlancePlaceResponse.of(place, view, watch.occurrence));
  const code = entries.find((entry) => entry.code !== undefined)?.code;
  if (code !== undefined) watch.noteProblem(code);
  const body = asCbor
    ? toCbor(entries.map((entry) => entry.body))
    : `[${entries.map(({ json }) => json).join(',')}]`;
  const reading = readingOf(places, view.nowMs);
  if (!reading) {
    watch.header('cache-control', 'no-store');
    return body;
  }
  return watch.respond<string | Uint8Array>({
    body,
    tag: entityTag((asCbor ? CBOR : '') + entries.map(({ tag }) => tag).join()),
    reading,
    nowMs: view.nowMs,
    // One date cannot stand for all: a place with an older time may be the one that changed.
    asOfMs: null,
    query: query.queryAtEach(places.map(({ centre }) => centre)),
  });
}

/** Of all glances; not fresh for longer than until a place without one may be asked for again. */
function readingOf(places: readonly PlaceGlance[], nowMs: number): Reading<unknown> | undefined {
  const readings = places.flatMap((place) => ('glance' in place ? [place.glance.reading] : []));
  if (readings.length === 0) return undefined;
  const waits = places.flatMap((place) =>
    'glance' in place ? [] : [retryAfterSecondsOf(place.error) ?? Infinity],
  );
  const combined = combineReadings(readings);
  const { entry } = combined;
  const freshUntilMs = Math.min(entry.freshUntilMs, nowMs + 1_000 * Math.min(...waits));
  return { ...combined, entry: { ...entry, freshUntilMs } };
}
