import { isRecord, numberOrNull } from '../upstream/json.js';

/**
 * AccuWeather's `UnitType` codes (vendor page "unit types") and what one of each is in our unit. The
 * unit is always read, never assumed: it differs by field, system and place.
 */
const METERS: Readonly<Record<number, number>> = {
  0: 0.3048, // ft
  1: 0.0254, // in
  2: 1609.344, // mi
  3: 0.001, // mm
  4: 0.01, // cm
  5: 1, // m
  6: 1000, // km
};

/** A length in metres; null when absent, not a number, or in a unit that is no length. */
export function toMeters(value: unknown): number | null {
  return convert(value, METERS);
}

/** A depth in millimetres; null when absent, not a number, or in a unit that is no length. */
export function toMillimeters(value: unknown): number | null {
  const meters = toMeters(value);
  return meters === null ? null : tidy(meters * 1000);
}

/** Reads the metric half, which is the finer one; the imperial half only when that says nothing. */
export function eitherSystem(
  value: unknown,
  read: (half: unknown) => number | null,
): number | null {
  if (!isRecord(value)) return null;
  return read(value['Metric']) ?? read(value['Imperial']);
}

function convert(value: unknown, table: Readonly<Record<number, number>>): number | null {
  if (!isRecord(value) || typeof value['UnitType'] !== 'number') return null;
  const factor = table[value['UnitType']];
  const amount = numberOrNull(value['Value']);
  if (factor === undefined || amount === null) return null;
  return numberOrNull(tidy(amount * factor));
}

/** 9.7 km is 9700 m, not 9699.999999999998. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
