import { moonAt, moonTimes } from '../../../../packages/simulated-weather/astronomy/moon.js';
import { sunTimes } from '../../../../packages/simulated-weather/astronomy/sun.js';
import { DAY_MS } from '../../../../packages/simulated-weather/maths/numbers.js';
import type { Place } from '../../../../packages/simulated-weather/world/place.js';
import { isoIn } from '../../../../packages/simulated-weather/world/zone.js';

const MINUTE_MS = 60_000;

/**
 * `Sun` and `Moon` of a day, in the offset of each instant; null where one does not rise or set. The moonset is the one
 * after the moonrise, usually on the next calendar day (facts, section E).
 */
export function sunAndMoon(place: Place, dayStartMs: number) {
  const sun = sunTimes(place, dayStartMs + DAY_MS / 2);
  const moon = moonTimes(place, dayStartMs);
  const { age, phase } = moonAt(dayStartMs + DAY_MS / 2);
  return {
    Sun: riseAndSet(place, sun?.riseMs, sun?.setMs),
    Moon: { ...riseAndSet(place, moon.riseMs, moon.setMs), Phase: phase, Age: age },
  };
}

function riseAndSet(place: Place, riseMs: number | undefined, setMs: number | undefined) {
  const [rise, set] = [riseMs, setMs].map((instantMs) => {
    if (instantMs === undefined) return { iso: null, epoch: null };
    const minuteMs = Math.round(instantMs / MINUTE_MS) * MINUTE_MS;
    return { iso: isoIn(place.zone, minuteMs), epoch: minuteMs / 1000 };
  });
  return {
    Rise: rise?.iso ?? null,
    EpochRise: rise?.epoch ?? null,
    Set: set?.iso ?? null,
    EpochSet: set?.epoch ?? null,
  };
}
