import type { TimeZone } from '@app/local-time/time-zone.js';

/** The range of `Date` (ECMA-262, 21.4.1.1), less a day for UTC offsets. */
const MAX_INSTANT_MS = 8.64e15 - 86_400_000;

/** RFC 3339 in UTC, to the second; null for null and for an instant outside the calendar range. */
export function utcOrNull(atMs: number | null): string | null {
  return isInstant(atMs) ? utc(atMs) : null;
}

/** RFC 3339 in UTC, to the second. */
export function utc(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, -'.000Z'.length)}Z`;
}

/** RFC 3339 with the offset of the place; null for null and for an instant outside the calendar range. */
export function localOrNull(atMs: number | null, zone: TimeZone): string | null {
  return isInstant(atMs) ? zone.isoAt(atMs) : null;
}

function isInstant(atMs: number | null): atMs is number {
  return atMs !== null && Math.abs(atMs) <= MAX_INSTANT_MS;
}
