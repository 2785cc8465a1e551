import type { Alerts } from '../datasets/alerts/alerts.js';
import type { Conditions } from '../datasets/conditions/conditions.js';
import type { DailyForecast } from '../datasets/daily/daily-forecast.js';
import type { HourlyForecast } from '../datasets/hourly/hourly-forecast.js';
import type { View } from '../view.js';
import type { Entry } from '@app/read-through/entry.js';
import { ACCWEA } from '../providers/accwea/accwea.descriptor.js';
import type { Location, Reading } from '../reading.js';
import { DRIZZLE, NO_ALERTS, RAINY_DAYS, RAINY_HOURS, VILLAGE } from './weather.fixtures.js';

const NEW_YEAR_MS = Date.UTC(2026, 0, 1);

type ReadingChanges = Partial<Pick<Reading<unknown>, 'freshness' | 'outcome' | 'placeOutcome'>> &
  Partial<Location> &
  Partial<Omit<Entry<unknown>, 'value'>>;

/** A reading at the village at New Year: one minute old, and fresh for nine more. */
export function readingOf<T>(value: T, changes: ReadingChanges = {}): Reading<T> {
  const { freshness, outcome, placeOutcome, place, centre, provider, ...instants } = changes;
  return {
    entry: {
      value,
      loadedAtMs: NEW_YEAR_MS - 60_000,
      freshUntilMs: NEW_YEAR_MS + 540_000,
      staleUntilMs: NEW_YEAR_MS + 840_000,
      deadAtMs: NEW_YEAR_MS + 22_440_000,
      ...instants,
    },
    freshness: freshness ?? 'fresh',
    outcome: outcome ?? 'hit',
    placeOutcome: placeOutcome ?? 'hit',
    location: {
      place: place ?? VILLAGE,
      centre: centre ?? { latitude: 48.875, longitude: 2.305 },
      provider: provider ?? ACCWEA,
    },
  };
}

export const METRIC: View = { units: 'metric', language: 'en', nowMs: NEW_YEAR_MS };
export const IMPERIAL: View = { ...METRIC, units: 'imperial' };

export const CONDITIONS_READING: Reading<Conditions> = readingOf(DRIZZLE);
export const HOURLY_READING: Reading<HourlyForecast> = readingOf(RAINY_HOURS);
export const DAILY_READING: Reading<DailyForecast> = readingOf(RAINY_DAYS);
export const ALERTS_READING: Reading<Alerts> = readingOf(NO_ALERTS);

/** A copy of a record in which every field except these is null, as when a provider omits them. */
export function withNulls<T extends object>(value: T, except: readonly (keyof T)[] = []): T {
  const entries = Object.entries(value).map(([key, known]) => [
    key,
    except.includes(key as keyof T) ? known : null,
  ]);
  return Object.fromEntries(entries) as T;
}
