import type { ForecastHour, HourlyForecast } from '../../../datasets/hourly/hourly-forecast.js';
import { ProviderError } from '../../provider.error.js';
import { booleanOrNull, recordsOf, valueAt, type JsonRecord } from '../../upstream/json.js';
import { withinRange } from '../../../values/value-range.js';
import { isBlank, toInstantMs, toPercent, toUvIndex, windFromDegrees } from './accwea.fields.js';
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
 * An unreadable field is null; an hour without an instant or without any other field is omitted.
 * @throws ProviderError when the body contains no hour
 */
export function toHourlyForecast(body: unknown): HourlyForecast {
  const hours = recordsOf(body)
    .map(readHour)
    .filter((hour) => hour !== null)
    // When the clock goes back, local times repeat; instants do not.
    .toSorted((a, b) => a.startsAtMs - b.startsAtMs);
  if (hours.length === 0) throw new ProviderError('malformed', 'the answer holds no hour');
  return { hours };
}

function readHour(hour: JsonRecord): ForecastHour | null {
  const startsAtMs = toInstantMs(hour['EpochDateTime']);
  const weather = weatherOf(hour);
  return startsAtMs === null || isBlank(weather) ? null : { startsAtMs, ...weather };
}

function weatherOf(hour: JsonRecord): Omit<ForecastHour, 'startsAtMs'> {
  return {
    condition: toConditionCode(hour['WeatherIcon']),
    isDay: booleanOrNull(hour['IsDaylight']),
    temperatureCelsius: degrees(hour['Temperature']),
    feelsLikeCelsius:
      degrees(hour['RealFeelTemperature']) ?? degrees(hour['RealFeelTemperatureShade']),
    humidityPercent: toPercent(hour['RelativeHumidity']),
    cloudCoverPercent: toPercent(hour['CloudCover']),
    windKilometersPerHour: speed(hour['Wind']),
    gustKilometersPerHour: speed(hour['WindGust']),
    windFromDegrees: windFromDegrees(hour['Wind']),
    visibilityMeters: withinRange('visibility', toMeters(hour['Visibility'])),
    precipitationProbabilityPercent: toPercent(hour['PrecipitationProbability']),
    precipitationMillimeters: withinRange('precipitation', toMillimeters(hour['TotalLiquid'])),
    snowCentimeters: withinRange('snow', toCentimeters(hour['Snow'])),
    uvIndex: toUvIndex(hour['UVIndex'], hour['UVIndexFloat']),
  };
}

function degrees(temperature: unknown): number | null {
  return withinRange('temperature', toCelsius(temperature));
}

function speed(wind: unknown): number | null {
  return withinRange('speed', toKilometersPerHour(valueAt(wind, 'Speed')));
}
