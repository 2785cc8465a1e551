import type { Conditions } from '../../../datasets/conditions/conditions.js';
import { ProviderError } from '../../provider.error.js';
import { MOMENT } from './open-meteo.moment.js';
import {
  currentRow,
  namesOf,
  readFields,
  rowsOf,
  singleResponse,
  type TimedRow,
  type Variables,
} from './open-meteo.rows.js';
import * as is from './open-meteo.units.js';
import { conditionOf, precipitationKindOf } from './open-meteo.weather-code.js';

const HOUR_MS = 3_600_000;

const NOW = {
  ...MOMENT,
  dewPointCelsius: ['dew_point_2m', is.celsius],
  gustKilometersPerHour: ['wind_gusts_10m', is.kilometersPerHour],
  pressureHectopascals: ['pressure_msl', is.hectopascals],
  uvIndex: ['uv_index', is.uvIndex],
} as const satisfies Variables<string>;

const WHOLE_HOUR = {
  millimeters: ['precipitation', is.millimeters],
} as const satisfies Variables<string>;

/**
 * `current.precipitation` is that of a quarter of an hour only, and four quarters lose drizzle, for
 * each is rounded to 0.1 mm. So the past hour is made of the whole hours that it lies in: the one
 * that ended last, and the one in course.
 */
export const CONDITIONS_PARAMETERS = {
  current: namesOf(NOW),
  hourly: namesOf(WHOLE_HOUR),
  forecast_hours: '2',
} as const;

/**
 * Reads the answer to `CONDITIONS_PARAMETERS`. A value that is missing, or in a unit that is not known,
 * is null.
 * @throws ProviderError when nothing can be read
 */
export function toConditions(body: unknown): Conditions {
  const answer = singleResponse(body);
  const row = currentRow(answer);
  const { weatherCode, isDay, ...measured } = readFields(row, NOW);
  const told = {
    condition: conditionOf(weatherCode),
    isDay: isDay === null ? null : isDay === 1,
    ...measured,
    pressureTrend: null,
    precipitationPastHourMillimeters: pastHour(row.atMs, rowsOf(answer, 'hourly')),
    precipitationKind: precipitationKindOf(weatherCode),
  };
  if (Object.values(told).every((value) => value === null)) {
    throw new ProviderError('malformed', 'the answer holds no conditions');
  }
  return { observedAtMs: row.atMs, ...told };
}

/** An hourly sum is that of the hour that ends at its time. Rain is taken to fall evenly in an hour. */
function pastHour(nowMs: number | null, hours: readonly TimedRow[]): number | null {
  if (nowMs === null) return null;
  const intoHourMs = nowMs % HOUR_MS;
  const endingAt = (atMs: number): number | null =>
    readFields(
      hours.find((hour) => hour.atMs === atMs),
      WHOLE_HOUR,
    ).millimeters;
  const last = endingAt(nowMs - intoHourMs);
  const present = endingAt(nowMs - intoHourMs + HOUR_MS);
  if (last === null || present === null) return null;
  return is.tidy(last + (present - last) * (intoHourMs / HOUR_MS));
}
