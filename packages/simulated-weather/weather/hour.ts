import { clamp, HOUR_MS, round } from '../maths/numbers.js';
import { liquidMm, potentialAt, SHARES, WET_MM_PER_HOUR } from './precipitation.js';
import type { Site } from '../maths/earth.js';
import { isThundery } from './sky.js';
import { weatherAt, type Weather } from './weather.js';

/** One hour of weather: the state at its start and the precipitation until its end. */
export interface Hour extends Weather {
  readonly startMs: number;
  readonly liquidMm: number;
  readonly rainMm: number;
  readonly snowCm: number;
  readonly iceMm: number;
  readonly probabilityPercent: number;
  readonly thunderPercent: number;
  readonly evaporationMm: number;
}

export function hourFrom(site: Site, startMs: number): Hour {
  const fallenMm = liquidMm(site, startMs, startMs + HOUR_MS);
  const wetMm = fallenMm < WET_MM_PER_HOUR ? 0 : fallenMm;
  const weather = weatherAt(site, startMs, wetMm);
  const share = weather.precipitation && SHARES[weather.precipitation];
  // Of this hour alone. To spread an object of so many fields is several times slower, and a daily forecast has hundreds.
  return Object.assign(weather, {
    startMs,
    liquidMm: wetMm,
    rainMm: wetMm * (share?.rainMm ?? 0),
    snowCm: wetMm * (share?.snowCm ?? 0),
    iceMm: wetMm * (share?.iceMm ?? 0),
    probabilityPercent: probability(site, startMs, wetMm > 0),
    thunderPercent: isThundery(weather) ? 60 : 0,
    evaporationMm: weather.light.irradianceWm2 / 1400,
  });
}

/** `count` consecutive hours. */
export function hoursFrom(site: Site, startMs: number, count: number): Hour[] {
  return Array.from({ length: count }, (_, index) => hourFrom(site, startMs + index * HOUR_MS));
}

function probability(site: Site, startMs: number, isWet: boolean): number {
  const odds = round(100 / (1 + Math.exp(-6 * potentialAt(site, startMs + HOUR_MS / 2))));
  return isWet ? clamp(odds, 51, 97) : clamp(odds, 0, 49);
}
