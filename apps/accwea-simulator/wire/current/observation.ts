import { wholeOf } from '../../../../packages/simulated-weather/maths/hash.js';
import { modulo } from '../../../../packages/simulated-weather/maths/numbers.js';
import type { Place } from '../../../../packages/simulated-weather/world/place.js';

const MINUTE_MS = 60_000;
const EVERY_MINUTES = 10;
/** An observation is published this long after it was made (facts, section 2.2: seen 7 and 10 minutes old). */
const DELAY_MINUTES = 5;

/** When the observation was made that is current now: every ten minutes, at each place at another minute. */
export function observationMs({ key }: Pick<Place, 'key'>, nowMs: number): number {
  const phaseMs = wholeOf(key, EVERY_MINUTES) * MINUTE_MS;
  const latestMs = nowMs - DELAY_MINUTES * MINUTE_MS;
  return latestMs - modulo(latestMs - phaseMs, EVERY_MINUTES * MINUTE_MS);
}

/** When the next one is published. */
export function nextObservationPublishedMs(place: Pick<Place, 'key'>, nowMs: number): number {
  return observationMs(place, nowMs) + (EVERY_MINUTES + DELAY_MINUTES) * MINUTE_MS;
}
