import { radians, type Site } from '../maths/earth.js';
import { HOUR_MS } from '../maths/numbers.js';
import { CELLS, FRONTS } from './fields.js';
import { valueAt } from '../maths/waves.js';

export type PrecipitationType = 'Rain' | 'Snow' | 'Ice' | 'Mixed';

const SAMPLE_MS = HOUR_MS / 6;
/** A smaller rate is not measurable. */
export const WET_MM_PER_HOUR = 0.1;

/** How a millimetre of water falls: rain and ice in mm, snow in cm (ten times as deep as its water). */
export const SHARES: Readonly<
  Record<PrecipitationType, { rainMm: number; snowCm: number; iceMm: number }>
> = {
  Rain: { rainMm: 1, snowCm: 0, iceMm: 0 },
  Snow: { rainMm: 0, snowCm: 1, iceMm: 0 },
  Ice: { rainMm: 0, snowCm: 0, iceMm: 1 },
  Mixed: { rainMm: 0.5, snowCm: 0.5, iceMm: 0 },
};

/** Precipitation falls above 0, harder with a higher value. */
export function potentialAt(site: Site, epochMs: number): number {
  return 0.5 * valueAt(FRONTS, site, epochMs) + 0.4 * valueAt(CELLS, site, epochMs) - 0.72;
}

/** Water in mm/h at an instant, 0 when not measurable. */
export function rateAt(site: Site, epochMs: number): number {
  const potential = Math.max(0, potentialAt(site, epochMs));
  const strength = 1.5 + 3.5 * Math.cos(radians(site.latitude));
  const rate = strength * potential ** 1.3;
  return rate < WET_MM_PER_HOUR ? 0 : rate;
}

/** Water in mm between two instants, sampled every ten minutes of the clock: sums of parts agree. */
export function liquidMm(site: Site, fromMs: number, toMs: number): number {
  let total = 0;
  for (let slot = Math.ceil(fromMs / SAMPLE_MS); slot * SAMPLE_MS < toMs; slot++) {
    total += rateAt(site, slot * SAMPLE_MS) / 6;
  }
  return total;
}

/** What falls at an air temperature in °C; `warmAloft` turns frost into freezing rain. */
export function precipitationType(temperatureC: number, warmAloft: boolean): PrecipitationType {
  if (temperatureC > 2.5) return 'Rain';
  if (temperatureC > 0.5) return 'Mixed';
  return temperatureC > -4 && warmAloft ? 'Ice' : 'Snow';
}
