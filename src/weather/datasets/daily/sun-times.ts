import { getTimes, type SunTimes as Sun } from 'suncalc';
import type { Position } from '@app/cells/position.js';
import type { TimeZone } from '@app/local-time/time-zone.js';
import type { ForecastDay } from './daily-forecast.js';

/** Polar day: the sun does not set; polar night: it does not rise. */
export const POLAR_KINDS = ['day', 'night'] as const;

/** What the provider says about the sun of a day. */
export type ReportedSun = Pick<ForecastDay, 'sunriseAtMs' | 'sunsetAtMs'>;

export interface SunTimes extends ReportedSun {
  /** Null where the sun rises or sets, and where the position is unknown. */
  readonly polar: (typeof POLAR_KINDS)[number] | null;
}

const UNKNOWN: SunTimes = { sunriseAtMs: null, sunsetAtMs: null, polar: null };

/**
 * Sunrise and sunset of a local day: the times of the provider, else computed to within a minute or
 * two at sea level. Both null in polar day and polar night, and where the position is unknown.
 */
export function sunTimesOf(
  { date, sunriseAtMs, sunsetAtMs }: ReportedSun & Pick<ForecastDay, 'date'>,
  position: Position | null,
  zone: TimeZone,
): SunTimes {
  if (sunriseAtMs !== null || sunsetAtMs !== null) return { sunriseAtMs, sunsetAtMs, polar: null };
  const noonMs = zone.noonOf(date);
  if (!position || Number.isNaN(noonMs)) return UNKNOWN;
  // `getTimes` uses the solar day nearest to the instant. Local noon selects the right one even where
  // the calendar is a day ahead of the longitude, as in Kiritimati.
  const sun = getTimes(new Date(noonMs), position.latitude, position.longitude);
  return {
    sunriseAtMs: sun.sunrise?.getTime() ?? null,
    sunsetAtMs: sun.sunset?.getTime() ?? null,
    polar: polarOf(sun),
  };
}

function polarOf({ alwaysUp, alwaysDown }: Sun): SunTimes['polar'] {
  if (alwaysUp) return 'day';
  return alwaysDown ? 'night' : null;
}
