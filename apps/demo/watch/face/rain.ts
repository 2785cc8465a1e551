import { conditionName, type Condition } from '../../../../packages/watch-client/index.js';
import { clockText, minuteOfDay, runningHour } from './local-clock.js';
import type { Glance } from './glance.js';

const DAY_MINUTES = 1_440;
const HOUR_MINUTES = 60;

/** The conditions in which something falls, in words. */
const FALLS: Readonly<Partial<Record<Condition, string>>> = {
  drizzle: 'drizzle',
  rain: 'rain',
  showers: 'showers',
  thunderstorm: 'rain',
  hail: 'hail',
  flurries: 'flurries',
  snow: 'snow',
  sleet: 'sleet',
  'freezing-rain': 'freezing rain',
  ice: 'ice',
  'rain-and-snow': 'rain and snow',
};

type RainGlance = Pick<Glance, 'm' | 'o' | 'z' | 'n' | 'h'>;

/**
 * What falls within the hour, in words.
 * @returns null when the glance says nothing about it, or what it says is past
 */
export function rainText(glance: RainGlance, nowSeconds: number): string | null {
  const [falls, changeMinute] = glance.m ?? [];
  if (falls === undefined) return null;
  if (typeof changeMinute !== 'number') {
    if (!falls) return 'dry for an hour';
    const what = whatFalls(glance, nowSeconds, nowSeconds);
    return changeMinute === null ? what : `${what} for an hour`;
  }
  const minutesLeft = minutesUntil(changeMinute, nowSeconds);
  if (minutesLeft > HOUR_MINUTES) return null;
  const changeSeconds = nowSeconds + minutesLeft * 60;
  const what = whatFalls(glance, nowSeconds, falls ? nowSeconds : changeSeconds);
  if (!falls) return minutesLeft === 0 ? what : `${what} in ${minutesLeft} min`;
  const local = minuteOfDay(glance, changeSeconds);
  return local === null ? `${what} for ${minutesLeft} min` : `${what} until ${clockText(local)}`;
}

/** `n.c` says it best of what falls already, `h.c` of what begins; the hours around it come last. */
function whatFalls({ n, h }: RainGlance, nowSeconds: number, atSeconds: number): string {
  const hour = h ? Math.max(0, runningHour(h.b, atSeconds)) : 0;
  const hours = [h?.c[hour], h?.c[hour + 1]];
  const numbers = atSeconds > nowSeconds ? [...hours, n?.c] : [n?.c, ...hours];
  return numbers.map((number) => FALLS[conditionName(number ?? 0)]).find(Boolean) ?? 'rain';
}

/** @param minute of the day in UTC */
function minutesUntil(minute: number, nowSeconds: number): number {
  const left = (minute - Math.floor(nowSeconds / 60)) % DAY_MINUTES;
  return (left + DAY_MINUTES) % DAY_MINUTES;
}
