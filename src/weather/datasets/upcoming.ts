import type { TimeZone } from '@app/local-time/time-zone.js';
import type { DailyForecast, ForecastDay } from './daily/daily-forecast.js';
import type { ForecastHour, HourlyForecast } from './hourly/hourly-forecast.js';

const HOUR_MS = 3_600_000;

/** The running hour, where it is known, and those after it. A cached forecast may start with hours that have passed. */
export function upcomingHours({ hours }: HourlyForecast, nowMs: number): readonly ForecastHour[] {
  return hours.filter(({ startsAtMs }) => startsAtMs + HOUR_MS > nowMs);
}

/** Today, by the calendar of the place, and the days after it. */
export function upcomingDays(
  { days }: DailyForecast,
  zone: TimeZone,
  nowMs: number,
): readonly ForecastDay[] {
  const today = zone.dateAt(nowMs);
  return days.filter(({ date }) => date >= today);
}
