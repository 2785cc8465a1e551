import type { Position } from '@app/cells/position.js';
import type { TimeZone } from '@app/local-time/time-zone.js';
import type { ForecastDay } from '../datasets/daily/daily-forecast.js';
import { sunTimesOf, type ReportedSun } from '../datasets/daily/sun-times.js';
import { DAY_MS, MINUTE_MS } from '../durations.js';
import { GLANCE_KEYS } from './glance-keys.js';

/** A day of a place, and what the provider says about its sun; undefined when it says nothing. */
interface SunDay {
  readonly date: string;
  readonly zone: TimeZone;
  readonly position: Position | null;
  readonly reported: ForecastDay | undefined;
}

/**
 * Sunrise and sunset on the clock of the place, in minutes after the local midnight: right also on a day whose
 * UTC offset changes. `[1]` and `[0]` in polar day and polar night; null when unknown.
 */
export function sunOf({ date, zone, position, reported }: SunDay): (number | null)[] | null {
  const { sunriseAtMs = null, sunsetAtMs = null } = reported ?? {};
  const given = inRange({ sunriseAtMs, sunsetAtMs }, date, zone);
  const times = sunTimesOf({ date, ...given }, position, zone);
  const [rise, set] = [times.sunriseAtMs, times.sunsetAtMs].map((atMs) =>
    clockMinutes(atMs, date, zone),
  ) as [number | null, number | null];
  if (rise !== null || set !== null) return [rise, set];
  return times.polar && [Number(times.polar === 'day')];
}

/** Without times that belong to another day: they count as not reported. */
function inRange(
  { sunriseAtMs, sunsetAtMs }: ReportedSun,
  date: string,
  zone: TimeZone,
): ReportedSun {
  const kept = (atMs: number | null): number | null =>
    clockMinutes(atMs, date, zone) === null ? null : atMs;
  return { sunriseAtMs: kept(sunriseAtMs), sunsetAtMs: kept(sunsetAtMs) };
}

function clockMinutes(atMs: number | null, date: string, zone: TimeZone): number | null {
  if (atMs === null) return null;
  const sinceMidnightMs = atMs - Date.parse(`${date}T00:00:00Z`);
  // A time zone has no offset at an instant that no calendar has.
  if (!(Math.abs(sinceMidnightMs) < 3 * DAY_MS)) return null;
  const minutes = Math.floor(sinceMidnightMs / MINUTE_MS) + zone.minutesAt(atMs);
  const { min, max } = GLANCE_KEYS.su;
  return minutes >= min && minutes <= max ? minutes : null;
}
