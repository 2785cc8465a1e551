import { clockText, minuteOfDay } from './local-clock.js';
import type { Glance } from './glance.js';

const DAY_MINUTES = 1_440;
const HOUR_MINUTES = 60;

/**
 * What falls within the hour, in words.
 * @returns null when the glance says nothing about it, or what it says is past
 */
export function rainText(glance: Pick<Glance, 'm' | 'o' | 'z'>, nowSeconds: number): string | null {
  const [falls, changeMinute] = glance.m ?? [];
  if (falls === undefined) return null;
  if (changeMinute === undefined) return falls ? 'rain for an hour' : 'dry for an hour';
  if (changeMinute === null) return 'rain';
  const minutesLeft = minutesUntil(changeMinute, nowSeconds);
  if (minutesLeft > HOUR_MINUTES) return null;
  if (!falls) return minutesLeft === 0 ? 'rain' : `rain in ${minutesLeft} min`;
  const local = minuteOfDay(glance, nowSeconds + minutesLeft * 60);
  return local === null ? `rain for ${minutesLeft} min` : `rain until ${clockText(local)}`;
}

/** @param minute of the day in UTC */
function minutesUntil(minute: number, nowSeconds: number): number {
  const left = (minute - Math.floor(nowSeconds / 60)) % DAY_MINUTES;
  return (left + DAY_MINUTES) % DAY_MINUTES;
}
