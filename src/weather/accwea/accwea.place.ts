import { distanceKm } from '@app/cells/distance.js';
import type { Position } from '@app/cells/position.js';
import { ProviderError } from '../errors/provider.error.js';
import type { Place } from '../place.js';
import { isRecord, numberOrNull, soleRecord, textOrNull } from '../upstream/json.js';

/** Farther than this, the place is another place: near a coast the search may name a distant city. */
const FARTHEST_KM = 50;

/**
 * Reads a geoposition search (`/locations/v1/cities/geoposition/search`).
 *
 * "No place" comes as `null`, `[]`, nothing at all, or an object without `Key`.
 * @throws ProviderError when the body is neither a place nor none
 */
export function toPlace(body: unknown, centre: Position): Place | null {
  if (isNothing(body)) return null;
  const location = soleRecord(body);
  if (!location) throw new ProviderError('malformed', 'the search answered no location');
  const key = location['Key'];
  if (key === undefined || key === null || key === '') return null;
  if (typeof key !== 'string') throw new ProviderError('malformed', 'the location key is no text');
  const position = positionOf(location['GeoPosition']);
  if (position && distanceKm(centre, position) > FARTHEST_KM) return null;
  return {
    key,
    name: textOrNull(location['EnglishName']) ?? textOrNull(location['LocalizedName']),
    country: fieldOf(location['Country'], 'ID'),
    timeZone: fieldOf(location['TimeZone'], 'Name'),
    position,
    hasAlerts: hasAlerts(location['DataSets']),
  };
}

function isNothing(body: unknown): boolean {
  if (Array.isArray(body)) return body.length === 0;
  return body === undefined || body === null || body === '';
}

function fieldOf(value: unknown, field: string): string | null {
  return isRecord(value) ? textOrNull(value[field]) : null;
}

function hasAlerts(dataSets: unknown): boolean | null {
  return Array.isArray(dataSets) ? dataSets.includes('Alerts') : null;
}

function positionOf(geoPosition: unknown): Position | null {
  if (!isRecord(geoPosition)) return null;
  const latitude = numberOrNull(geoPosition['Latitude']);
  const longitude = numberOrNull(geoPosition['Longitude']);
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
