import { LRUCache } from 'lru-cache';
import type { ZoneOffsets } from './zone-offsets.js';

/** Every offset change since 1972 is at a quarter-hour of UTC. */
const QUARTER_MS = 900_000;
const MINUTE_MS = 60_000;
const OFFSETS_KEPT = 128;

/**
 * The offsets of an IANA time zone.
 *
 * Creating an `Intl` formatter is slow and using it is not fast: keep the object; it keeps the recently
 * used offsets by quarter-hour.
 */
export class IanaOffsets implements ZoneOffsets {
  private readonly format: Intl.DateTimeFormat;
  private readonly kept = new LRUCache<number, number>({ max: OFFSETS_KEPT });

  /** @throws RangeError when this runtime has no zone of this name */
  constructor(private readonly name: string) {
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

  nameAt(): string {
    return this.name;
  }

  minutesAt(atMs: number): number {
    const quarter = Math.floor(atMs / QUARTER_MS);
    const kept = this.kept.get(quarter);
    if (kept !== undefined) return kept;
    const startMs = quarter * QUARTER_MS;
    const minutes = (this.wallClockMs(startMs) - startMs) / MINUTE_MS;
    this.kept.set(quarter, minutes);
    return minutes;
  }

  private wallClockMs(atMs: number): number {
    const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of this.format.formatToParts(atMs)) shown[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = shown;
    return Date.UTC(year, month - 1, day, hour, minute);
  }
}
