import type { DailyForecast, ForecastDay } from '../datasets/daily-forecast.js';
import { ProviderError } from '../errors/provider.error.js';
import { recordsOf, textOrNull, valueAt, type JsonRecord } from '../upstream/json.js';
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
  const halves = [day['Day'], day['Night']];
  return {
    condition: toConditionCode(valueAt(day, 'Day', 'Icon')),
    nightCondition: toConditionCode(valueAt(day, 'Night', 'Icon')),
    lowestCelsius: toCelsius(valueAt(day, 'Temperature', 'Minimum')),
    highestCelsius: toCelsius(valueAt(day, 'Temperature', 'Maximum')),
    precipitationProbabilityPercent: highest(halves.map(probability)),
    precipitationMillimeters: total(halves.map(water)),
    snowCentimeters: total(halves.map(snow)),
    windKilometersPerHour: highest(halves.map((half) => speed(half, 'Wind'))),
    gustKilometersPerHour: highest(halves.map((half) => speed(half, 'WindGust'))),
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

const probability = (half: unknown): number | null =>
  toPercent(valueAt(half, 'PrecipitationProbability'));

const water = (half: unknown): number | null =>
  notNegative(toMillimeters(valueAt(half, 'TotalLiquid')));

const snow = (half: unknown): number | null => notNegative(toCentimeters(valueAt(half, 'Snow')));

const speed = (half: unknown, wind: 'Wind' | 'WindGust'): number | null =>
  notNegative(toKilometersPerHour(valueAt(half, wind, 'Speed')));

function highestUvIndex(day: JsonRecord): number | null {
  const listed = recordsOf(day['AirAndPollen']).find(({ Name }) => Name === 'UVIndex');
  return toUvIndex(listed?.['Value'], valueAt(day, 'Day', 'UVIndexFloat', 'Maximum'));
}

function highest(halves: readonly (number | null)[]): number | null {
  const known = halves.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function total(halves: readonly (number | null)[]): number | null {
  const known = halves.filter((value) => value !== null);
  return known.length === 0 ? null : tidy(known.reduce((sum, value) => sum + value));
}
