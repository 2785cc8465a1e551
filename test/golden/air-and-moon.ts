import type { ProviderDay, ProviderLevel, ProviderMoon } from './provider-data.js';

type Air = Pick<ProviderDay, 'airQuality' | 'grass' | 'tree' | 'ragweed' | 'mold'>;

const level = (value: number | null, category: number | null): ProviderLevel => ({
  value,
  category,
});

const ZERO = level(0, 1);
const NOTHING = level(null, null);

/** What the provider reports where it has no data. */
export const ZEROS: Air = { airQuality: ZERO, grass: ZERO, tree: ZERO, ragweed: ZERO, mold: ZERO };
export const NO_AIR: Air = {
  airQuality: NOTHING,
  grass: NOTHING,
  tree: NOTHING,
  ragweed: NOTHING,
  mold: NOTHING,
};

export const EUROPEAN_SUMMER: Air = {
  ...ZEROS,
  grass: level(11, 2),
  tree: level(34, 2),
  mold: level(1_368, 1),
};
export const AMERICAN_SMOG: Air = {
  airQuality: level(160, 4),
  grass: level(212, 4),
  tree: level(0, 1),
  ragweed: level(520, 5),
  mold: level(13_680, 3),
};
/** Categories that are not in the vendor's table. */
export const NEW_CATEGORIES: Air = {
  ...AMERICAN_SMOG,
  airQuality: level(530, 7),
  tree: level(9_000, 6),
};

export const NO_MOON: ProviderMoon = { phase: null, age: null, rise: null, set: null };

export const moon = (
  phase: string,
  age: number,
  rise: string | null,
  set: string | null,
): ProviderMoon => ({ phase, age, rise, set });

/** The code of each of the vendor's phases. */
export const PHASE_CODES: Readonly<Record<string, string>> = {
  New: 'new',
  WaxingCrescent: 'waxing-crescent',
  First: 'first-quarter',
  WaxingGibbous: 'waxing-gibbous',
  Full: 'full',
  WaningGibbous: 'waning-gibbous',
  Last: 'last-quarter',
  WaningCrescent: 'waning-crescent',
};

/** By the number of the category. */
export const AIR_QUALITY_CODES = [
  null,
  'good',
  'moderate',
  'unhealthy-for-sensitive-groups',
  'unhealthy',
  'very-unhealthy',
  'hazardous',
  'unknown',
] as const;
export const POLLEN_CODES = [
  null,
  'low',
  'moderate',
  'high',
  'very-high',
  'extreme',
  'unknown',
] as const;
