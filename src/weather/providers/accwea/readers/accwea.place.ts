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
  const place = toLocation(body);
  return place && !isTooFar(place, centre) ? place : null;
}

/**
 * Reads a location by its key (`/locations/v1/{key}`), which has the fields of a search. No location and another one are null.
 * @throws ProviderError when the body is neither a location nor empty
 */
export function toCity(body: unknown, key: string): Place | null {
  const place = toLocation(body);
  return place?.key === key ? place : null;
}

function toLocation(body: unknown): Place | null {
  if (isEmpty(body)) return null;
  const location = singleRecord(body);
  if (!location) throw new ProviderError('malformed', 'the search returned no location');
  const key = location['Key'];
  if (key === undefined || key === null || key === '') return null;
  if (typeof key !== 'string')
    throw new ProviderError('malformed', 'the location key is not a string');
  return {
    key,
    name: textOrNull(location['EnglishName']) ?? textOrNull(location['LocalizedName']),
    country: countryOf(location['Country']),
    ...toLocalTime(location['TimeZone']),
    position: positionOf(location['GeoPosition']),
    elevationMetres: elevationOf(location['GeoPosition']),
    cityKey: cityKeyOf(location['ParentCity'], key),
    hasAlerts: isListed('Alerts', location['DataSets']),
    hasAirQuality: isListed('DailyAirQualityForecast', location['DataSets']),
    hasPollen: isListed('DailyPollenForecast', location['DataSets']),
    hasMinutely: isListed('MinuteCast', location['DataSets']),
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

/** A list without the name means that it is not available; anything else is unknown. */
function isListed(dataSet: string, dataSets: unknown): boolean | null {
  if (!Array.isArray(dataSets)) return null;
  if (dataSets.includes(dataSet)) return true;
  return dataSets.every((name) => typeof name === 'string') ? false : null;
}

/** Only neighbourhoods have a parent, which is given without its position. */
function cityKeyOf(parentCity: unknown, ownKey: string): string | null {
  const key = textOrNull(valueAt(parentCity, 'Key'));
  return key === ownKey ? null : key;
}

/** Both systems are given. */
function elevationOf(geoPosition: unknown): number | null {
  const metric = valueAt(valueAt(geoPosition, 'Elevation'), 'Metric');
  return numberOrNull(valueAt(metric, 'Value'));
}

function positionOf(geoPosition: unknown): Position | null {
  const latitude = numberOrNull(valueAt(geoPosition, 'Latitude'));
  const longitude = numberOrNull(valueAt(geoPosition, 'Longitude'));
  if (latitude === null || longitude === null) return null;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}
