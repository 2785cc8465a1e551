import { DAY_MS, HOUR_MS } from '../../../../packages/simulated-weather/maths/numbers.js';
import {
  halfDayOf,
  type HalfDay,
} from '../../../../packages/simulated-weather/weather/half-day.js';
import { hoursFrom, type Hour } from '../../../../packages/simulated-weather/weather/hour.js';
import { offsetMinutes, startOfDay } from '../../../../packages/simulated-weather/world/zone.js';
import type { View } from '../view.js';

const MORNING_HOUR = 7;
const HALF_DAY_HOURS = 12;

/** One day of a forecast: from seven in the morning to the next. */
export interface Day {
  readonly startMs: number;
  readonly morningMs: number;
  readonly hours: readonly Hour[];
  readonly day: HalfDay;
  readonly night: HalfDay;
}

/**
 * The days from the local today on. All use the offset at the time of issue, even after a clock change
 * (facts, section 0.6).
 */
export function daysOf({ place, nowMs }: View, count: number): Day[] {
  const today = startOfDay(nowMs, issueOffset({ place, nowMs }));
  return Array.from({ length: count }, (_, index) => {
    const startMs = today + index * DAY_MS;
    const morningMs = startMs + MORNING_HOUR * HOUR_MS;
    const hours = hoursFrom(place, morningMs, 2 * HALF_DAY_HOURS);
    return {
      startMs,
      morningMs,
      hours,
      day: halfDayOf(hours.slice(0, HALF_DAY_HOURS), true),
      night: halfDayOf(hours.slice(HALF_DAY_HOURS), false),
    };
  });
}

/** Minutes east of UTC when the forecast is issued. */
export function issueOffset({ place, nowMs }: Pick<View, 'place' | 'nowMs'>): number {
  return offsetMinutes(place.zone, nowMs);
}
