import { knownCondition, type Condition } from './condition.js';

/** Their icons show the sun by day, and the moon by night. */
const SHOWS_THE_SKY: ReadonlySet<Condition> = new Set<Condition>([
  'clear',
  'mostly-clear',
  'partly-cloudy',
  'mostly-cloudy',
  'haze',
  'showers',
  'flurries',
]);

/**
 * The icon of a condition, a file in the package's folder `icons`: `clear.svg`, `clear-night.svg`.
 * @param isDay null, unknown, gets the icon of the day
 */
export function iconFile(condition: string | null, isDay: boolean | null): string {
  const known = knownCondition(condition);
  return isDay === false && SHOWS_THE_SKY.has(known) ? `${known}-night.svg` : `${known}.svg`;
}
