import { LRUCache } from 'lru-cache';
import { getMoonIllumination, getMoonTimes, type MoonTimes } from 'suncalc';
import type { Position } from '../maths/earth.js';
import { DAY_MS } from '../maths/numbers.js';

const SYNODIC_DAYS = 29.530588;
const MERIDIAN_DEGREES = 15;
const searches = new LRUCache<string, MoonTimes>({ max: 1_000 });

const PHASES = [
  'New',
  'WaxingCrescent',
  'First',
  'WaxingGibbous',
  'Full',
  'WaningGibbous',
  'Last',
  'WaningCrescent',
] as const;

/** Age in whole days since new moon, and the vendor's name of the phase. */
export function moonAt(epochMs: number): { age: number; phase: (typeof PHASES)[number] } {
  const { phase } = getMoonIllumination(new Date(epochMs));
  const eighth = Math.round(phase * PHASES.length) % PHASES.length;
  return { age: Math.floor(phase * SYNODIC_DAYS), phase: PHASES[eighth] ?? 'New' };
}

/**
 * Moonrise within 24 hours and the moonset after it, usually later than these 24 hours; the moonset within them when
 * there is no moonrise. At the equator on the nearest meridian of 15°: a search for each place would make the simulator
 * too slow for load tests. A lunar day takes 50 minutes more than a solar one, so about once a month the moon does not
 * rise (facts, section 2.3).
 */
export function moonTimes(
  { longitude }: Position,
  dayStartMs: number,
): { riseMs: number | undefined; setMs: number | undefined } {
  const dayEndMs = dayStartMs + DAY_MS;
  const meridian = Math.round(longitude / MERIDIAN_DEGREES) * MERIDIAN_DEGREES;
  const first = (event: 'rise' | 'set', fromMs: number, untilMs: number): number | undefined =>
    utcDays(fromMs, untilMs)
      .map((utcDay) => timesOn(meridian, utcDay)[event]?.getTime() ?? NaN)
      .find((atMs) => atMs >= fromMs && atMs < untilMs);
  const riseMs = first('rise', dayStartMs, dayEndMs);
  const setMs =
    riseMs === undefined
      ? first('set', dayStartMs, dayEndMs)
      : first('set', riseMs, riseMs + DAY_MS);
  return { riseMs, setMs };
}

/** suncalc searches one UTC day, and a local day is a part of two. */
function utcDays(fromMs: number, untilMs: number): number[] {
  const [first, last] = [Math.floor(fromMs / DAY_MS), Math.floor(untilMs / DAY_MS)];
  return first === last ? [first] : [first, last];
}

function timesOn(meridian: number, utcDay: number): MoonTimes {
  const key = `${utcDay} ${meridian}`;
  const known = searches.get(key);
  if (known) return known;
  const times = getMoonTimes(new Date(utcDay * DAY_MS), 0, meridian);
  searches.set(key, times);
  return times;
}
