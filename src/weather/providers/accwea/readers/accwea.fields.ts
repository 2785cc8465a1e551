import { numberOrNull, valueAt } from '../../upstream/json.js';
import { withinRange } from '../../../values/value-range.js';

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

/** A percentage from 0 to 100; null when it is not a number or far outside. */
export function toPercent(value: unknown): number | null {
  return withinRange('percentage', numberOrNull(value));
}

/** The origin of a `Wind` in degrees from 0 (north) to below 360. */
export function windFromDegrees(wind: unknown): number | null {
  return withinRange('windDirection', numberOrNull(valueAt(wind, 'Direction', 'Degrees')));
}

/** The whole-number index; the decimal field, added in 2026, is used only when that is missing. */
export function toUvIndex(index: unknown, finerIndex: unknown): number | null {
  const uvIndex = withinRange('uvIndex', numberOrNull(index) ?? numberOrNull(finerIndex));
  return uvIndex === null ? null : Math.round(uvIndex);
}

/** Whether every field is null. */
export function isBlank(fields: object): boolean {
  return Object.values(fields).every((value) => value === null);
}
