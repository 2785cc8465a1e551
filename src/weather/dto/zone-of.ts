import { TimeZone } from '@app/local-time/time-zone.js';
import type { Location } from '../reading.js';

/**
 * The local time that the provider gives: the zone or offset of the place, else the zone of the forecast,
 * else null.
 */
export function providedZoneOf(
  { place }: Location,
  forecastZone: string | null = null,
): TimeZone | null {
  const zone = TimeZone.named(place.timeZone);
  if (zone) return zone;
  if (place.utcOffset) return TimeZone.atOffset(place.utcOffset);
  return TimeZone.named(forecastZone) ?? null;
}

/** The same, else the offset of the cell's longitude: a place always has a local time. */
export function zoneOf(location: Location, forecastZone: string | null = null): TimeZone {
  return providedZoneOf(location, forecastZone) ?? TimeZone.atLongitude(location.centre.longitude);
}
