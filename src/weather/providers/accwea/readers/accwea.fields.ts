import { numberOrNull, valueAt } from '../../upstream/json.js';

/** The last instant that a `Date` can hold (ECMA-262 section 21.4.1.1). */
const LAST_INSTANT_MS = 8.64e15;

/**
 * Milliseconds since the Unix epoch, from the seconds that every `Epoch…` field counts. Null when it
 * is no number, before 1970, or later than a `Date` can hold.
 */
export function toInstantMs(epochSeconds: unknown): number | null {
  const instantMs = Math.round((numberOrNull(epochSeconds) ?? 0) * 1000);
  return instantMs > 0 && instantMs <= LAST_INSTANT_MS ? instantMs : null;
}

/** A share from 0 to 100; null when it is anything else. */
export function toPercent(value: unknown): number | null {
  const percent = numberOrNull(value);
  return percent !== null && percent >= 0 && percent <= 100 ? percent : null;
}

/** Where a `Wind` comes from, in degrees from 0, which is north, to below 360. */
export function windFromDegrees(wind: unknown): number | null {
  const degrees = numberOrNull(valueAt(wind, 'Direction', 'Degrees'));
  return degrees !== null && degrees >= 0 && degrees <= 360 ? degrees % 360 : null;
}

/** The whole index; from its finer sibling, which came in 2026, only where that is all there is. */
export function toUvIndex(index: unknown, finerIndex: unknown): number | null {
  const uvIndex = numberOrNull(index) ?? numberOrNull(finerIndex);
  return uvIndex === null || uvIndex < 0 ? null : Math.round(uvIndex);
}

/** What cannot be less than nothing: below zero it is not known. */
export function notNegative(value: number | null): number | null {
  return value !== null && value < 0 ? null : value;
}

/** Whether nothing at all could be read. */
export function isBlank(told: object): boolean {
  return Object.values(told).every((value) => value === null);
}
