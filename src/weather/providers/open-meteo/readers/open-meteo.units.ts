import { numberOrNull } from '../../upstream/json.js';

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

function quantity(units: Units, min = 0, max = Infinity): Quantity {
  return (value, unit) => {
    const convert = typeof unit === 'string' && Object.hasOwn(units, unit) && units[unit];
    const amount = numberOrNull(value);
    if (!convert || amount === null) return null;
    const converted = numberOrNull(tidy(convert(amount)));
    return converted !== null && converted >= min && converted <= max ? converted : null;
  };
}

// Unit names as the vendor spells them, including `mp/h`.
export const celsius = quantity(
  { '°C': asIs, '°F': (value) => (value - 32) / 1.8, '°K': (value) => value - 273.15 },
  -273.15,
);
export const percent = quantity({ '%': asIs, fraction: times(100) }, 0, 100);
export const kilometersPerHour = quantity({
  'km/h': asIs,
  'm/s': times(3.6),
  'mp/h': times(1.609344),
  mph: times(1.609344),
  kn: times(1.852),
});
/** From 0 (north) to below 360. */
export const degrees = quantity({ '°': (value) => (value === 360 ? 0 : value) }, 0, 360);
export const hectopascals = quantity({ hPa: asIs, Pa: times(0.01), kPa: times(10) });
export const meters = quantity({ m: asIs, ft: times(0.3048) });
export const millimeters = quantity({ mm: asIs, cm: times(10), inch: times(25.4) });
export const centimeters = quantity({ cm: asIs, mm: times(0.1), inch: times(2.54), m: times(100) });
/** Rounded to a whole number, as the index is reported. */
export const uvIndex = quantity({ '': Math.round });
/** 1 or 0. */
export const flag = quantity({ '': asIs }, 0, 1);
export const wmoCode = quantity({ 'wmo code': asIs });
/** Milliseconds since the Unix epoch. */
export const instantMs = quantity({ unixtime: times(1000) }, 0, Date.UTC(9999, 0, 1));

/** 0.3 mm are 0.3 mm, not 0.30000000000000004; and -0 is 0. */
export function tidy(value: number): number {
  return Number(value.toPrecision(12)) + 0;
}
