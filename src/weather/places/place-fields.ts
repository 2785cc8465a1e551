import type { Position } from '@app/cells/position.js';
import type { UtcOffset } from '@app/local-time/utc-offset.js';
import type { ReadField } from '@app/read-through/record-shape.js';
import { instant } from '../values/field-readers.js';

/** Of every offset from UTC in use, Baker Island and Kiritimati are the outermost. */
const OFFSET_MINUTES = { west: -12 * 60, east: 14 * 60 };

/** A change at an instant out of bounds is not known. */
export const readUtcOffset: ReadField<UtcOffset> = (value, loadedAtMs) => {
  const { minutes, change } = fieldsOf(value);
  if (!isOffset(minutes)) return undefined;
  if (change === null) return { minutes, change };
  const { atMs, minutes: changed } = fieldsOf(change);
  const knownAtMs = instant(atMs, loadedAtMs);
  if (typeof atMs !== 'number' || !isOffset(changed)) return undefined;
  return {
    minutes,
    change: knownAtMs === undefined ? null : { atMs: knownAtMs, minutes: changed },
  };
};

export const readPosition: ReadField<Position> = (value) => {
  const { latitude, longitude } = fieldsOf(value);
  return isWithin(90, latitude) && isWithin(180, longitude) ? { latitude, longitude } : undefined;
};

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return Object(value) as Readonly<Record<string, unknown>>;
}

function isOffset(minutes: unknown): minutes is number {
  const { west, east } = OFFSET_MINUTES;
  return Number.isInteger(minutes) && Number(minutes) >= west && Number(minutes) <= east;
}

function isWithin(degrees: number, value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= degrees;
}
