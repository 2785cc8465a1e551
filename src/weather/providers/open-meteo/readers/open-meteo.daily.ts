import { isKnownZone } from '@app/local-time/known-zones.js';
import { offsetText } from '@app/local-time/utc-offset.js';
import { numberOrNull, textOrNull } from '../../upstream/json.js';
import { UNKNOWN_AIR_QUALITY } from '../../../datasets/daily/air/air-quality.js';
import { UNKNOWN_POLLEN } from '../../../datasets/daily/air/pollen.js';
import { UNKNOWN_MOON } from '../../../datasets/daily/moon/moon.js';
import type { DailyForecast, ForecastDay } from '../../../datasets/daily/daily-forecast.js';
import { ProviderError } from '../../provider.error.js';
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

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 3_600_000;
const DAYS = 10;

const OVER_THE_DAY = {
  weatherCode: ['weather_code', is.wmoCode],
  lowestCelsius: ['temperature_2m_min', is.celsius],
  highestCelsius: ['temperature_2m_max', is.celsius],
  precipitationProbabilityPercent: ['precipitation_probability_max', is.percent],
  precipitationMillimeters: ['precipitation_sum', is.millimeters],
  snowCentimeters: ['snowfall_sum', is.centimeters],
  windKilometersPerHour: ['wind_speed_10m_max', is.kilometersPerHour],
  gustKilometersPerHour: ['wind_gusts_10m_max', is.kilometersPerHour],
  windFromDegrees: ['wind_direction_10m_dominant', is.degrees],
  uvIndex: ['uv_index_max', is.uvIndex],
} as const satisfies Variables<string>;

const SUN = {
  riseMs: ['sunrise', is.instantMs],
  setMs: ['sunset', is.instantMs],
} as const satisfies Variables<string>;

export const DAILY_PARAMETERS = {
  daily: namesOf(OVER_THE_DAY, SUN),
  forecast_days: String(DAYS),
  /** Local days of the place. At sea the zone is a nautical one, such as `Etc/GMT+3`. */
  timezone: 'auto',
} as const;

/**
 * Reads the answer to `DAILY_PARAMETERS`. A value that is missing or in an unknown unit is null;
 * a day without any value is omitted. The weather code is the most severe of day and night; there is
 * none for the night alone.
 * @throws ProviderError when no value can be read
 */
export function toDailyForecast(body: unknown): DailyForecast {
  const answer = singleResponse(body);
  const offsetMs = (numberOrNull(answer['utc_offset_seconds']) ?? NaN) * 1000;
  if (!(Math.abs(offsetMs) < DAY_MS)) {
    throw new ProviderError('malformed', 'the answer has no UTC offset');
  }
  const days = rowsOf(answer, 'daily')
    .filter((row) => Object.values(readFields(row, OVER_THE_DAY)).some((value) => value !== null))
    .map((row) => toDay(row, offsetMs))
    .slice(0, DAYS);
  if (days.length === 0) throw new ProviderError('malformed', 'the answer holds no days');
  return { days, timeZone: zoneOf(answer['timezone'], offsetMs) };
}

/** The zone by name; by its offset where the runtime does not know the name. */
function zoneOf(timezone: unknown, offsetMs: number): string {
  const name = textOrNull(timezone);
  return name !== null && isKnownZone(name) ? name : offsetText(Math.round(offsetMs / MINUTE_MS));
}

function toDay(row: TimedRow, offsetMs: number): ForecastDay {
  const { weatherCode, ...measured } = readFields(row, OVER_THE_DAY);
  return {
    date: localDate(row.atMs, offsetMs),
    condition: conditionOf(weatherCode),
    nightCondition: null,
    ...measured,
    ...sunOf(row),
    // Not requested: air quality and pollen are on another host, and a server of before 29 July 2026 refuses the moon.
    sunshineHours: null,
    ...UNKNOWN_AIR_QUALITY,
    ...UNKNOWN_POLLEN,
    ...UNKNOWN_MOON,
  };
}

/** Where the sun does not rise or set, the vendor reports both at midnight. */
function sunOf(row: TimedRow): Pick<ForecastDay, 'sunriseAtMs' | 'sunsetAtMs'> {
  const { riseMs, setMs } = readFields(row, SUN);
  const daylightMs = riseMs === null || setMs === null ? null : setMs - riseMs;
  if (daylightMs === 0 || daylightMs === DAY_MS) return { sunriseAtMs: null, sunsetAtMs: null };
  return { sunriseAtMs: riseMs, sunsetAtMs: setMs };
}

/**
 * All days of a response use the offset of its time of issue: after a clock change a row starts at 23:00
 * or 1:00 local time. Its noon is on the right date either way.
 */
function localDate(startMs: number, offsetMs: number): string {
  return new Date(startMs + offsetMs + DAY_MS / 2).toISOString().slice(0, 10);
}
