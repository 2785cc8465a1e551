import { epochSeconds, toCelsius, toMeters, toMetersPerSecond, toPascals } from '../convert.js';
import type { WeatherBodies } from '../weather-bodies.js';
import { garminConditionNumber } from './garmin-condition.js';

/** As `Toybox.Weather.CurrentConditions`: °C, m/s, Pa, m, %; a `Time.Moment` is its `value()`, seconds since the epoch. */
export interface GarminCurrentConditions {
  readonly cloudCover: number | null;
  readonly condition: number;
  readonly dewPoint: number | null;
  readonly feelsLikeTemperature: number | null;
  readonly highTemperature: number | null;
  readonly lowTemperature: number | null;
  readonly observationLocationName: string | null;
  readonly observationTime: number | null;
  readonly precipitationChance: number | null;
  readonly pressure: number | null;
  readonly relativeHumidity: number | null;
  readonly temperature: number | null;
  readonly uvIndex: number | null;
  readonly visibility: number | null;
  readonly windBearing: number | null;
  readonly windSpeed: number | null;
}

/** As `Toybox.Weather.HourlyForecast`. */
export interface GarminHourlyForecast {
  readonly cloudCover: number | null;
  readonly condition: number;
  readonly forecastTime: number | null;
  readonly precipitationChance: number | null;
  readonly relativeHumidity: number | null;
  readonly temperature: number | null;
  readonly uvIndex: number | null;
  readonly windBearing: number | null;
  readonly windSpeed: number | null;
}

/** As `Toybox.Weather.DailyForecast`. */
export interface GarminDailyForecast {
  readonly condition: number;
  /** The sunrise of the day; null where the sun does not rise. */
  readonly forecastTime: number | null;
  readonly highTemperature: number | null;
  readonly lowTemperature: number | null;
  readonly precipitationChance: number | null;
}

/** Where a body is missing, its forecast is null, as `getHourlyForecast()` and `getDailyForecast()` return it. */
export interface GarminWeather {
  readonly currentConditions: GarminCurrentConditions;
  readonly hourlyForecast: readonly GarminHourlyForecast[] | null;
  readonly dailyForecast: readonly GarminDailyForecast[] | null;
}

type Hourly = NonNullable<WeatherBodies['hourly']>;
type Daily = NonNullable<WeatherBodies['daily']>;

/**
 * The weather in the shape of `Toybox.Weather`, whose units are fixed: bodies of either unit system give the same
 * (https://developer.garmin.com/connect-iq/api-docs/Toybox/Weather.html).
 */
export function garminWeather(bodies: WeatherBodies): GarminWeather {
  const { hourly, daily } = bodies;
  return {
    currentConditions: current(bodies),
    hourlyForecast: hourly ? hourly.hours.map((hour) => ofHour(hour, hourly.units)) : null,
    dailyForecast: daily ? daily.days.map((day) => ofDay(day, daily.units)) : null,
  };
}

function current({ conditions: now, hourly, daily }: WeatherBodies): GarminCurrentConditions {
  const today = daily ? daily.days.map((day) => ofDay(day, daily.units))[0] : undefined;
  return {
    cloudCover: now.cloudCover,
    condition: garminConditionNumber(now.condition),
    dewPoint: toCelsius(now.dewPoint, now.units),
    feelsLikeTemperature: toCelsius(now.feelsLike, now.units),
    highTemperature: today?.highTemperature ?? null,
    lowTemperature: today?.lowTemperature ?? null,
    observationLocationName: now.place.name,
    observationTime: epochSeconds(now.observedAt),
    precipitationChance: hourly?.hours[0]?.precipitationProbability ?? null,
    pressure: toPascals(now.pressure, now.units),
    relativeHumidity: now.humidity,
    temperature: toCelsius(now.temperature, now.units),
    uvIndex: now.uvIndex,
    visibility: toMeters(now.visibility, now.units),
    windBearing: now.windDirection,
    windSpeed: toMetersPerSecond(now.windSpeed, now.units),
  };
}

function ofHour(hour: Hourly['hours'][number], units: Hourly['units']): GarminHourlyForecast {
  return {
    cloudCover: hour.cloudCover,
    condition: garminConditionNumber(hour.condition),
    forecastTime: epochSeconds(hour.time),
    precipitationChance: hour.precipitationProbability,
    relativeHumidity: hour.humidity,
    temperature: toCelsius(hour.temperature, units),
    uvIndex: hour.uvIndex,
    windBearing: hour.windDirection,
    windSpeed: toMetersPerSecond(hour.windSpeed, units),
  };
}

function ofDay(day: Daily['days'][number], units: Daily['units']): GarminDailyForecast {
  return {
    condition: garminConditionNumber(day.condition),
    forecastTime: epochSeconds(day.sunrise),
    highTemperature: toCelsius(day.temperatureMax, units),
    lowTemperature: toCelsius(day.temperatureMin, units),
    precipitationChance: day.precipitationProbability,
  };
}
