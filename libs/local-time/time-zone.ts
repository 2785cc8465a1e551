import { LRUCache } from 'lru-cache';

/** Every offset change since 1972 is at a quarter-hour of UTC. */
const QUARTER_MS = 900_000;
const MINUTE_MS = 60_000;
const DEGREES_PER_HOUR = 15;
const ZONES_KEPT = 256;
const OFFSETS_KEPT = 128;

/**
 * The local time of an IANA time zone.
 *
 * Creating an `Intl` formatter is slow and using it is not fast, so both are cached: formatters by name,
 * and the recently used offsets by quarter-hour.
 */
export class TimeZone {
  private static readonly kept = new LRUCache<string, TimeZone>({ max: ZONES_KEPT });

  private readonly format: Intl.DateTimeFormat;
  private readonly offsets = new LRUCache<number, number>({ max: OFFSETS_KEPT });

  /** @throws RangeError when no zone has this name */
  private constructor(readonly name: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  }

  /** @returns undefined when no zone has this name */
  static named(name: string | null): TimeZone | undefined {
    if (name === null) return undefined;
    try {
      return TimeZone.of(name);
    } catch {
      // Intl reports an unknown name only by an exception.
      return undefined;
    }
  }

  /** Nautical time: whole hours from UTC by longitude in [-180, 180]. */
  static atLongitude(longitude: number): TimeZone {
    const hours = Math.round(longitude / DEGREES_PER_HOUR);
    // In these names, as in POSIX, hours count westward.
    return TimeZone.of(`Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`);
  }

  private static of(name: string): TimeZone {
    const kept = TimeZone.kept.get(name);
    if (kept) return kept;
    const zone = new TimeZone(name);
    TimeZone.kept.set(name, zone);
    return zone;
  }

  /**
   * An instant in local time, `2026-03-29T03:00:00+02:00` (RFC 3339): it identifies the instant
   * and the local hour, also in the night when an hour repeats.
   * @param atMs milliseconds since the Unix epoch
   */
  isoAt(atMs: number): string {
    const offsetMs = this.offsetMsAt(atMs);
    const minutes = Math.abs(offsetMs) / MINUTE_MS;
    const hh = String(Math.floor(minutes / 60)).padStart(2, '0');
    const mm = String(minutes % 60).padStart(2, '0');
    const local = new Date(atMs + offsetMs).toISOString().slice(0, -'.000Z'.length);
    return `${local}${offsetMs < 0 ? '-' : '+'}${hh}:${mm}`;
  }

  /** The local calendar day at an instant, `2026-03-29`. */
  dateAt(atMs: number): string {
    return new Date(atMs + this.offsetMsAt(atMs)).toISOString().slice(0, 'YYYY-MM-DD'.length);
  }

  /** The instant of noon on a local calendar day; NaN for an invalid day. */
  noonOf(date: string): number {
    const noonUtcMs = Date.parse(`${date}T12:00:00Z`);
    return Number.isNaN(noonUtcMs) ? NaN : noonUtcMs - this.offsetMsAt(noonUtcMs);
  }

  private offsetMsAt(atMs: number): number {
    const quarter = Math.floor(atMs / QUARTER_MS);
    const kept = this.offsets.get(quarter);
    if (kept !== undefined) return kept;
    const offsetMs = this.wallClockMs(quarter * QUARTER_MS) - quarter * QUARTER_MS;
    this.offsets.set(quarter, offsetMs);
    return offsetMs;
  }

  private wallClockMs(atMs: number): number {
    const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of this.format.formatToParts(atMs)) shown[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = shown;
    return Date.UTC(year, month - 1, day, hour, minute);
  }
}
