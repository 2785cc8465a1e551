export const UNIT_SYSTEMS = ['metric', 'imperial'] as const;

export type UnitSystem = (typeof UNIT_SYSTEMS)[number];

const METERS_PER_MILE = 1609.344;
const KILOMETERS_PER_MILE = METERS_PER_MILE / 1000;
const MILLIMETERS_PER_INCH = 25.4;
const CENTIMETERS_PER_INCH = MILLIMETERS_PER_INCH / 10;
const MILLIMETERS_PER_METER = 1000;
/** The conventional inch of mercury, at 0 °C and standard gravity (NIST SP 811, appendix B). */
const HECTOPASCALS_PER_INCH_OF_MERCURY = 33.86389;

export const toMiles = (meters: number): number => meters / METERS_PER_MILE;
export const toInches = (millimeters: number): number => millimeters / MILLIMETERS_PER_INCH;
export const toMeters = (millimeters: number): number => millimeters / MILLIMETERS_PER_METER;
export const toFahrenheit = (celsius: number): number => (celsius * 9) / 5 + 32;
export const toMilesPerHour = (kilometersPerHour: number): number =>
  kilometersPerHour / KILOMETERS_PER_MILE;
export const toInchesOfSnow = (centimeters: number): number => centimeters / CENTIMETERS_PER_INCH;
export const toInchesOfMercury = (hectopascals: number): number =>
  hectopascals / HECTOPASCALS_PER_INCH_OF_MERCURY;

/** Rounds half up to a number of decimals without binary error: 1.005 to 2 decimals is 1.01. */
export function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  const scaled = value * scale;
  // Binary error matters only near a half, and removing it via text costs ten times the rounding.
  const exact = isNearHalf(scaled) ? Number(scaled.toPrecision(12)) : scaled;
  return Math.round(exact) / scale;
}

/** Whether twelve digits could round differently; from a million on they have too few decimals to tell. */
function isNearHalf(scaled: number): boolean {
  return !(Math.abs(scaled) < 1e6) || Math.abs(scaled - Math.floor(scaled) - 0.5) < 1e-6;
}

/** Applies a conversion to a value that may be unknown. */
export function orNull(value: number | null, convert: (known: number) => number): number | null {
  return value === null ? null : convert(value);
}
