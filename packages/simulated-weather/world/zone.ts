const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** No zone changes its clocks twice within one. */
const WEEK_MS = 7 * DAY_MS;
const SEARCH_WEEKS = 54;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  return format;
}

/** Minutes east of UTC of an IANA zone at an instant. */
export function offsetMinutes(zone: string, epochMs: number): number {
  const parts = formatOf(zone).formatToParts(epochMs);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = 0, minutes = 0] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** `2026-07-09T16:21:00+02:00`. */
export function isoWithOffset(epochMs: number, offset: number): string {
  const local = new Date(epochMs + offset * MINUTE_MS).toISOString().slice(0, 19);
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${local}${offset < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(minutes)}`;
}

/** ISO text in the zone's own offset at that instant. */
export function isoIn(zone: string, epochMs: number): string {
  return isoWithOffset(epochMs, offsetMinutes(zone, epochMs));
}

/** Start of the local day that holds the instant, by the offset given. */
export function startOfDay(epochMs: number, offset: number): number {
  const localMs = epochMs + offset * MINUTE_MS;
  return Math.floor(localMs / DAY_MS) * DAY_MS - offset * MINUTE_MS;
}

/** Whether clocks are ahead of the zone's standard time. */
export function isDaylightSaving(zone: string, epochMs: number): boolean {
  const offset = offsetMinutes(zone, epochMs);
  const overTheYear = [-182, -91, 91, 182].map((days) =>
    offsetMinutes(zone, epochMs + days * DAY_MS),
  );
  return offset > Math.min(...overTheYear);
}

/** The next instant at which the zone's offset changes, to the minute; undefined where it never does. */
export function nextOffsetChange(zone: string, epochMs: number): number | undefined {
  const offset = offsetMinutes(zone, epochMs);
  for (let week = 1; week <= SEARCH_WEEKS; week++) {
    const after = epochMs + week * WEEK_MS;
    if (offsetMinutes(zone, after) !== offset) return changeWithin(zone, after - WEEK_MS, after);
  }
  return undefined;
}

function changeWithin(zone: string, beforeMs: number, afterMs: number): number {
  const old = offsetMinutes(zone, beforeMs);
  let [before, after] = [Math.floor(beforeMs / MINUTE_MS), Math.ceil(afterMs / MINUTE_MS)];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetMinutes(zone, middle * MINUTE_MS) === old) before = middle;
    else after = middle;
  }
  return after * MINUTE_MS;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
