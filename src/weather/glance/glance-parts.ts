import type { Alerts } from '../datasets/alerts/alerts.js';
import type { Conditions } from '../datasets/conditions/conditions.js';
import type { DailyForecast } from '../datasets/daily/daily-forecast.js';
import type { HourlyForecast } from '../datasets/hourly/hourly-forecast.js';
import type { MinutelyForecast } from '../datasets/minutely/minutely-forecast.js';
import type { Reading } from '../reading.js';

/** The available parts of a glance; at least one is present. */
export interface GlanceParts {
  readonly conditions?: Reading<Conditions> | undefined;
  readonly hourly?: Reading<HourlyForecast> | undefined;
  readonly daily?: Reading<DailyForecast> | undefined;
  readonly alerts?: Reading<Alerts | null> | undefined;
  /** Absent when the hours make precipitation unlikely. */
  readonly minutely?: Reading<MinutelyForecast | null> | undefined;
}
