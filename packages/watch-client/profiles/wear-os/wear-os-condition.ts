import { knownCondition, type Condition } from '../../conditions/condition.js';

/**
 * The values of `[WEATHER.CONDITION]` in the Watch Face Format, version 2 and later
 * (https://developer.android.com/training/wearables/wff/common/attributes/source-type).
 */
export const WEAR_OS_CONDITION_NUMBERS = {
  UNKNOWN_CONDITION: 0,
  CLEAR: 1,
  CLOUDY: 2,
  FOG: 3,
  HEAVY_RAIN: 4,
  HEAVY_SNOW: 5,
  RAIN: 6,
  SNOW: 7,
  SUNNY: 8,
  THUNDERSTORM: 9,
  SLEET: 10,
  LIGHT_SNOW: 11,
  LIGHT_RAIN: 12,
  MIST: 13,
  PARTLY_CLOUDY: 14,
  WINDY: 15,
} as const;

type WearOsCondition = keyof typeof WEAR_OS_CONDITION_NUMBERS;

/** By day; a clear night is not sunny. The format has no value for a temperature without weather. */
export const WEAR_OS_CONDITIONS: Readonly<Record<Condition, WearOsCondition>> = {
  unknown: 'UNKNOWN_CONDITION',
  clear: 'SUNNY',
  'mostly-clear': 'SUNNY',
  'partly-cloudy': 'PARTLY_CLOUDY',
  'mostly-cloudy': 'CLOUDY',
  cloudy: 'CLOUDY',
  overcast: 'CLOUDY',
  haze: 'MIST',
  fog: 'FOG',
  drizzle: 'LIGHT_RAIN',
  rain: 'RAIN',
  showers: 'RAIN',
  thunderstorm: 'THUNDERSTORM',
  hail: 'SLEET',
  flurries: 'LIGHT_SNOW',
  snow: 'SNOW',
  sleet: 'SLEET',
  'freezing-rain': 'SLEET',
  ice: 'SLEET',
  'rain-and-snow': 'SLEET',
  hot: 'UNKNOWN_CONDITION',
  cold: 'UNKNOWN_CONDITION',
  windy: 'WINDY',
};

/** @param isDay null, unknown, counts as day */
export function wearOsConditionNumber(condition: string | null, isDay: boolean | null): number {
  const name = WEAR_OS_CONDITIONS[knownCondition(condition)];
  return WEAR_OS_CONDITION_NUMBERS[name === 'SUNNY' && isDay === false ? 'CLEAR' : name];
}
