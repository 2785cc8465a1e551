import { numberOrNull, valueAt } from '../../upstream/json.js';

/** The last instant that a `Date` can hold (ECMA-262 section 21.4.1.1). */
const LAST_INSTANT_MS = 8.64e15;

/**
 * Milliseconds since the Unix epoch of an `Epoch…` field in seconds. Null when it is not a number,
 * before 1970, or later than a `Date` can hold.
 */
export function toInstantMs(epochSeconds: unknown): number | null {
  const instantMs = Math.round((numberOrNull(epochSeconds) ?? 0) * 1000);
  return instantMs > 0 && instantMs <= LAST_INSTANT_MS ? instantMs : null;
}

/** A percentage from 0 to 100; null for anything else. */
export function toPercent(value: unknown): number | null {
  const percent = numberOrNull(value);
  return percent !== null && percent >= 0 && percent <= 100 ? percent : null;
}

/** The origin of a `Wind` in degrees from 0 (north) to below 360. */
export function windFromDegrees(wind: unknown): number | null {
  const degrees = numberOrNull(valueAt(wind, 'Direction', 'Degrees'));
  return degrees !== null && degrees >= 0 && degrees <= 360 ? degrees % 360 : null;
}

/** The whole-number index; the decimal field, added in 2026, is used only when that is missing. */
export function toUvIndex(index: unknown, finerIndex: unknown): number | null {
  const uvIndex = numberOrNull(index) ?? numberOrNull(finerIndex);
  return uvIndex === null || uvIndex < 0 ? null : Math.round(uvIndex);
}

/** A quantity that cannot be negative; null below zero. */
export function notNegative(value: number | null): number | null {
  return value !== null && value < 0 ? null : value;
}

/** Whether every field is null. */
export function isBlank(fields: object): boolean {
  return Object.values(fields).every((value) => value === null);
}
