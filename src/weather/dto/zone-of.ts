import { TimeZone } from '@app/local-time/time-zone.js';
import type { Location } from '../reading.js';

/** The zone that the place names; else, of a forecast, the one that it names; null when neither does. */
export function namedZoneOf(
  { place }: Location,
  forecastZone: string | null = null,
): TimeZone | null {
  return TimeZone.named(place.timeZone) ?? TimeZone.named(forecastZone) ?? null;
}

/** The same, else the hours of the cell's longitude: a place always has a local time. */
export function zoneOf(spot: Location, forecastZone: string | null = null): TimeZone {
  return namedZoneOf(spot, forecastZone) ?? TimeZone.atLongitude(spot.centre.longitude);
}
