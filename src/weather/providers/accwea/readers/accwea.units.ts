import { isRecord, numberOrNull } from '../../upstream/json.js';

type Conversion = (amount: number) => number;
type ConversionByUnitType = Readonly<Record<number, Conversion>>;

const times =
  (factor: number): Conversion =>
  (amount) =>
    amount * factor;

/*
 * AccuWeather's `UnitType` codes (vendor page "unit types") and their conversions to our units. The unit
 * is always read, never assumed: it differs by field, system and place.
 */

const METERS: ConversionByUnitType = {
  0: times(0.3048), // ft
  1: times(0.0254), // in
  2: times(1609.344), // mi
  3: times(0.001), // mm
  4: times(0.01), // cm
  5: times(1), // m
  6: times(1000), // km
};

const KILOMETERS_PER_HOUR: ConversionByUnitType = {
  7: times(1), // km/h
  8: times(1.852), // kts
  9: times(1.609344), // mi/h
  10: times(3.6), // m/s
};

/** Conventional inches and millimetres of mercury: NIST SP 811, appendix B. */
const HECTOPASCALS: ConversionByUnitType = {
  11: times(1), // hPa
  12: times(33.86389), // inHg
  13: times(10), // kPa
  14: times(1), // mb
  15: times(1.333224), // mmHg
  16: times(68.94757), // lbs/in²
};

const CELSIUS: ConversionByUnitType = {
  17: times(1), // C
  18: (fahrenheit) => (fahrenheit - 32) / 1.8, // F
  19: (kelvin) => kelvin - 273.15, // K
};

/** A length in metres; null when absent, not a number, or in a unit of another quantity. */
export function toMeters(value: unknown): number | null {
  return convert(value, METERS);
}

/** A depth in millimetres; null like `toMeters`. */
export function toMillimeters(value: unknown): number | null {
  const meters = toMeters(value);
  return meters === null ? null : numberOrNull(tidy(meters * 1000));
}

/** A depth in centimetres, as snow is measured; null like `toMeters`. */
export function toCentimeters(value: unknown): number | null {
  const meters = toMeters(value);
  return meters === null ? null : numberOrNull(tidy(meters * 100));
}

/** A speed in kilometres per hour; null when absent, not a number, or in a unit of another quantity. */
export function toKilometersPerHour(value: unknown): number | null {
  return convert(value, KILOMETERS_PER_HOUR);
}

/** A pressure in hectopascals; null when absent, not a number, or in a unit of another quantity. */
export function toHectopascals(value: unknown): number | null {
  return convert(value, HECTOPASCALS);
}

/** An absolute temperature in degrees Celsius; null like `toMeters`. */
export function toCelsius(value: unknown): number | null {
  return convert(value, CELSIUS);
}

/** Reads the metric value, which is more precise; the imperial value only when that is missing. */
export function eitherSystem(
  value: unknown,
  read: (half: unknown) => number | null,
): number | null {
  if (!isRecord(value)) return null;
  return read(value['Metric']) ?? read(value['Imperial']);
}

/** 9.7 km is 9700 m, not 9699.999999999998. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12));
}

function convert(value: unknown, conversions: ConversionByUnitType): number | null {
  if (!isRecord(value) || typeof value['UnitType'] !== 'number') return null;
  const conversion = conversions[value['UnitType']];
  const amount = numberOrNull(value['Value']);
  if (conversion === undefined || amount === null) return null;
  return numberOrNull(tidy(conversion(amount)));
}
