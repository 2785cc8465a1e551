import { radians, type Site } from '../maths/earth.js';
import { clamp, DAY_MS, modulo } from '../maths/numbers.js';
import { AIR_MASSES, FRONTS } from './fields.js';
import { solarHour } from '../astronomy/sun.js';
import { valueAt } from '../maths/waves.js';

const YEAR_DAYS = 365.2425;
/** Late July, when the north is warmest. */
const WARMEST_DAY = 203;
const WARMEST_HOUR = 15;
const LAPSE_C_PER_M = 0.006;

/** Air temperature in °C: latitude, height, season, hour of the sun, and the air mass that passes. */
export function temperatureAt(site: Site, epochMs: number): number {
  return (
    yearlyMean(site) +
    season(site, epochMs) +
    hourOfDay(site, epochMs) +
    airMass(site, epochMs) -
    LAPSE_C_PER_M * site.elevationM
  );
}

function yearlyMean({ latitude }: Site): number {
  return 28 - 0.0066 * latitude ** 2;
}

function season({ latitude }: Site, epochMs: number): number {
  const day = modulo(epochMs / DAY_MS, YEAR_DAYS);
  return 0.2 * latitude * Math.cos((2 * Math.PI * (day - WARMEST_DAY)) / YEAR_DAYS);
}

/** Clouds (a front) flatten the daily curve; near the poles it is almost flat. */
function hourOfDay(site: Site, epochMs: number): number {
  const clearness = clamp(1 - 0.4 * valueAt(FRONTS, site, epochMs), 0.4, 1.6);
  const amplitude = 1 + 4 * Math.cos(radians(site.latitude)) * clearness;
  const hour = solarHour(site, epochMs) - WARMEST_HOUR;
  return amplitude * Math.cos((2 * Math.PI * hour) / 24);
}

function airMass(site: Site, epochMs: number): number {
  return (1 + 0.06 * Math.abs(site.latitude)) * valueAt(AIR_MASSES, site, epochMs);
}
