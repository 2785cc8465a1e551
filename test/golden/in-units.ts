import { convertExactly, type UnitChange } from './exact-conversion.js';
import type { UnitTypes } from './provider-data.js';

export type Units = 'metric' | 'imperial';
export const UNITS: readonly Units[] = ['metric', 'imperial'];

type Measured = keyof UnitTypes;

/**
 * Conversions from the provider's units, by unit code, to °C, km/h, mm, cm, hPa and metres. A mile is 1.609344 km, a knot
 * 1.852 km/h, an inch 2.54 cm by definition; an inch of mercury is 33.86389 hPa (NIST SP 811, B.8).
 */
const FROM_WIRE: Readonly<Record<Measured, Readonly<Record<number, readonly UnitChange[]>>>> = {
  temperature: { 17: [], 18: [{ plus: -32 }, { dividedBy: 1.8 }] },
  speed: { 7: [], 8: [{ times: 1.852 }] },
  water: { 3: [], 1: [{ times: 25.4 }] },
  snow: { 4: [], 1: [{ times: 2.54 }] },
  pressure: { 14: [], 12: [{ times: 33.86389 }] },
  visibility: { 6: [{ times: 1000 }], 2: [{ times: 1609.344 }] },
};

interface TargetUnit {
  readonly changes: readonly UnitChange[];
  readonly decimals: number;
}

/** Conversions from there to the contract's units (°C, km/h, mm, cm, hPa, m; °F, mph, in, in, inHg, mi). */
const TO_CONTRACT: Readonly<Record<Units, Readonly<Record<Measured, TargetUnit>>>> = {
  metric: {
    temperature: { changes: [], decimals: 1 },
    speed: { changes: [], decimals: 1 },
    water: { changes: [], decimals: 1 },
    snow: { changes: [], decimals: 1 },
    pressure: { changes: [], decimals: 1 },
    visibility: { changes: [], decimals: 0 },
  },
  imperial: {
    temperature: { changes: [{ times: 1.8 }, { plus: 32 }], decimals: 1 },
    speed: { changes: [{ dividedBy: 1.609344 }], decimals: 1 },
    water: { changes: [{ dividedBy: 25.4 }], decimals: 2 },
    snow: { changes: [{ dividedBy: 2.54 }], decimals: 1 },
    pressure: { changes: [{ dividedBy: 33.86389 }], decimals: 2 },
    visibility: { changes: [{ dividedBy: 1609.344 }], decimals: 1 },
  },
};

export interface UnitView {
  readonly unitTypes: UnitTypes;
  readonly units: Units;
}

interface Rounding {
  /** Overrides the contract's number of decimals. */
  readonly decimals?: number;
  readonly also?: readonly UnitChange[];
}

/** The value a watch reads for a value of the provider; null for a missing value or an unknown unit. */
export function inUnits(
  reported: number | null,
  measured: Measured,
  { unitTypes, units }: UnitView,
  { decimals, also = [] }: Rounding = {},
): number | null {
  const fromWire = FROM_WIRE[measured][unitTypes[measured]];
  if (reported === null || fromWire === undefined) return null;
  const target = TO_CONTRACT[units][measured];
  return convertExactly(
    reported,
    [...fromWire, ...target.changes, ...also],
    decimals ?? target.decimals,
  );
}
