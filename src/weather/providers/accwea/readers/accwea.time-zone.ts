import { isKnownZone } from '@app/local-time/known-zones.js';
import type { UtcOffset } from '@app/local-time/utc-offset.js';
import type { Place } from '../../../places/place.js';
import { booleanOrNull, numberOrNull, textOrNull, valueAt } from '../../upstream/json.js';

const MINUTES_PER_HOUR = 60;
/** Baker Island and Kiritimati. */
const OFFSET_RANGE_HOURS = { west: -12, east: 14 };
/** RFC 3339; the time is UTC also without its `Z`. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?<zone>Z|[+-]\d\d:\d\d)?$/;

/**
 * Reads `TimeZone` of a place: its IANA name, else its offset from UTC, for a name that is missing or that
 * this runtime does not know. Both are null when neither can be read.
 */
export function toLocalTime(timeZone: unknown): Pick<Place, 'timeZone' | 'utcOffset'> {
  const name = textOrNull(valueAt(timeZone, 'Name'));
  return name !== null && isKnownZone(name)
    ? { timeZone: name, utcOffset: null }
    : { timeZone: null, utcOffset: utcOffsetOf(timeZone) };
}

/** `GmtOffset` is in hours, and includes daylight saving. */
function utcOffsetOf(timeZone: unknown): UtcOffset | null {
  const hours = numberOrNull(valueAt(timeZone, 'GmtOffset'));
  if (hours === null || !isOffset(hours)) return null;
  return { minutes: toMinutes(hours), change: changeOf(timeZone, hours) };
}

/**
 * From `NextOffsetChange` on, an hour less where daylight saving is in force, which then ends, and else an
 * hour more. Lord Howe Island, which changes by half an hour, and Troll, which changes by two, are wrong
 * until the place is searched again; they have a name.
 */
function changeOf(timeZone: unknown, hours: number): UtcOffset['change'] {
  const atMs = toChangeMs(valueAt(timeZone, 'NextOffsetChange'));
  const isSaving = booleanOrNull(valueAt(timeZone, 'IsDaylightSaving'));
  if (atMs === null || isSaving === null) return null;
  const next = isSaving ? hours - 1 : hours + 1;
  return isOffset(next) ? { atMs, minutes: toMinutes(next) } : null;
}

/** Null for the first day of year 1, which is .NET's "no date", and for anything before 1970. */
function toChangeMs(value: unknown): number | null {
  const text = textOrNull(value) ?? '';
  const match = INSTANT.exec(text);
  if (!match) return null;
  const atMs = Date.parse(match.groups?.['zone'] === undefined ? `${text}Z` : text);
  return atMs > 0 ? atMs : null;
}

function isOffset(hours: number): boolean {
  return hours >= OFFSET_RANGE_HOURS.west && hours <= OFFSET_RANGE_HOURS.east;
}

/** Adds 0, because JSON has no -0. */
function toMinutes(hours: number): number {
  return Math.round(hours * MINUTES_PER_HOUR) + 0;
}
