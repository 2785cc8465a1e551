import type { Position } from '../maths/earth.js';
import { DAY_MS, modulo } from '../maths/numbers.js';

const NEW_MOON_MS = Date.UTC(2000, 0, 6, 18, 14);
const SYNODIC_MS = 29.530588 * DAY_MS;
const RISES_PER_MS = 1 / DAY_MS - 1 / SYNODIC_MS;

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
  const cycle = modulo(epochMs - NEW_MOON_MS, SYNODIC_MS) / SYNODIC_MS;
  const eighth = Math.floor(modulo(cycle * 8 + 0.5, 8));
  return { age: Math.floor((cycle * SYNODIC_MS) / DAY_MS), phase: PHASES[eighth] ?? 'New' };
}

/**
 * Moonrise and moonset within a day, by a moon over the equator. A lunar day takes 50 minutes more than a
 * solar one, so that about once a month each is missing (facts, section 2.3).
 */
export function moonTimes(
  position: Position,
  dayStartMs: number,
): { riseMs: number | undefined; setMs: number | undefined } {
  const [riseMs, setMs] = [-0.25, 0.25].map((turn) => {
    const turns = turnsAt(position, dayStartMs);
    const nextMs = dayStartMs + modulo(turn - turns, 1) / RISES_PER_MS;
    return nextMs < dayStartMs + DAY_MS ? nextMs : undefined;
  });
  return { riseMs, setMs };
}

/** Turns of the moon around the place: whole when it is highest. */
function turnsAt({ longitude }: Position, epochMs: number): number {
  return epochMs / DAY_MS - 0.5 + longitude / 360 - (epochMs - NEW_MOON_MS) / SYNODIC_MS;
}
