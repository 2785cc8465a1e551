import { inUnits, type Quantity } from '../units/quantity.js';
import type { UnitSystem } from '../units/units.js';

/** What a face has room for, the same in both unit systems unless told. */
interface Limits {
  readonly least: number;
  readonly most: number;
  readonly decimals: Readonly<Record<UnitSystem, number>>;
}

const WHOLE = { metric: 0, imperial: 0 };

/** No value of these is longer than five characters: that keeps a glance within its bytes. */
const LIMITS = {
  temperature: { least: -199, most: 199, decimals: WHOLE },
  speed: { least: 0, most: 999, decimals: WHOLE },
  precipitation: { least: 0, most: 99, decimals: { metric: 1, imperial: 2 } },
  percentage: { least: 0, most: 100, decimals: WHOLE },
  index: { least: 0, most: 99, decimals: WHOLE },
} as const satisfies Partial<Record<Quantity, Limits>>;

/** A value as a watch face shows it: rounded, and cut to what a face has room for. */
export function faceValue(
  value: number | null,
  quantity: keyof typeof LIMITS,
  units: UnitSystem,
): number | null {
  const { least, most, decimals } = LIMITS[quantity];
  const shown = inUnits(value, quantity, units, decimals[units]);
  return shown === null ? null : Math.min(most, Math.max(least, shown));
}

/** Seconds since the Unix epoch, in at most ten digits; null for null and for what takes more. */
export function epochSeconds(atMs: number | null): number | null {
  if (atMs === null) return null;
  const seconds = Math.ceil(atMs / 1000);
  return seconds >= 0 && seconds < 1e10 ? seconds + 0 : null;
}
