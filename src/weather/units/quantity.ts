import {
  roundTo,
  toFahrenheit,
  toInches,
  toInchesOfMercury,
  toInchesOfSnow,
  toMiles,
  toMilesPerHour,
  type UnitSystem,
} from './units.js';

/** A unit of v1: its conversion from the unit of the datasets, and its decimals. */
interface Unit {
  readonly symbol: string;
  readonly decimals: number;
  readonly convert?: (value: number) => number;
}

/**
 * The quantities of v1 in both unit systems, with the decimals that providers publish: more would be
 * invented, fewer would lose information.
 */
export const QUANTITIES = {
  temperature: {
    metric: { symbol: '°C', decimals: 1 },
    imperial: { symbol: '°F', decimals: 1, convert: toFahrenheit },
  },
  speed: {
    metric: { symbol: 'km/h', decimals: 1 },
    imperial: { symbol: 'mph', decimals: 1, convert: toMilesPerHour },
  },
  precipitation: {
    metric: { symbol: 'mm', decimals: 1 },
    imperial: { symbol: 'in', decimals: 2, convert: toInches },
  },
  // A rate below a tenth of a millimetre is still rain.
  precipitationRate: {
    metric: { symbol: 'mm/h', decimals: 2 },
    imperial: { symbol: 'in/h', decimals: 3, convert: toInches },
  },
  snow: {
    metric: { symbol: 'cm', decimals: 1 },
    imperial: { symbol: 'in', decimals: 1, convert: toInchesOfSnow },
  },
  pressure: {
    metric: { symbol: 'hPa', decimals: 1 },
    imperial: { symbol: 'inHg', decimals: 2, convert: toInchesOfMercury },
  },
  visibility: {
    metric: { symbol: 'm', decimals: 0 },
    imperial: { symbol: 'mi', decimals: 1, convert: toMiles },
  },
  percentage: {
    metric: { symbol: '%', decimals: 0 },
    imperial: { symbol: '%', decimals: 0 },
  },
  index: {
    metric: { symbol: '', decimals: 0 },
    imperial: { symbol: '', decimals: 0 },
  },
  concentration: {
    metric: { symbol: 'particles/m³', decimals: 0 },
    imperial: { symbol: 'particles/m³', decimals: 0 },
  },
  hours: {
    metric: { symbol: 'h', decimals: 1 },
    imperial: { symbol: 'h', decimals: 1 },
  },
  days: {
    metric: { symbol: 'days', decimals: 0 },
    imperial: { symbol: 'days', decimals: 0 },
  },
} as const satisfies Record<string, Record<UnitSystem, Unit>>;

export type Quantity = keyof typeof QUANTITIES;

/**
 * Converts a value of a dataset to a unit system, then rounds it half up, once.
 * @param decimals overrides the decimals of v1
 * @returns null for null and for a number that is not finite; never -0
 */
export function inUnits(
  value: number | null,
  quantity: Quantity,
  units: UnitSystem,
  decimals?: number,
): number | null {
  if (value === null) return null;
  const unit: Unit = QUANTITIES[quantity][units];
  const converted = unit.convert ? unit.convert(value) : value;
  return known(roundTo(converted, decimals ?? unit.decimals));
}

/** Where the wind comes from, in whole degrees from 0 (north) to 359. */
export function bearing(degrees: number | null): number | null {
  return degrees === null ? null : known(((Math.round(degrees) % 360) + 360) % 360);
}

/** Adding 0 turns -0 into 0. */
function known(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null;
}
