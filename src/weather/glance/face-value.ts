import { inUnits, type Quantity } from '../units/quantity.js';
import type { UnitSystem } from '../units/units.js';
import { GLANCE_KEYS } from './glance-keys.js';

/** The key whose range a value must fit, and its decimals, which become part of the whole number. */
interface Limits {
  readonly key: 'k' | 'w' | 'r' | 'p' | 'i';
  readonly decimals: Readonly<Record<UnitSystem, number>>;
}

const WHOLE = { metric: 0, imperial: 0 };

/** No value is longer than four characters, which keeps a glance within its size limit. */
const LIMITS = {
  temperature: { key: 'k', decimals: WHOLE },
  speed: { key: 'w', decimals: WHOLE },
  precipitation: { key: 'r', decimals: { metric: 1, imperial: 2 } },
  percentage: { key: 'p', decimals: WHOLE },
  index: { key: 'i', decimals: WHOLE },
} as const satisfies Partial<Record<Quantity, Limits>>;

/**
 * A value as a watch face shows it: rounded to its decimals, as a whole number of the last one, and clamped to
 * the range that fits.
 */
export function faceValue(
  value: number | null,
  quantity: keyof typeof LIMITS,
  units: UnitSystem,
): number | null {
  const { key, decimals } = LIMITS[quantity];
  const converted = inUnits(value, quantity, units, decimals[units]);
  if (converted === null) return null;
  const { min, max } = GLANCE_KEYS[key];
  return Math.min(max, Math.max(min, Math.round(converted * 10 ** decimals[units])));
}

/** Seconds since the Unix epoch; null for null and for more than ten digits. */
export function epochSeconds(atMs: number | null): number | null {
  if (atMs === null) return null;
  const seconds = Math.ceil(atMs / 1000);
  return seconds >= 0 && seconds < 1e10 ? seconds + 0 : null;
}
