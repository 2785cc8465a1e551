import { TimeZone } from '@app/local-time/time-zone.js';
import type { Location } from '../reading.js';

/** The time zone of the place, else of the forecast, else null. */
export function namedZoneOf(
  { place }: Location,
  forecastZone: string | null = null,
): TimeZone | null {
  return TimeZone.named(place.timeZone) ?? TimeZone.named(forecastZone) ?? null;
}

/** The same, else the offset of the cell's longitude: a place always has a local time. */
export function zoneOf(location: Location, forecastZone: string | null = null): TimeZone {
  return namedZoneOf(location, forecastZone) ?? TimeZone.atLongitude(location.centre.longitude);
}
