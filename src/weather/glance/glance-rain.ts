import type { MinutelyForecast } from '../datasets/minutely/minutely-forecast.js';
import { outlookAt } from '../datasets/minutely/precipitation-outlook.js';
import { DAY_MS, MINUTE_MS } from '../durations.js';

const DAY_MINUTES = DAY_MS / MINUTE_MS;

/** Whether something falls now, and the minute of the UTC day in which that changes; null when that is unknown. */
export type GlanceRain = readonly [falls: 0 | 1, changesAt?: number | null];

/**
 * The precipitation of the next hour. A change is an instant and not a duration, so that a glance stays the same
 * from minute to minute, and a watch counts down by itself.
 * @returns undefined when it is unknown
 */
export function rainOf(forecast: MinutelyForecast | null, nowMs: number): GlanceRain | undefined {
  const outlook = outlookAt(forecast, nowMs);
  switch (outlook.status) {
    case 'unknown':
      return undefined;
    case 'none':
      return [0];
    case 'expected':
      return [0, minuteOfDay(outlook.startsAtMs)];
    case 'falling':
      if (outlook.stopsAtMs !== null) return [1, minuteOfDay(outlook.stopsAtMs)];
      return outlook.fillsTheHour ? [1] : [1, null];
  }
}

function minuteOfDay(atMs: number): number {
  return Math.ceil(atMs / MINUTE_MS) % DAY_MINUTES;
}
