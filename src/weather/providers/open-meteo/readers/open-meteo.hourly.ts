import type { ForecastHour, HourlyForecast } from '../../../datasets/hourly/hourly-forecast.js';
import { ProviderError } from '../../provider.error.js';
import { MOMENT } from './open-meteo.moment.js';
import {
  namesOf,
  readFields,
  rowsOf,
  singleResponse,
  type TimedRow,
  type Variables,
} from './open-meteo.rows.js';
import * as is from './open-meteo.units.js';
import { conditionOf } from './open-meteo.weather-code.js';

const HOUR_MS = 3_600_000;
const HOURS = 24;

/** Sums, means and maxima of the hour that *ends* at their row: those of an hour are in the next row. */
const OVER_THE_HOUR = {
  gustKilometersPerHour: ['wind_gusts_10m', is.kilometersPerHour],
  precipitationProbabilityPercent: ['precipitation_probability', is.percent],
  precipitationMillimeters: ['precipitation', is.millimeters],
  snowCentimeters: ['snowfall', is.centimeters],
  uvIndex: ['uv_index', is.uvIndex],
} as const satisfies Variables<string>;

/**
 * Starts with the current hour, and includes one more row for the sums of the last hour. In UTC (without
 * `timezone`): where the local offset is not a whole number of hours, local rows are up to 45 minutes off.
 */
export const HOURLY_PARAMETERS = {
  hourly: namesOf(MOMENT, OVER_THE_HOUR),
  forecast_hours: String(HOURS + 1),
} as const;

/**
 * Reads the answer to `HOURLY_PARAMETERS`. A value that is missing or in an unknown unit is null;
 * an hour without any value is omitted.
 * @throws ProviderError when no value can be read
 */
export function toHourlyForecast(body: unknown): HourlyForecast {
  const rows = rowsOf(singleResponse(body), 'hourly');
  const byTime = new Map(rows.map((row) => [row.atMs, row]));
  const hours = rows
    .slice(0, HOURS)
    .map((row) => toHour(row, byTime.get(row.atMs + HOUR_MS)))
    .filter((hour) => Object.entries(hour).some(([field, value]) => hasValue(field, value)));
  if (hours.length === 0) throw new ProviderError('malformed', 'the answer holds no hours');
  return { hours };
}

function toHour(row: TimedRow, next: TimedRow | undefined): ForecastHour {
  const { weatherCode, isDay, ...atStart } = readFields(row, MOMENT);
  return {
    startsAtMs: row.atMs,
    condition: conditionOf(weatherCode),
    isDay: isDay === null ? null : isDay === 1,
    ...atStart,
    ...readFields(next, OVER_THE_HOUR),
  };
}

function hasValue(field: string, value: unknown): boolean {
  return value !== null && field !== 'startsAtMs';
}
