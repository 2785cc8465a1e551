import type { Alerts } from './alerts/alerts.js';
import type { Conditions } from './conditions/conditions.js';
import type { DailyForecast } from './daily/daily-forecast.js';
import type { HourlyForecast } from './hourly/hourly-forecast.js';

/** What can be known about a place; each is asked for, kept and refreshed on its own. */
export interface Datasets {
  readonly conditions: Conditions;
  readonly hourly: HourlyForecast;
  readonly daily: DailyForecast;
  readonly alerts: Alerts;
}

export type DatasetName = keyof Datasets;
