import { numberOrNull } from '../../upstream/json.js';
import { withinRange, type ValueKind } from '../../../values/value-range.js';

/**
 * Reads a value in the unit that the response names for it (`current_units`, `hourly_units`, …).
 * @returns the value in our unit; null when it is absent, not a number, out of range, or in a unit of
 * another quantity
 */
export type Quantity = (value: unknown, unit: unknown) => number | null;

type Units = Readonly<Record<string, (value: number) => number>>;

const asIs = (value: number): number => value;
const times =
  (factor: number) =>
  (value: number): number =>
    value * factor;

/** Converts, then hands the value in our unit to `accept`. */
function quantity(units: Units, accept: (value: number) => number | null): Quantity {
  return (value, unit) => {
    const convert = typeof unit === 'string' && Object.hasOwn(units, unit) && units[unit];
    const amount = numberOrNull(value);
    if (!convert || amount === null) return null;
    const converted = numberOrNull(tidy(convert(amount)));
    return converted === null ? null : accept(converted);
  };
}

const ranged =
  (kind: ValueKind) =>
  (value: number): number | null =>
    withinRange(kind, value);
const between =
  (min: number, max: number) =>
  (value: number): number | null =>
    value >= min && value <= max ? value : null;

// Unit names as the vendor spells them, including `mp/h`.
export const celsius = quantity(
  { '°C': asIs, '°F': (value) => (value - 32) / 1.8, '°K': (value) => value - 273.15 },
  ranged('temperature'),
);
export const percent = quantity({ '%': asIs, fraction: times(100) }, ranged('percentage'));
export const kilometersPerHour = quantity(
  {
    'km/h': asIs,
    'm/s': times(3.6),
    'mp/h': times(1.609344),
    mph: times(1.609344),
    kn: times(1.852),
  },
  ranged('speed'),
);
/** From 0 (north) to below 360. */
export const degrees = quantity({ '°': asIs }, ranged('windDirection'));
export const hectopascals = quantity(
  { hPa: asIs, Pa: times(0.01), kPa: times(10) },
  ranged('pressure'),
);
/** Of visibility. */
export const meters = quantity({ m: asIs, ft: times(0.3048) }, ranged('visibility'));
/** Of precipitation. */
export const millimeters = quantity(
  { mm: asIs, cm: times(10), inch: times(25.4) },
  ranged('precipitation'),
);
/** The rate of precipitation of which a row holds the sum of a quarter of an hour. */
export const millimetersPerHour = quantity(
  { mm: times(4), cm: times(40), inch: times(101.6) },
  ranged('precipitationRate'),
);
/** Of snow. */
export const centimeters = quantity(
  { cm: asIs, mm: times(0.1), inch: times(2.54), m: times(100) },
  ranged('snow'),
);
/** Rounded to a whole number, as the index is reported. */
export const uvIndex = quantity({ '': asIs }, (value) => {
  const index = withinRange('uvIndex', value);
  return index === null ? null : Math.round(index);
});
/** 1 or 0. */
export const flag = quantity({ '': asIs }, between(0, 1));
export const wmoCode = quantity({ 'wmo code': asIs }, between(0, Infinity));
/** Milliseconds since the Unix epoch. */
export const instantMs = quantity({ unixtime: times(1000) }, between(0, Date.UTC(9999, 0, 1)));

/** 0.3 mm are 0.3 mm, not 0.30000000000000004; and -0 is 0. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}
