import { MINUTE_MS } from '../../durations.js';
import {
  PRECIPITATION_TYPES,
  type IntervalType,
  type MinutelyForecast,
  type PrecipitationInterval,
} from './minutely-forecast.js';
import { HOUR_MINUTES, startOfHour } from './precipitation-outlook.js';

export const SLOT_MINUTES = 5;

const SLOT_MS = SLOT_MINUTES * MINUTE_MS;
const SLOTS = HOUR_MINUTES / SLOT_MINUTES;

/** Five minutes of the next hour. Both values are null when the forecast does not cover all of it. */
export interface PrecipitationSlot {
  /** Milliseconds since the Unix epoch. */
  readonly startsAtMs: number;
  /** What falls for the longest time; `none` when nothing falls. */
  readonly type: IntervalType | null;
  /** The mean over the slot; null as well when something falls and its rate is not known. */
  readonly millimetersPerHour: number | null;
}

/** A part of an interval, within a slot. */
interface Part extends Pick<PrecipitationInterval, 'type' | 'millimetersPerHour'> {
  readonly lengthMs: number;
}

/** The next hour in slots; fewer where the forecast ends earlier. */
export function slotsAt(forecast: MinutelyForecast | null, nowMs: number): PrecipitationSlot[] {
  const intervals = forecast?.intervals ?? [];
  const fromMs = startOfHour(intervals, nowMs);
  const slots = Array.from({ length: SLOTS }, (_, index) =>
    slotFrom(fromMs + index * SLOT_MS, intervals),
  );
  return slots.slice(0, slots.findLastIndex(({ type }) => type !== null) + 1);
}

function slotFrom(
  startsAtMs: number,
  intervals: readonly PrecipitationInterval[],
): PrecipitationSlot {
  const parts = intervals.map((interval) => partWithin(interval, startsAtMs));
  if (lengthOf(parts) < SLOT_MS) return { startsAtMs, type: null, millimetersPerHour: null };
  const type = PRECIPITATION_TYPES.map((one) => parts.filter((part) => part.type === one))
    .toSorted((a, b) => lengthOf(b) - lengthOf(a))[0]
    ?.find(({ lengthMs }) => lengthMs > 0)?.type;
  return { startsAtMs, type: type ?? 'none', millimetersPerHour: meanOf(parts) };
}

function partWithin(interval: PrecipitationInterval, slotMs: number): Part {
  const { startsAtMs, endsAtMs, type, millimetersPerHour } = interval;
  const lengthMs = Math.min(endsAtMs, slotMs + SLOT_MS) - Math.max(startsAtMs, slotMs);
  return { type, millimetersPerHour, lengthMs: Math.max(0, lengthMs) };
}

function meanOf(parts: readonly Part[]): number | null {
  let total = 0;
  for (const { lengthMs, millimetersPerHour } of parts) {
    if (lengthMs === 0) continue;
    if (millimetersPerHour === null) return null;
    total += millimetersPerHour * (lengthMs / SLOT_MS);
  }
  return total;
}

function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((total, { lengthMs }) => total + lengthMs, 0);
}
