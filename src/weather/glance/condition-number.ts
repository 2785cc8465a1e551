import type { ConditionCode } from '../condition-code.js';

/** Permanent: watches have this table built in (docs/glance.md). A new code takes the next number. */
export const CONDITION_NUMBERS: Readonly<Record<ConditionCode, number>> = {
  unknown: 0,
  clear: 1,
  'mostly-clear': 2,
  'partly-cloudy': 3,
  'mostly-cloudy': 4,
  cloudy: 5,
  overcast: 6,
  haze: 7,
  fog: 8,
  drizzle: 9,
  rain: 10,
  showers: 11,
  thunderstorm: 12,
  hail: 13,
  flurries: 14,
  snow: 15,
  sleet: 16,
  'freezing-rain': 17,
  ice: 18,
  'rain-and-snow': 19,
  hot: 20,
  cold: 21,
  windy: 22,
};

/** 0 for a condition that the provider does not give, as for one that is not known. */
export function conditionNumber(condition: ConditionCode | null): number {
  return CONDITION_NUMBERS[condition ?? 'unknown'];
}
