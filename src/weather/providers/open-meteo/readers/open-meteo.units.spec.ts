import { describe, expect, it } from '@jest/globals';
import * as is from './open-meteo.units.js';

const QUANTITIES: readonly (readonly [string, is.Quantity, string, number, number])[] = [
  ['celsius', is.celsius, '°C', -12.5, -12.5],
  ['celsius', is.celsius, '°F', 23, -5],
  ['celsius', is.celsius, '°F', 99.5, 37.5],
  ['celsius', is.celsius, '°K', 273.15, 0],
  ['celsius', is.celsius, '°C', -0, 0],
  ['percent', is.percent, '%', 91, 91],
  ['percent', is.percent, 'fraction', 0.57, 57],
  ['percent', is.percent, '%', 101, 100],
  ['percent', is.percent, 'fraction', 1.02, 100],
  ['percent', is.percent, '%', -1, 0],
  ['kilometersPerHour', is.kilometersPerHour, 'km/h', 18.4, 18.4],
  ['kilometersPerHour', is.kilometersPerHour, 'm/s', 5.1, 18.36],
  ['kilometersPerHour', is.kilometersPerHour, 'mp/h', 10, 16.09344],
  ['kilometersPerHour', is.kilometersPerHour, 'mph', 10, 16.09344],
  ['kilometersPerHour', is.kilometersPerHour, 'kn', 12.3, 22.7796],
  ['degrees', is.degrees, '°', 225, 225],
  ['degrees', is.degrees, '°', 360, 0],
  ['degrees', is.degrees, '°', 361, 1],
  ['degrees', is.degrees, '°', -1, 359],
  ['hectopascals', is.hectopascals, 'hPa', 1_008.5, 1_008.5],
  ['hectopascals', is.hectopascals, 'Pa', 100_850, 1_008.5],
  ['hectopascals', is.hectopascals, 'kPa', 100.85, 1_008.5],
  ['meters', is.meters, 'm', 9_700, 9_700],
  ['meters', is.meters, 'ft', 1_500, 457.2],
  ['meters', is.meters, 'm', -1, 0],
  ['millimeters', is.millimeters, 'mm', 0.3, 0.3],
  ['millimeters', is.millimeters, 'cm', 0.3, 3],
  ['millimeters', is.millimeters, 'inch', 0.02, 0.508],
  ['millimeters', is.millimeters, 'mm', -0.1, 0],
  ['millimeters', is.millimeters, 'inch', -0.01, 0],
  ['centimeters', is.centimeters, 'cm', 0.07, 0.07],
  ['centimeters', is.centimeters, 'mm', 3, 0.3],
  ['centimeters', is.centimeters, 'inch', 1.1, 2.794],
  ['centimeters', is.centimeters, 'm', 0.07, 7],
  ['centimeters', is.centimeters, 'cm', -0.1, 0],
  ['uvIndex', is.uvIndex, '', 2.49, 2],
  ['uvIndex', is.uvIndex, '', 2.5, 3],
  ['uvIndex', is.uvIndex, '', -0.1, 0],
  ['flag', is.flag, '', 1, 1],
  ['wmoCode', is.wmoCode, 'wmo code', 61, 61],
  ['instantMs', is.instantMs, 'unixtime', 1_767_225_600, 1_767_225_600_000],
];

const EACH = [...new Map(QUANTITIES.map(([name, quantity]) => [name, quantity])).entries()];
const unitsOf = (name: string): string[] =>
  QUANTITIES.filter(([one]) => one === name).map(([, , unit]) => unit);
const ALL_UNITS = [...new Set(QUANTITIES.map(([, , unit]) => unit)), 'iso8601', 'seconds', 'g/kg'];

describe('Open-Meteo units', () => {
  it.each(QUANTITIES)(
    'convert %s (%p) from "%s": %p is %p',
    (_name, quantity, unit, given, expected) => {
      expect(quantity(given, unit)).toBe(expected);
    },
  );

  it.each(EACH)('leave %s unknown in a foreign unit', (name, quantity) => {
    const foreign = ALL_UNITS.filter((unit) => !unitsOf(name).includes(unit));
    expect(foreign.length).toBeGreaterThan(10);
    for (const unit of [...foreign, 'undefined', 'toString', 'KM/H', null, undefined, 5, {}, []]) {
      expect(quantity(1, unit)).toBeNull();
    }
  });

  it.each(EACH)('leave %s unknown when it is not a number', (name, quantity) => {
    const [unit] = unitsOf(name);
    for (const value of [null, undefined, '1', '', {}, [], [1], true, false, NaN, Infinity]) {
      expect(quantity(value, unit)).toBeNull();
    }
  });

  it.each([
    ['celsius', is.celsius, '°C', -274],
    ['celsius', is.celsius, '°C', 1e308 * 10],
    ['percent', is.percent, '%', -6],
    ['percent', is.percent, '%', 250],
    ['percent', is.percent, 'fraction', 91],
    ['kilometersPerHour', is.kilometersPerHour, 'm/s', -1],
    ['kilometersPerHour', is.kilometersPerHour, 'm/s', 1e308],
    ['degrees', is.degrees, '°', -6],
    ['degrees', is.degrees, '°', 999],
    ['hectopascals', is.hectopascals, 'hPa', -1],
    ['meters', is.meters, 'm', -9_999],
    ['millimeters', is.millimeters, 'mm', -1],
    ['centimeters', is.centimeters, 'cm', -1],
    ['uvIndex', is.uvIndex, '', -1],
    ['flag', is.flag, '', 2],
    ['instantMs', is.instantMs, 'unixtime', -1],
    ['instantMs', is.instantMs, 'unixtime', 1_767_225_600_000],
  ] as const)('reject %s (%p) in "%s" of %p', (_name, quantity, unit, value) => {
    expect(quantity(value, unit)).toBeNull();
  });
});
