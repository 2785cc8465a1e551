import type {
  IntervalType,
  MinutelyForecast,
  PrecipitationInterval,
} from '../../../datasets/minutely/minutely-forecast.js';
import { MINUTE_MS } from '../../../durations.js';
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
import { precipitationKindOf } from './open-meteo.weather-code.js';

const STEP_MINUTES = 15;
const STEP_MS = STEP_MINUTES * MINUTE_MS;
/** Two hours from any minute of the current step on. */
const STEPS = 10;

/** Each is the sum of the 15 minutes that end at its row; a sum below 0, as from a model's overshoot, is null. */
const OVER_THE_STEP = {
  millimetersPerHour: ['precipitation', is.millimetersPerHour],
  rain: ['rain', is.millimetersPerHour],
  showers: ['showers', is.millimetersPerHour],
  snowCentimeters: ['snowfall', is.centimeters],
  weatherCode: ['weather_code', is.wmoCode],
} as const satisfies Variables<string>;

/**
 * Steps of 15 minutes, in UTC. Only in North America and Central Europe a model computes them; elsewhere the
 * vendor interpolates hours, and does not say so.
 */
export const MINUTELY_PARAMETERS = {
  minutely_15: namesOf(OVER_THE_STEP),
  forecast_minutely_15: String(STEPS),
} as const;

/**
 * Reads the answer to `MINUTELY_PARAMETERS`. A step without an amount is omitted.
 * @throws ProviderError when no amount can be read
 */
export function toMinutelyForecast(body: unknown): MinutelyForecast {
  const intervals = rowsOf(singleResponse(body), 'minutely_15').flatMap((row) => toInterval(row));
  if (intervals.length === 0) throw new ProviderError('malformed', 'the answer holds no minutes');
  return { isCovered: true, resolutionMinutes: STEP_MINUTES, intervals };
}

function toInterval(row: TimedRow): PrecipitationInterval[] {
  const { millimetersPerHour, ...parts } = readFields(row, OVER_THE_STEP);
  if (millimetersPerHour === null) return [];
  const type = typeOf(millimetersPerHour, parts);
  // Snow of less than a hundredth of a millimetre of water: it falls, and its water is rounded away.
  const isRoundedAway = type !== 'none' && millimetersPerHour === 0;
  return [
    {
      startsAtMs: row.atMs - STEP_MS,
      endsAtMs: row.atMs,
      type,
      millimetersPerHour: isRoundedAway ? null : millimetersPerHour,
    },
  ];
}

type Parts = Readonly<
  Record<Exclude<keyof typeof OVER_THE_STEP, 'millimetersPerHour'>, number | null>
>;

/** The amounts say whether anything falls, and as what; the weather code only what the amounts leave open. */
function typeOf(millimetersPerHour: number, parts: Parts): IntervalType {
  const isSnow = (parts.snowCentimeters ?? 0) > 0;
  const isRain = (parts.rain ?? 0) > 0 || (parts.showers ?? 0) > 0;
  const ofCode = precipitationKindOf(parts.weatherCode);
  if (isSnow && isRain) return 'mixed';
  if (isSnow) return 'snow';
  if (millimetersPerHour === 0 && !isRain) return 'none';
  if (isRain) return ofCode === 'ice' ? 'ice' : 'rain';
  return ofCode ?? 'precipitation';
}
