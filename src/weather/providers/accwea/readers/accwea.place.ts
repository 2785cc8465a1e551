import type { Position } from '@app/cells/position.js';
import { ProviderError } from '../../provider.error.js';
import { isTooFar, type Place } from '../../../places/place.js';
import { numberOrNull, singleRecord, textOrNull, valueAt } from '../../upstream/json.js';
import { toLocalTime } from './accwea.time-zone.js';

/**
 * Reads a geoposition search (`/locations/v1/cities/geoposition/search`).
 *
 * "No place" comes as `null`, `[]`, nothing at all, or an object without `Key`.
 * @throws ProviderError when the body is neither a place nor an empty result
 */
export function toPlace(body: unknown, centre: Position): Place | null {
  if (isEmpty(body)) return null;
  const location = singleRecord(body);
  if (!location) throw new ProviderError('malformed', 'the search returned no location');
  const key = location['Key'];
  if (key === undefined || key === null || key === '') return null;
  if (typeof key !== 'string')
    throw new ProviderError('malformed', 'the location key is not a string');
  const position = positionOf(location['GeoPosition']);
  if (isTooFar({ position }, centre)) return null;
  return {
    key,
    name: textOrNull(location['EnglishName']) ?? textOrNull(location['LocalizedName']),
    country: countryOf(location['Country']),
    ...toLocalTime(location['TimeZone']),
    position,
    hasAlerts: hasAlerts(location['DataSets']),
  };
}

function isEmpty(body: unknown): boolean {
  if (Array.isArray(body)) return body.length === 0;
  return body === undefined || body === null || body === '';
}

/** Empty for disputed areas; no other field may decide the country then. */
function countryOf(country: unknown): string | null {
  const id = textOrNull(valueAt(country, 'ID'));
  return id !== null && /^[A-Z]{2}$/i.test(id) ? id.toUpperCase() : null;
}

/** A list without `Alerts` means that none are available; anything else is unknown. */
function hasAlerts(dataSets: unknown): boolean | null {
  if (!Array.isArray(dataSets)) return null;
  if (dataSets.includes('Alerts')) return true;
  return dataSets.every((name) => typeof name === 'string') ? false : null;
}

function positionOf(geoPosition: unknown): Position | null {
  const latitude = numberOrNull(valueAt(geoPosition, 'Latitude'));
  const longitude = numberOrNull(valueAt(geoPosition, 'Longitude'));
  if (latitude === null || longitude === null) return null;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}
