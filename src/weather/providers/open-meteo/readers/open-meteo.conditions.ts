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
 * `current.precipitation` covers 15 minutes only, and the sum of four such values loses drizzle, because
 * each is rounded to 0.1 mm. The past hour is therefore computed from the two full hours that it
 * overlaps: the last one and the current one.
 */
export const CONDITIONS_PARAMETERS = {
  current: namesOf(NOW),
  hourly: namesOf(WHOLE_HOUR),
  forecast_hours: '2',
} as const;

/**
 * Reads the answer to `CONDITIONS_PARAMETERS`. A value that is missing or in an unknown unit is null.
 * @throws ProviderError when no value can be read
 */
export function toConditions(body: unknown): Conditions {
  const answer = singleResponse(body);
  const row = currentRow(answer);
  const { weatherCode, isDay, ...measured } = readFields(row, NOW);
  const conditions = {
    condition: conditionOf(weatherCode),
    isDay: isDay === null ? null : isDay === 1,
    ...measured,
    pressureTrend: null,
    precipitationPastHourMillimeters: pastHour(row.atMs, rowsOf(answer, 'hourly')),
    precipitationKind: precipitationKindOf(weatherCode),
  };
  if (Object.values(conditions).every((value) => value === null)) {
    throw new ProviderError('malformed', 'the answer holds no conditions');
  }
  return { observedAtMs: row.atMs, ...conditions };
}

/** An hourly sum covers the hour that ends at its time. Rain is assumed to fall evenly within an hour. */
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
