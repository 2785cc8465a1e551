import { UNKNOWN_POLLEN } from '../../../datasets/daily/air/pollen.js';
import type { DailyForecast, ForecastDay } from '../../../datasets/daily/daily-forecast.js';
import type { Place } from '../../../places/place.js';
import { ProviderError } from '../../provider.error.js';
import {
  numberOrNull,
  recordsOf,
  textOrNull,
  valueAt,
  type JsonRecord,
} from '../../upstream/json.js';
import { withinRange } from '../../../values/value-range.js';
import { reportsPollen, toAirQuality, toPollen } from './accwea.air.js';
import { isBlank, toInstantMs, toPercent, toUvIndex, windFromDegrees } from './accwea.fields.js';
import { toConditionCode } from './accwea.icons.js';
import { toMoon } from './accwea.moon.js';
import {
  tidy,
  toCelsius,
  toCentimeters,
  toKilometersPerHour,
  toMillimeters,
} from './accwea.units.js';

/** What a place is known to have. */
type Coverage = Pick<Place, 'hasAirQuality' | 'hasPollen'>;

/**
 * Reads a daily forecast (`/forecasts/v1/daily/{span}day/{key}?details=true`): days of two halves each.
 * An unreadable field is null; a day without a date or without any weather is omitted.
 * @throws ProviderError when the body contains no day
 */
export function toDailyForecast(body: unknown, place: Coverage): DailyForecast {
  const reported = recordsOf(valueAt(body, 'DailyForecasts'));
  const hasPollen = reportsPollen(reported, place);
  const days = reported
    .map((day) => readDay(day, { hasAirQuality: place.hasAirQuality, hasPollen }))
    .filter((day) => day !== null)
    .toSorted((a, b) => a.date.localeCompare(b.date));
  if (days.length === 0) throw new ProviderError('malformed', 'the answer holds no day');
  return { days, timeZone: null };
}

function readDay(day: JsonRecord, has: Coverage): ForecastDay | null {
  const date = calendarDay(day['Date']);
  const weather = weatherOf(day);
  if (date === null || isBlank(weather)) return null;
  return {
    date,
    ...weather,
    sunshineHours: withinRange('hoursOfDay', numberOrNull(day['HoursOfSun'])),
    ...toAirQuality(day, has),
    ...(has.hasPollen ? toPollen(day) : UNKNOWN_POLLEN),
    ...toMoon(day['Moon']),
  };
}

function weatherOf(day: JsonRecord) {
  const valuesAt = (...path: readonly string[]): unknown[] =>
    [day['Day'], day['Night']].map((half) => valueAt(half, ...path));
  return {
    condition: toConditionCode(valueAt(day, 'Day', 'Icon')),
    nightCondition: toConditionCode(valueAt(day, 'Night', 'Icon')),
    lowestCelsius: degrees(valueAt(day, 'Temperature', 'Minimum')),
    highestCelsius: degrees(valueAt(day, 'Temperature', 'Maximum')),
    precipitationProbabilityPercent: highest(valuesAt('PrecipitationProbability'), toPercent),
    precipitationMillimeters: total(valuesAt('TotalLiquid'), precipitation),
    snowCentimeters: total(valuesAt('Snow'), snow),
    windKilometersPerHour: highest(valuesAt('Wind', 'Speed'), speed),
    gustKilometersPerHour: highest(valuesAt('WindGust', 'Speed'), speed),
    windFromDegrees: windFromDegrees(valueAt(day, 'Day', 'Wind')),
    uvIndex: highestUvIndex(day),
    sunriseAtMs: toInstantMs(valueAt(day, 'Sun', 'EpochRise')),
    sunsetAtMs: toInstantMs(valueAt(day, 'Sun', 'EpochSet')),
  };
}

/**
 * The calendar day in `Date`, ignoring its time and offset: the offset is that of the time of issue even
 * after a clock change, and the instant lies on the previous day for half of the world.
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

const degrees: Read = (value) => withinRange('temperature', toCelsius(value));
const precipitation: Read = (value) => withinRange('precipitation', toMillimeters(value));
const snow: Read = (value) => withinRange('snow', toCentimeters(value));
const speed: Read = (value) => withinRange('speed', toKilometersPerHour(value));

function highest(halves: readonly unknown[], read: Read): number | null {
  return combine(halves, read, (values) => Math.max(...values));
}

function total(halves: readonly unknown[], read: Read): number | null {
  return combine(halves, read, (values) => tidy(values.reduce((sum, value) => sum + value)));
}

/** A missing half is ignored; an unreadable half makes the day unknown, because the other half is not the day. */
function combine(
  halves: readonly unknown[],
  read: Read,
  join: (values: readonly number[]) => number,
): number | null {
  const present = halves.filter((half) => half !== undefined && half !== null);
  const values = present.map(read).filter((value) => value !== null);
  return values.length === 0 || values.length < present.length ? null : join(values);
}
