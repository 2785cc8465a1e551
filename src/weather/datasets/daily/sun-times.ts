import { getTimes } from 'suncalc';
import type { Position } from '@app/cells/position.js';
import type { TimeZone } from '@app/local-time/time-zone.js';
import type { ForecastDay } from './daily-forecast.js';

export type SunTimes = Pick<ForecastDay, 'sunriseAtMs' | 'sunsetAtMs'>;

/**
 * Sunrise and sunset of a local day: the times of the provider, else computed to within a minute or
 * two at sea level. Both null in polar day and polar night, and where the position is unknown.
 */
export function sunTimesOf(
  { date, sunriseAtMs, sunsetAtMs }: ForecastDay,
  position: Position | null,
  zone: TimeZone,
): SunTimes {
  if (sunriseAtMs !== null || sunsetAtMs !== null || !position) return { sunriseAtMs, sunsetAtMs };
  const noonMs = zone.noonOf(date);
  if (Number.isNaN(noonMs)) return { sunriseAtMs: null, sunsetAtMs: null };
  // `getTimes` uses the solar day nearest to the instant. Local noon selects the right one even where
  // the calendar is a day ahead of the longitude, as in Kiritimati.
  const { sunrise, sunset } = getTimes(new Date(noonMs), position.latitude, position.longitude);
  return { sunriseAtMs: sunrise?.getTime() ?? null, sunsetAtMs: sunset?.getTime() ?? null };
}
