import type {
  Conditions,
  PrecipitationKind,
  PressureTrend,
} from '../../../datasets/conditions/conditions.js';
import { ProviderError } from '../../provider.error.js';
import { booleanOrNull, singleRecord, valueAt, type JsonRecord } from '../../upstream/json.js';
import { withinRange } from '../../../values/value-range.js';
import { isBlank, toInstantMs, toPercent, toUvIndex, windFromDegrees } from './accwea.fields.js';
import { toConditionCode } from './accwea.icons.js';
import {
  eitherSystem,
  toCelsius,
  toHectopascals,
  toKilometersPerHour,
  toMeters,
  toMillimeters,
} from './accwea.units.js';

/** `PrecipitationType`; null when it is dry. */
const KINDS: ReadonlyMap<unknown, PrecipitationKind> = new Map([
  ['Rain', 'rain'],
  ['Snow', 'snow'],
  ['Ice', 'ice'],
  ['Mixed', 'mixed'],
]);

/** `PressureTendency.Code`; the text beside it is in the requested language. */
const TRENDS: ReadonlyMap<unknown, PressureTrend> = new Map([
  ['R', 'rising'],
  ['S', 'steady'],
  ['F', 'falling'],
]);

/**
 * Reads current conditions (`/currentconditions/v1/{key}?details=true`): a list of one observation.
 * Any field may be null, missing or new; an unreadable field is null.
 * @throws ProviderError when the body contains no observation
 */
export function toConditions(body: unknown): Conditions {
  const observation = singleRecord(body);
  const conditions = observation && readObservation(observation);
  if (!conditions || isBlank(conditions)) {
    throw new ProviderError('malformed', 'the answer holds no observation');
  }
  return conditions;
}

function readObservation(observation: JsonRecord): Conditions {
  return {
    observedAtMs: toInstantMs(observation['EpochTime']),
    condition: toConditionCode(observation['WeatherIcon']),
    isDay: booleanOrNull(observation['IsDayTime']),
    temperatureCelsius: degrees(observation['Temperature']),
    feelsLikeCelsius: feelsLike(observation),
    dewPointCelsius: degrees(observation['DewPoint']),
    humidityPercent: toPercent(observation['RelativeHumidity']),
    cloudCoverPercent: toPercent(observation['CloudCover']),
    windKilometersPerHour: speed(observation['Wind']),
    gustKilometersPerHour: speed(observation['WindGust']),
    windFromDegrees: windFromDegrees(observation['Wind']),
    pressureHectopascals: withinRange(
      'pressure',
      eitherSystem(observation['Pressure'], toHectopascals),
    ),
    pressureTrend: TRENDS.get(valueAt(observation, 'PressureTendency', 'Code')) ?? null,
    visibilityMeters: withinRange('visibility', eitherSystem(observation['Visibility'], toMeters)),
    precipitationPastHourMillimeters: withinRange('precipitation', pastHour(observation)),
    precipitationKind: KINDS.get(observation['PrecipitationType']) ?? null,
    uvIndex: toUvIndex(observation['UVIndex'], observation['UVIndexFloat']),
  };
}

function degrees(temperature: unknown): number | null {
  return withinRange('temperature', eitherSystem(temperature, toCelsius));
}

function speed(wind: unknown): number | null {
  return withinRange('speed', eitherSystem(valueAt(wind, 'Speed'), toKilometersPerHour));
}

/**
 * RealFeel in the shade uses the same scale without the sun. `ApparentTemperature` uses another scale:
 * it was 19.4 where RealFeel was 13.8 at 16.5 °C, so it is not a substitute.
 */
function feelsLike(observation: JsonRecord): number | null {
  return (
    degrees(observation['RealFeelTemperature']) ?? degrees(observation['RealFeelTemperatureShade'])
  );
}

/** `PrecipitationSummary.Precipitation` has another meaning: it was 3.3 mm where the past hour was 0.5. */
function pastHour(observation: JsonRecord): number | null {
  const inSummary = valueAt(observation, 'PrecipitationSummary', 'PastHour');
  return (
    eitherSystem(inSummary, toMillimeters) ?? eitherSystem(observation['Precip1hr'], toMillimeters)
  );
}
