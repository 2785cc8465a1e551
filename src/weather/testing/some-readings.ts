import type { Alerts } from '../datasets/alerts/alerts.js';
import type { Conditions } from '../datasets/conditions/conditions.js';
import type { DailyForecast } from '../datasets/daily/daily-forecast.js';
import type { HourlyForecast } from '../datasets/hourly/hourly-forecast.js';
import type { View } from '../view.js';
import type { Reading } from '../reading.js';
import { DRIZZLE, NO_ALERTS, RAINY_DAYS, RAINY_HOURS, VILLAGE } from './some-weather.js';

const NEW_YEAR_MS = Date.UTC(2026, 0, 1);

/** What the village's weather was at New Year: a minute old, and fresh for nine more. */
export function someReading<T>(value: T, changes: Partial<Reading<T>> = {}): Reading<T> {
  return {
    value,
    place: VILLAGE,
    centre: { latitude: 48.875, longitude: 2.305 },
    origin: 'accwea',
    loadedAtMs: NEW_YEAR_MS - 60_000,
    freshUntilMs: NEW_YEAR_MS + 540_000,
    staleUntilMs: NEW_YEAR_MS + 840_000,
    deadAtMs: NEW_YEAR_MS + 22_440_000,
    freshness: 'fresh',
    outcome: 'hit',
    ...changes,
  };
}

export const METRIC: View = { units: 'metric', language: 'en', nowMs: NEW_YEAR_MS };
export const IMPERIAL: View = { ...METRIC, units: 'imperial' };

export const CONDITIONS_READ: Reading<Conditions> = someReading(DRIZZLE);
export const HOURS_READ: Reading<HourlyForecast> = someReading(RAINY_HOURS);
export const DAYS_READ: Reading<DailyForecast> = someReading(RAINY_DAYS);
export const ALERTS_READ: Reading<Alerts> = someReading(NO_ALERTS);

/** The same value with each of its fields null that is null when a provider says nothing. */
export function saysNothing<T extends object>(value: T, but: readonly (keyof T)[] = []): T {
  const entries = Object.entries(value).map(([key, known]) => [
    key,
    but.includes(key as keyof T) ? known : null,
  ]);
  return Object.fromEntries(entries) as T;
}
