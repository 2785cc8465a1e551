import { isKnownZone } from '@app/local-time/known-zones.js';
import type { Position } from '@app/cells/position.js';
import type { Place } from '../../../places/place.js';
import { placeAt } from '../../position-place.js';
import { ProviderError } from '../../provider.error.js';
import { isRecord, numberOrNull, textOrNull, valueAt } from '../../upstream/json.js';

/** What the feed knows of a position. */
export interface Point {
  /** Of the nearest town; its key means nothing. */
  readonly place: Place;
  /** The zones for which alerts are issued, as one text. */
  readonly zones: string;
}

/** States of a postal address that have a country code of their own (ISO 3166-1). */
const TERRITORIES: ReadonlySet<unknown> = new Set(['AS', 'GU', 'MP', 'PR', 'VI']);

const ZONES = ['forecastZone', 'county', 'fireWeatherZone'] as const;

/**
 * Reads `/points/{latitude},{longitude}` (`wx:Point`).
 * @throws ProviderError when it names no zone
 */
export function toPoint(body: unknown): Point {
  const properties = valueAt(body, 'properties');
  const zones = ZONES.map((field) => textOrNull(valueAt(properties, field)));
  if (!isRecord(properties) || zones.every((zone) => zone === null)) {
    throw new ProviderError('malformed', 'the point is in no zone');
  }
  const town = valueAt(properties, 'relativeLocation');
  const state = textOrNull(valueAt(town, 'properties', 'state'));
  const timeZone = textOrNull(properties['timeZone']);
  return {
    zones: zones.join(' '),
    place: {
      ...placeAt({ latitude: 0, longitude: 0 }),
      name: textOrNull(valueAt(town, 'properties', 'city')),
      country: TERRITORIES.has(state) ? state : 'US',
      timeZone: timeZone !== null && isKnownZone(timeZone) ? timeZone : null,
      position: positionOf(valueAt(town, 'geometry', 'coordinates')),
    },
  };
}

/** GeoJSON names the longitude first (RFC 7946 section 3.1.1). */
function positionOf(coordinates: unknown): Position | null {
  if (!Array.isArray(coordinates)) return null;
  const [longitude, latitude] = coordinates.map(numberOrNull);
  if (latitude == null || longitude == null) return null;
  // Adds 0, because JSON has no -0.
  return { latitude: latitude + 0, longitude: longitude + 0 };
}
