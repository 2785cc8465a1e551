import type { ForecastHour, HourlyForecast } from '../../../datasets/hourly/hourly-forecast.js';
import { ProviderError } from '../../provider.error.js';
import { booleanOrNull, recordsOf, valueAt, type JsonRecord } from '../../upstream/json.js';
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
  toCelsius,
  toCentimeters,
  toKilometersPerHour,
  toMeters,
  toMillimeters,
} from './accwea.units.js';

/**
 * Reads an hourly forecast (`/forecasts/v1/hourly/{span}hour/{key}?details=true`): a list of hours.
 * A field that cannot be read is null; an hour without an instant, or of nothing else, is left out.
 * @throws ProviderError when the body holds no hour at all
 */
export function toHourlyForecast(body: unknown): HourlyForecast {
  const hours = recordsOf(body)
    .map(readHour)
    .filter((hour) => hour !== null)
    // In the night that the clock goes back, local times repeat themselves; instants do not.
    .toSorted((a, b) => a.startsAtMs - b.startsAtMs);
  if (hours.length === 0) throw new ProviderError('malformed', 'the answer holds no hour');
  return { hours };
}

function readHour(hour: JsonRecord): ForecastHour | null {
  const startsAtMs = toInstantMs(hour['EpochDateTime']);
  const told = weatherOf(hour);
  return startsAtMs === null || isBlank(told) ? null : { startsAtMs, ...told };
}

function weatherOf(hour: JsonRecord): Omit<ForecastHour, 'startsAtMs'> {
  return {
    condition: toConditionCode(hour['WeatherIcon']),
    isDay: booleanOrNull(hour['IsDaylight']),
    temperatureCelsius: toCelsius(hour['Temperature']),
    feelsLikeCelsius:
      toCelsius(hour['RealFeelTemperature']) ?? toCelsius(hour['RealFeelTemperatureShade']),
    humidityPercent: toPercent(hour['RelativeHumidity']),
    cloudCoverPercent: toPercent(hour['CloudCover']),
    windKilometersPerHour: speed(hour['Wind']),
    gustKilometersPerHour: speed(hour['WindGust']),
    windFromDegrees: windFromDegrees(hour['Wind']),
    visibilityMeters: notNegative(toMeters(hour['Visibility'])),
    precipitationProbabilityPercent: toPercent(hour['PrecipitationProbability']),
    precipitationMillimeters: notNegative(toMillimeters(hour['TotalLiquid'])),
    snowCentimeters: notNegative(toCentimeters(hour['Snow'])),
    uvIndex: toUvIndex(hour['UVIndex'], hour['UVIndexFloat']),
  };
}

function speed(wind: unknown): number | null {
  return notNegative(toKilometersPerHour(valueAt(wind, 'Speed')));
}
