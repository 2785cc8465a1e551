import { epochSeconds, rounded } from '../convert.js';
import type { WeatherBodies } from '../weather-bodies.js';
import { wearOsConditionNumber } from './wear-os-condition.js';

/** Values by the name of their data source, without brackets: `WEATHER.HOURS.0.TEMPERATURE`. Null: not known. */
export type WearOsWeather = Readonly<Record<`WEATHER.${string}`, number | string | boolean | null>>;

type Conditions = WeatherBodies['conditions'];
type Hour = NonNullable<WeatherBodies['hourly']>['hours'][number];
type Day = NonNullable<WeatherBodies['daily']>['days'][number];

const TEMPERATURE_UNITS = { metric: 1, imperial: 2 } as const;
/** Faces read no further. */
const HOURS = 8;
const DAYS = 5;

/**
 * The weather in the shape of the Watch Face Format's data sources `[WEATHER.*]`, in the units of the bodies
 * (https://developer.android.com/training/wearables/wff/weather). `WEATHER.IS_ERROR` says that the weather is stale.
 * A day has one probability of precipitation, of day and night; `CHANCE_OF_PRECIPITATION_NIGHT` is null.
 */
export function wearOsWeather({ conditions, hourly, daily }: WeatherBodies): WearOsWeather {
  const today = daily?.days[0];
  return {
    ...current(conditions),
    'WEATHER.DAY_TEMPERATURE_LOW': rounded(today?.temperatureMin ?? null),
    'WEATHER.DAY_TEMPERATURE_HIGH': rounded(today?.temperatureMax ?? null),
    'WEATHER.CHANCE_OF_PRECIPITATION': hourly?.hours[0]?.precipitationProbability ?? null,
    ...indexed('HOURS', HOURS, hourly?.hours ?? [], ofHour),
    ...indexed('DAYS', DAYS, daily?.days ?? [], ofDay),
  };
}

function current(conditions: Conditions): WearOsWeather {
  const { condition, isDay, temperature, text, units, uvIndex, observedAt, stale } = conditions;
  const observedSeconds = epochSeconds(observedAt);
  return {
    'WEATHER.IS_AVAILABLE': true,
    'WEATHER.IS_ERROR': stale,
    'WEATHER.CONDITION': wearOsConditionNumber(condition, isDay),
    'WEATHER.CONDITION_NAME': text,
    'WEATHER.IS_DAY': isDay,
    'WEATHER.TEMPERATURE': rounded(temperature),
    'WEATHER.TEMPERATURE_UNIT': TEMPERATURE_UNITS[units],
    'WEATHER.UV_INDEX': uvIndex,
    'WEATHER.LAST_UPDATED': observedSeconds === null ? null : observedSeconds * 1_000,
  };
}

type Fields = Readonly<Record<string, number | string | boolean | null>>;

function ofHour({ condition, isDay, temperature, text, uvIndex }: Hour): Fields {
  return {
    CONDITION: wearOsConditionNumber(condition, isDay),
    CONDITION_NAME: text,
    IS_DAY: isDay,
    TEMPERATURE: rounded(temperature),
    UV_INDEX: uvIndex,
  };
}

function ofDay(day: Day): Fields {
  return {
    CONDITION_DAY: wearOsConditionNumber(day.condition, true),
    CONDITION_DAY_NAME: day.text,
    CONDITION_NIGHT: wearOsConditionNumber(day.nightCondition, false),
    CONDITION_NIGHT_NAME: day.nightText,
    TEMPERATURE_LOW: rounded(day.temperatureMin),
    TEMPERATURE_HIGH: rounded(day.temperatureMax),
    CHANCE_OF_PRECIPITATION: day.precipitationProbability,
    CHANCE_OF_PRECIPITATION_NIGHT: null,
    UV_INDEX: day.uvIndex,
  };
}

/** Fields of the entries, and for each that is missing `IS_AVAILABLE: false`. */
function indexed<T>(
  group: 'HOURS' | 'DAYS',
  count: number,
  entries: readonly T[],
  fieldsOf: (entry: T) => Fields,
): WearOsWeather {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const entry = entries[index];
      const fields = entry === undefined ? {} : fieldsOf(entry);
      return Object.entries({ IS_AVAILABLE: entry !== undefined, ...fields }).map(
        ([name, value]) => [`WEATHER.${group}.${index}.${name}`, value],
      );
    }).flat(),
  ) as WearOsWeather;
}
