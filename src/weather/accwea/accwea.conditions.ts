import type { Conditions } from '../datasets/conditions.js';
import { ProviderError } from '../errors/provider.error.js';
import { eitherSystem, toMeters, toMillimeters } from './accwea.units.js';
import { isRecord, numberOrNull, soleRecord, type JsonRecord } from '../upstream/json.js';

/**
 * Reads current conditions (`/currentconditions/v1/{key}?details=true`): a list of one observation.
 * Any field may be null, missing or new; one that cannot be read is null.
 * @throws ProviderError when the body is no observation at all
 */
export function toConditions(body: unknown): Conditions {
  const observation = soleRecord(body);
  const conditions = observation && readObservation(observation);
  if (!conditions || Object.values(conditions).every((value) => value === null)) {
    throw new ProviderError('malformed', 'the answer holds no observation');
  }
  return conditions;
}

function readObservation(observation: JsonRecord): Conditions {
  const epochSeconds = numberOrNull(observation['EpochTime']);
  return {
    observedAtMs: epochSeconds === null ? null : epochSeconds * 1000,
    condition: null,
    isDay: null,
    temperatureCelsius: null,
    feelsLikeCelsius: null,
    dewPointCelsius: null,
    humidityPercent: null,
    cloudCoverPercent: null,
    windKilometersPerHour: null,
    gustKilometersPerHour: null,
    windFromDegrees: null,
    pressureHectopascals: null,
    pressureTrend: null,
    precipitationKind: null,
    visibilityMeters: notNegative(eitherSystem(observation['Visibility'], toMeters)),
    precipitationPastHourMillimeters: notNegative(pastHour(observation)),
    uvIndex: uvIndexOf(observation),
  };
}

/** `PrecipitationSummary.Precipitation` is another thing: it was 3.3 mm where the past hour was 0.5. */
function pastHour(observation: JsonRecord): number | null {
  const summary = observation['PrecipitationSummary'];
  const inSummary = isRecord(summary) ? eitherSystem(summary['PastHour'], toMillimeters) : null;
  return inSummary ?? eitherSystem(observation['Precip1hr'], toMillimeters);
}

function uvIndexOf(observation: JsonRecord): number | null {
  const index = numberOrNull(observation['UVIndex']) ?? numberOrNull(observation['UVIndexFloat']);
  return index === null || index < 0 ? null : Math.round(index);
}

function notNegative(value: number | null): number | null {
  return value !== null && value < 0 ? null : value;
}
