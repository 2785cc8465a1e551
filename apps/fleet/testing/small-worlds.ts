import type { PlanOptions } from '../plan/plan-options.js';
import { parsePlanOptions } from '../plan/plan-options.js';
import { worldOf, type World } from '../world/world.js';

/** Three places: a city, a town, and a village near the antimeridian. */
export const THREE_PLACES: World = worldOf([
  { latitude: 48.85, longitude: 2.35, population: 500_000, offsetMinutes: 120, country: 'FR' },
  { latitude: 44.84, longitude: -0.58, population: 30_000, offsetMinutes: 120, country: 'FR' },
  { latitude: -16.8, longitude: 179.99, population: 1_500, offsetMinutes: 720, country: 'FJ' },
]);

/** The options of a plan that runs in this process, without sweeps unless given. */
export function optionsOf(...args: readonly string[]): PlanOptions {
  return parsePlanOptions(['--workers=0', '--sweep=none', ...args]);
}

export const quietly = (): void => {};
