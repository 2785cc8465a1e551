import { wholeOf } from '../../../../packages/simulated-weather/maths/hash.js';
import { modulo } from '../../../../packages/simulated-weather/maths/numbers.js';
import type { Place } from '../../../../packages/simulated-weather/world/place.js';

const MINUTE_MS = 60_000;
const EVERY_MINUTES = 10;
/** Delay from an observation to its publication (facts, section 2.2: seen 7 and 10 minutes old). */
const DELAY_MINUTES = 5;

/** Time of the current observation: every ten minutes, at a different minute for each place. */
export function observationMs({ key }: Pick<Place, 'key'>, nowMs: number): number {
  const phaseMs = wholeOf(key, EVERY_MINUTES) * MINUTE_MS;
  const latestMs = nowMs - DELAY_MINUTES * MINUTE_MS;
  return latestMs - modulo(latestMs - phaseMs, EVERY_MINUTES * MINUTE_MS);
}

/** Time of the next publication. */
export function nextObservationPublishedMs(place: Pick<Place, 'key'>, nowMs: number): number {
  return observationMs(place, nowMs) + (EVERY_MINUTES + DELAY_MINUTES) * MINUTE_MS;
}
