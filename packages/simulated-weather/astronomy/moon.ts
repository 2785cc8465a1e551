import { getMoonIllumination, getMoonTimes } from 'suncalc';
import type { Position } from '../maths/earth.js';
import { DAY_MS } from '../maths/numbers.js';

const SYNODIC_DAYS = 29.530588;

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
 * Moonrise and moonset within 24 hours. A lunar day takes 50 minutes more than a solar one, so about once a month
 * each is missing (facts, section 2.3).
 */
export function moonTimes(
  { latitude, longitude }: Position,
  dayStartMs: number,
): { riseMs: number | undefined; setMs: number | undefined } {
  const dayEndMs = dayStartMs + DAY_MS;
  // suncalc searches one UTC day, and a local day is a part of two.
  const utcDays = [dayStartMs, dayEndMs].map((atMs) =>
    getMoonTimes(new Date(atMs), latitude, longitude),
  );
  const within = (event: 'rise' | 'set'): number | undefined =>
    utcDays
      .map((times) => times[event]?.getTime() ?? NaN)
      .find((atMs) => atMs >= dayStartMs && atMs < dayEndMs);
  return { riseMs: within('rise'), setMs: within('set') };
}
