import { wholeOf } from '../../../packages/simulated-weather/maths/hash.js';
import { modulo } from '../../../packages/simulated-weather/maths/numbers.js';
import { nextObservationPublishedMs } from '../wire/current/observation.js';
import type { Call, Endpoint } from '../server/call.js';
import type { Settings } from '../server/settings.js';

/** Interval between issues of each product; `observation.ts` has that of current conditions. */
const ISSUED_EVERY_SECONDS: Readonly<Record<Exclude<Endpoint, 'currentconditions'>, number>> = {
  search: 86_400,
  location: 86_400,
  minute: 60,
  hourly: 1800,
  daily: 3600,
  alerts: 300,
};

/** Seconds until the data change, at least 1 (facts, section 3, "Headers"). */
export function maxAgeSeconds(call: Call, nowMs: number, settings: Settings): number {
  if (settings.maxAgeSeconds !== undefined) return settings.maxAgeSeconds;
  if (call.endpoint === 'currentconditions') {
    return Math.ceil((nextObservationPublishedMs({ key: call.target }, nowMs) - nowMs) / 1000);
  }
  const period = ISSUED_EVERY_SECONDS[call.endpoint];
  const phase = call.endpoint === 'search' ? wholeOf(call.target, period) : 0;
  return period - modulo(Math.floor(nowMs / 1000) - phase, period);
}
