import type { DailyForecast, ForecastDay } from '../../../datasets/daily/daily-forecast.js';
import { ProviderError } from '../../provider.error.js';
import { recordsOf, textOrNull, valueAt, type JsonRecord } from '../../upstream/json.js';
import {
  isBlank,
  notNegative,
  toInstantMs,
  toPercent,
  toUvIndex,
  windFromDegrees,
} from './accwea.fields.js';
import { toConditionCode } from './accwea.icons.js';
import {
  tidy,
  toCelsius,
  toCentimeters,
  toKilometersPerHour,
  toMillimeters,
} from './accwea.units.js';

/**
 * Reads a daily forecast (`/forecasts/v1/daily/{span}day/{key}?details=true`): days of two halves each.
 * A field that cannot be read is null; a day without a date, or of nothing else, is left out.
 * @throws ProviderError when the body holds no day at all
 */
export function toDailyForecast(body: unknown): DailyForecast {
  const days = recordsOf(valueAt(body, 'DailyForecasts'))
    .map(readDay)
    .filter((day) => day !== null)
    .toSorted((a, b) => a.date.localeCompare(b.date));
  if (days.length === 0) throw new ProviderError('malformed', 'the answer holds no day');
  return { days, timeZone: null };
}

function readDay(day: JsonRecord): ForecastDay | null {
  const date = calendarDay(day['Date']);
  const told = weatherOf(day);
  return date === null || isBlank(told) ? null : { date, ...told };
}

function weatherOf(day: JsonRecord): Omit<ForecastDay, 'date'> {
  const told = (...path: readonly string[]): unknown[] =>
    [day['Day'], day['Night']].map((half) => valueAt(half, ...path));
  return {
    condition: toConditionCode(valueAt(day, 'Day', 'Icon')),
    nightCondition: toConditionCode(valueAt(day, 'Night', 'Icon')),
    lowestCelsius: toCelsius(valueAt(day, 'Temperature', 'Minimum')),
    highestCelsius: toCelsius(valueAt(day, 'Temperature', 'Maximum')),
    precipitationProbabilityPercent: highest(told('PrecipitationProbability'), toPercent),
    precipitationMillimeters: total(told('TotalLiquid'), toMillimeters),
    snowCentimeters: total(told('Snow'), toCentimeters),
    windKilometersPerHour: highest(told('Wind', 'Speed'), toKilometersPerHour),
    gustKilometersPerHour: highest(told('WindGust', 'Speed'), toKilometersPerHour),
    windFromDegrees: windFromDegrees(valueAt(day, 'Day', 'Wind')),
    uvIndex: highestUvIndex(day),
    sunriseAtMs: toInstantMs(valueAt(day, 'Sun', 'EpochRise')),
    sunsetAtMs: toInstantMs(valueAt(day, 'Sun', 'EpochSet')),
  };
}

/**
 * The day that `Date` names, whatever its time and offset say: it keeps the offset of the time of issue
 * even past a change of clocks, and as an instant it is the day before for half of the world.
 */
function calendarDay(date: unknown): string | null {
  const day = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(textOrNull(date) ?? '')?.[0];
  if (day === undefined) return null;
  const midnight = new Date(`${day}T00:00:00Z`);
  // `Date` reads 30 February as 2 March.
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
  return exists ? day : null;
}

function highestUvIndex(day: JsonRecord): number | null {
  const listed = recordsOf(day['AirAndPollen']).find(({ Name }) => Name === 'UVIndex');
  return toUvIndex(listed?.['Value'], valueAt(day, 'Day', 'UVIndexFloat', 'Maximum'));
}

type Read = (value: unknown) => number | null;

function highest(halves: readonly unknown[], read: Read): number | null {
  return combine(halves, read, (values) => Math.max(...values));
}

function total(halves: readonly unknown[], read: Read): number | null {
  return combine(halves, read, (values) => tidy(values.reduce((sum, value) => sum + value)));
}

/** A half that says nothing leaves it to the other. One that cannot be read does not: the rest is not the day. */
function combine(
  halves: readonly unknown[],
  read: Read,
  join: (values: readonly number[]) => number,
): number | null {
  const told = halves.filter((half) => half !== undefined && half !== null);
  const values = told.map((half) => notNegative(read(half))).filter((value) => value !== null);
  return values.length === 0 || values.length < told.length ? null : join(values);
}
