import { LRUCache } from 'lru-cache';
import { IanaOffsets } from './iana-offsets.js';
import { isKnownZone } from './known-zones.js';
import { minutesAt, offsetText, parseOffset, type UtcOffset } from './utc-offset.js';
import type { ZoneOffsets } from './zone-offsets.js';

const MINUTE_MS = 60_000;
const MINUTES_PER_HOUR = 60;
const DEGREES_PER_HOUR = 15;
const ZONES_KEPT = 256;

/** The local time of a place: of an IANA time zone, or at an offset from UTC. */
export class TimeZone {
  private static readonly kept = new LRUCache<string, TimeZone>({ max: ZONES_KEPT });

  private constructor(private readonly offsets: ZoneOffsets) {}

  /**
   * @param name of an IANA zone, or an offset such as `+09:30`
   * @returns undefined when it is neither
   */
  static named(name: string | null): TimeZone | undefined {
    if (name === null) return undefined;
    const kept = TimeZone.kept.get(name);
    if (kept) return kept;
    const zone = TimeZone.create(name);
    if (zone) TimeZone.kept.set(name, zone);
    return zone;
  }

  /** Local time at an offset from UTC. */
  static atOffset(offset: UtcOffset): TimeZone {
    return new TimeZone({
      minutesAt: (atMs) => minutesAt(offset, atMs),
      nameAt: (atMs) => offsetText(minutesAt(offset, atMs)),
    });
  }

  /** Nautical time: whole hours from UTC by longitude in [-180, 180]. */
  static atLongitude(longitude: number): TimeZone {
    const minutes = nauticalHours(longitude) * MINUTES_PER_HOUR;
    return TimeZone.atOffset({ minutes, change: null });
  }

  private static create(name: string): TimeZone | undefined {
    if (isKnownZone(name)) return new TimeZone(new IanaOffsets(name));
    const offset = parseOffset(name);
    return offset && TimeZone.atOffset(offset);
  }

  /** The IANA name, or the offset at an instant, `+09:30`, of a zone that has no name. */
  nameAt(atMs: number): string {
    return this.offsets.nameAt(atMs);
  }

  /** The offset from UTC at an instant, in minutes; east of Greenwich is positive. */
  minutesAt(atMs: number): number {
    return this.offsets.minutesAt(atMs);
  }

  /**
   * The first instant, after `fromMs` and up to `toMs`, of the offset that holds at `toMs`; undefined when it holds
   * at `fromMs` as well. Between the two there must be at most one change, at a full minute.
   */
  changeBetween(fromMs: number, toMs: number): number | undefined {
    const after = this.minutesAt(toMs);
    if (this.minutesAt(fromMs) === after) return undefined;
    let [old, changed] = [Math.floor(fromMs / MINUTE_MS), Math.floor(toMs / MINUTE_MS)];
    while (changed - old > 1) {
      const middle = Math.floor((old + changed) / 2);
      if (this.minutesAt(middle * MINUTE_MS) === after) changed = middle;
      else old = middle;
    }
    return changed * MINUTE_MS;
  }

  /**
   * An instant in local time, `2026-03-29T03:00:00+02:00` (RFC 3339): it identifies the instant
   * and the local hour, also in the night when an hour repeats.
   * @param atMs milliseconds since the Unix epoch
   */
  isoAt(atMs: number): string {
    const minutes = this.offsets.minutesAt(atMs);
    const local = new Date(atMs + minutes * MINUTE_MS).toISOString();
    return `${local.slice(0, -'.000Z'.length)}${offsetText(minutes)}`;
  }

  /** The local calendar day at an instant, `2026-03-29`. */
  dateAt(atMs: number): string {
    const localMs = atMs + this.offsets.minutesAt(atMs) * MINUTE_MS;
    return new Date(localMs).toISOString().slice(0, 'YYYY-MM-DD'.length);
  }

  /** The instant of noon on a local calendar day; NaN for an invalid day. */
  noonOf(date: string): number {
    const noonUtcMs = Date.parse(`${date}T12:00:00Z`);
    if (Number.isNaN(noonUtcMs)) return NaN;
    return noonUtcMs - this.offsets.minutesAt(noonUtcMs) * MINUTE_MS;
  }
}

/** The nautical zone of a longitude in [-180, 180] by its IANA name, `Etc/GMT-9`: hours count westward. */
export function nauticalZone(longitude: number): string {
  const hours = nauticalHours(longitude);
  return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

function nauticalHours(longitude: number): number {
  return Math.round(longitude / DEGREES_PER_HOUR) + 0;
}
