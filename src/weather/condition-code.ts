/**
 * What the sky does, in our own words: one open list for every provider, so that a watch needs one
 * table only. Releases may add codes; a watch shows one that it does not know as it shows `unknown`.
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
