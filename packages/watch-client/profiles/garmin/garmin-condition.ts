import { knownCondition, type Condition } from '../../conditions/condition.js';

/**
 * The constants of `Toybox.Weather` that this API uses
 * (https://developer.garmin.com/connect-iq/api-docs/Toybox/Weather.html).
 */
export const GARMIN_CONDITION_NUMBERS = {
  CONDITION_CLEAR: 0,
  CONDITION_PARTLY_CLOUDY: 1,
  CONDITION_MOSTLY_CLOUDY: 2,
  CONDITION_RAIN: 3,
  CONDITION_SNOW: 4,
  CONDITION_WINDY: 5,
  CONDITION_THUNDERSTORMS: 6,
  CONDITION_FOG: 8,
  CONDITION_HAIL: 10,
  CONDITION_CLOUDY: 20,
  CONDITION_RAIN_SNOW: 21,
  CONDITION_MOSTLY_CLEAR: 23,
  CONDITION_SHOWERS: 25,
  CONDITION_DRIZZLE: 31,
  CONDITION_ICE: 34,
  CONDITION_HAZE: 39,
  CONDITION_FLURRIES: 48,
  CONDITION_FREEZING_RAIN: 49,
  CONDITION_SLEET: 50,
  CONDITION_UNKNOWN: 53,
} as const;

/** Garmin has no constant for a temperature without weather. */
export const GARMIN_CONDITIONS: Readonly<Record<Condition, keyof typeof GARMIN_CONDITION_NUMBERS>> =
  {
    unknown: 'CONDITION_UNKNOWN',
    clear: 'CONDITION_CLEAR',
    'mostly-clear': 'CONDITION_MOSTLY_CLEAR',
    'partly-cloudy': 'CONDITION_PARTLY_CLOUDY',
    'mostly-cloudy': 'CONDITION_MOSTLY_CLOUDY',
    cloudy: 'CONDITION_CLOUDY',
    overcast: 'CONDITION_CLOUDY',
    haze: 'CONDITION_HAZE',
    fog: 'CONDITION_FOG',
    drizzle: 'CONDITION_DRIZZLE',
    rain: 'CONDITION_RAIN',
    showers: 'CONDITION_SHOWERS',
    thunderstorm: 'CONDITION_THUNDERSTORMS',
    hail: 'CONDITION_HAIL',
    flurries: 'CONDITION_FLURRIES',
    snow: 'CONDITION_SNOW',
    sleet: 'CONDITION_SLEET',
    'freezing-rain': 'CONDITION_FREEZING_RAIN',
    ice: 'CONDITION_ICE',
    'rain-and-snow': 'CONDITION_RAIN_SNOW',
    hot: 'CONDITION_UNKNOWN',
    cold: 'CONDITION_UNKNOWN',
    windy: 'CONDITION_WINDY',
  };

export function garminConditionNumber(condition: string | null): number {
  return GARMIN_CONDITION_NUMBERS[GARMIN_CONDITIONS[knownCondition(condition)]];
}
