import type { ConditionCode } from '../../../condition-code.js';
import type { PrecipitationKind } from '../../../datasets/conditions/conditions.js';

interface Meaning {
  readonly condition: ConditionCode;
  readonly precipitation: PrecipitationKind | null;
}

const dry = (condition: ConditionCode): Meaning => ({ condition, precipitation: null });
const wet = (condition: ConditionCode, falls: PrecipitationKind): Meaning => ({
  condition,
  precipitation: falls,
});

/**
 * The WMO weather interpretation codes of Open-Meteo (its documentation, "Weather variable
 * documentation"): a subset of WMO table 4677.
 */
const MEANINGS: Readonly<Record<number, Meaning>> = {
  0: dry('clear'),
  1: dry('mostly-clear'),
  2: dry('partly-cloudy'),
  3: dry('overcast'),
  45: dry('fog'),
  48: dry('fog'), // with rime
  51: wet('drizzle', 'rain'), // light
  53: wet('drizzle', 'rain'), // moderate
  55: wet('drizzle', 'rain'), // dense
  56: wet('freezing-rain', 'ice'), // freezing drizzle, light
  57: wet('freezing-rain', 'ice'), // freezing drizzle, dense
  61: wet('rain', 'rain'), // slight
  63: wet('rain', 'rain'), // moderate
  65: wet('rain', 'rain'), // heavy
  66: wet('freezing-rain', 'ice'), // light
  67: wet('freezing-rain', 'ice'), // heavy
  71: wet('snow', 'snow'), // slight
  73: wet('snow', 'snow'), // moderate
  75: wet('snow', 'snow'), // heavy
  77: wet('snow', 'snow'), // snow grains
  80: wet('showers', 'rain'), // slight
  81: wet('showers', 'rain'), // moderate
  82: wet('showers', 'rain'), // violent
  85: wet('flurries', 'snow'), // snow showers, slight
  86: wet('snow', 'snow'), // snow showers, heavy
  95: wet('thunderstorm', 'rain'),
  96: wet('hail', 'mixed'), // thunderstorm with slight hail
  99: wet('hail', 'mixed'), // thunderstorm with heavy hail
};

/** `unknown` for an unlisted code; null when it is missing. */
export function conditionOf(code: number | null): ConditionCode | null {
  return code === null ? null : (MEANINGS[code]?.condition ?? 'unknown');
}

/** Null when it is dry or the code is unlisted. */
export function precipitationKindOf(code: number | null): PrecipitationKind | null {
  return code === null ? null : (MEANINGS[code]?.precipitation ?? null);
}
