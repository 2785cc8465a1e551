import { getTimes } from 'suncalc';
import type { Position } from '@app/cells/position.js';
import type { TimeZone } from '@app/local-time/time-zone.js';
import type { ForecastDay } from './daily-forecast.js';

export type SunTimes = Pick<ForecastDay, 'sunriseAtMs' | 'sunsetAtMs'>;

/**
 * When the sun rises and sets on a local day: as the provider says, else computed, right to a minute or
 * two at sea level. Both null in polar day and night, and where nobody knows the position.
 */
export function sunTimesOf(
  { date, sunriseAtMs, sunsetAtMs }: ForecastDay,
  position: Position | null,
  zone: TimeZone,
): SunTimes {
  if (sunriseAtMs !== null || sunsetAtMs !== null || !position) return { sunriseAtMs, sunsetAtMs };
  const noonMs = zone.noonOf(date);
  if (Number.isNaN(noonMs)) return { sunriseAtMs: null, sunsetAtMs: null };
  // It takes the solar day nearest to the instant. Noon of the clock names the right one also where
  // the calendar is a day ahead of the longitude, as in Kiritimati.
  const { sunrise, sunset } = getTimes(new Date(noonMs), position.latitude, position.longitude);
  return { sunriseAtMs: sunrise?.getTime() ?? null, sunsetAtMs: sunset?.getTime() ?? null };
}
