import type { Glance } from './glance.js';

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3_600;
const DAY_MINUTES = 1_440;

/** `13:05` of a minute of the day; minutes of the day before or after are those of a clock. */
export function clockText(minuteOfDay: number): string {
  const minute = ((Math.floor(minuteOfDay) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return [Math.floor(minute / 60), minute % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

/**
 * The minute of the local day of the place, 0 to 1439.
 * @param atSeconds since the epoch
 * @returns null when no provider gives the time zone
 */
export function minuteOfDay(glance: Pick<Glance, 'o' | 'z'>, atSeconds: number): number | null {
  const offsetMinutes = offsetAt(glance, atSeconds);
  if (offsetMinutes === null) return null;
  const minutes = Math.floor(atSeconds / MINUTE_SECONDS) + offsetMinutes;
  return ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
}

function offsetAt({ o, z }: Pick<Glance, 'o' | 'z'>, atSeconds: number): number | null {
  const [changeSeconds, changed] = z ?? [];
  const hasChanged = typeof changeSeconds === 'number' && atSeconds >= changeSeconds;
  return hasChanged ? (changed ?? o) : o;
}

/** The number of the hour that runs, counted from the first one of a glance; -1 when that is the next hour. */
export function runningHour(firstHourSeconds: number, nowSeconds: number): number {
  return Math.floor((nowSeconds - firstHourSeconds) / HOUR_SECONDS);
}

/** The start of an hour of a glance, in seconds since the epoch. */
export function startOfHour(firstHourSeconds: number, index: number): number {
  return firstHourSeconds + index * HOUR_SECONDS;
}
