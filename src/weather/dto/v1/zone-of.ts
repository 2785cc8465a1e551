import { TimeZone } from '@app/local-time/time-zone.js';
import type { Reading } from '../../weather-reading.js';

type Whereabouts = Pick<Reading<unknown>, 'place' | 'centre'>;

/** The zone that the place names; else, of a forecast, the one that it names; null when neither does. */
export function namedZoneOf(
  { place }: Whereabouts,
  forecastZone: string | null = null,
): TimeZone | null {
  return TimeZone.named(place.timeZone) ?? TimeZone.named(forecastZone) ?? null;
}

/** The same, else the hours of the cell's longitude: a place always has a local time. */
export function zoneOf(whereabouts: Whereabouts, forecastZone: string | null = null): TimeZone {
  return (
    namedZoneOf(whereabouts, forecastZone) ?? TimeZone.atLongitude(whereabouts.centre.longitude)
  );
}
