import { HOUR_MS } from '../../durations.js';
import { MAX_HOURS, type ForecastHour, type HourlyForecast } from './hourly-forecast.js';

/**
 * Puts the running hour of the previous forecast before a forecast that starts later, as AccuWeather's does: with
 * the next full hour. An hour is added only where it directly precedes the first one, so that no gap arises.
 */
export function withRunningHour(
  loaded: HourlyForecast,
  previous: HourlyForecast,
  nowMs: number,
): HourlyForecast {
  const missing: ForecastHour[] = [];
  let [first] = loaded.hours;
  while (first && first.startsAtMs > nowMs) {
    const before = hourBefore(first, previous);
    if (before) missing.unshift(before);
    first = before;
  }
  if (missing.length === 0) return loaded;
  return { ...loaded, hours: [...missing, ...loaded.hours].slice(0, MAX_HOURS) };
}

function hourBefore(
  { startsAtMs }: ForecastHour,
  { hours }: HourlyForecast,
): ForecastHour | undefined {
  return hours.find((hour) => hour.startsAtMs + HOUR_MS === startsAtMs);
}
