import { inUnits, type Quantity } from '../units/quantity.js';
import type { UnitSystem } from '../units/units.js';

/** The range and precision that fit on a watch face. */
interface Limits {
  readonly min: number;
  readonly max: number;
  readonly decimals: Readonly<Record<UnitSystem, number>>;
}

const WHOLE = { metric: 0, imperial: 0 };

/** No value is longer than five characters, which keeps a glance within its size limit. */
const LIMITS = {
  temperature: { min: -199, max: 199, decimals: WHOLE },
  speed: { min: 0, max: 999, decimals: WHOLE },
  precipitation: { min: 0, max: 99, decimals: { metric: 1, imperial: 2 } },
  percentage: { min: 0, max: 100, decimals: WHOLE },
  index: { min: 0, max: 99, decimals: WHOLE },
} as const satisfies Partial<Record<Quantity, Limits>>;

/** A value as a watch face shows it: rounded, and clamped to the range that fits. */
export function faceValue(
  value: number | null,
  quantity: keyof typeof LIMITS,
  units: UnitSystem,
): number | null {
  const { min, max, decimals } = LIMITS[quantity];
  const converted = inUnits(value, quantity, units, decimals[units]);
  return converted === null ? null : Math.min(max, Math.max(min, converted));
}

/** Seconds since the Unix epoch; null for null and for more than ten digits. */
export function epochSeconds(atMs: number | null): number | null {
  if (atMs === null) return null;
  const seconds = Math.ceil(atMs / 1000);
  return seconds >= 0 && seconds < 1e10 ? seconds + 0 : null;
}
