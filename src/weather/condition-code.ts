/**
 * Weather condition codes, the same for every provider, so that a watch needs only one table. Releases
 * may add codes; a watch shows a code that it does not know as `unknown`.
 */
export const CONDITION_CODES = [
  'unknown',
  'clear',
  'mostly-clear',
  'partly-cloudy',
  'mostly-cloudy',
  'cloudy',
  'overcast',
  'haze',
  'fog',
  'drizzle',
  'rain',
  'showers',
  'thunderstorm',
  'hail',
  'flurries',
  'snow',
  'sleet',
  'freezing-rain',
  'ice',
  'rain-and-snow',
  'hot',
  'cold',
  'windy',
] as const;

export type ConditionCode = (typeof CONDITION_CODES)[number];
