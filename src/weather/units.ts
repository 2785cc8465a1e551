export const UNIT_SYSTEMS = ['metric', 'imperial'] as const;

export type UnitSystem = (typeof UNIT_SYSTEMS)[number];

const METERS_PER_MILE = 1609.344;
const MILLIMETERS_PER_INCH = 25.4;
const MILLIMETERS_PER_METER = 1000;

export const toMiles = (meters: number): number => meters / METERS_PER_MILE;
export const toInches = (millimeters: number): number => millimeters / MILLIMETERS_PER_INCH;
export const toMetersDeep = (millimeters: number): number => millimeters / MILLIMETERS_PER_METER;

/** Rounds half up to a number of decimals, free of binary dust: 1.005 to 2 decimals is 1.01. */
export function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(Number((value * scale).toPrecision(12))) / scale;
}

/** Applies a conversion to a value that may be unknown. */
export function orNull(value: number | null, convert: (known: number) => number): number | null {
  return value === null ? null : convert(value);
}
