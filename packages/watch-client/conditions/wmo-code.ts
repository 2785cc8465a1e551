import { knownCondition, type Condition } from './condition.js';

/**
 * Codes of WMO table 4677, only those that Open-Meteo uses as `weather_code`, because programs that read them know no
 * others (https://open-meteo.com/en/docs, "WMO Weather interpretation codes"). Null where the condition says nothing
 * about sky and precipitation. That subset has neither haze nor ice pellets nor rain with snow; it gets the code that
 * warns of the same.
 */
export const WMO_CODES: Readonly<Record<Condition, number | null>> = {
  unknown: null,
  clear: 0,
  'mostly-clear': 1,
  'partly-cloudy': 2,
  'mostly-cloudy': 3,
  cloudy: 3,
  overcast: 3,
  haze: 45, // fog
  fog: 45,
  drizzle: 53, // moderate
  rain: 63, // moderate
  showers: 81, // moderate
  thunderstorm: 95,
  hail: 96, // thunderstorm with hail
  flurries: 85, // slight snow showers
  snow: 73, // moderate
  sleet: 66, // light freezing rain
  'freezing-rain': 66, // light
  ice: 66, // light freezing rain
  'rain-and-snow': 71, // slight snow
  hot: null,
  cold: null,
  windy: null,
};

/** @returns null for a condition that says nothing about sky and precipitation, and for an unknown one */
export function wmoCode(condition: string | null): number | null {
  return WMO_CODES[knownCondition(condition)];
}
