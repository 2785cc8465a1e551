import { describe, expect, it } from '@jest/globals';
import {
  eitherSystem,
  toCelsius,
  toCentimeters,
  toHectopascals,
  toKilometersPerHour,
  toMeters,
  toMillimeters,
} from './accwea.units.js';
import { inBothSystems, quantity } from '../testing/accwea.fixtures.js';

describe('AccuWeather units: length', () => {
  it.each([
    ['ft', 0, 1_500, 457.2],
    ['in', 1, 10, 0.254],
    ['mi', 2, 10, 16_093.44],
    ['mm', 3, 1, 0.001],
    ['cm', 4, 25, 0.25],
    ['m', 5, 457, 457],
    ['km', 6, 9.7, 9_700],
    ['km', 6, 16.1, 16_100],
    ['km', 6, 0.01, 10],
    ['m', 5, 0, 0],
  ])('converts %s (UnitType %d): %d is %d m', (_unit, unitType, value, meters) => {
    expect(toMeters(quantity(value, unitType))).toBe(meters);
  });

  it.each([
    ['in', 1, 0.02, 0.508],
    ['mm', 3, 3.3, 3.3],
    ['mm', 3, 0.1, 0.1],
    ['cm', 4, 1.2, 12],
    ['m', 5, 0.0005, 0.5],
    ['ft', 0, 0.1, 30.48],
  ])('converts a depth in %s (UnitType %d): %d is %d mm', (_unit, unitType, value, millimeters) => {
    expect(toMillimeters(quantity(value, unitType))).toBe(millimeters);
  });

  it.each([
    ['cm', 4, 1.1, 1.1],
    ['in', 1, 1.1, 2.794],
    ['mm', 3, 1.1, 0.11],
    ['m', 5, 0.07, 7],
  ])(
    'converts a depth of snow in %s (UnitType %d): %d is %d cm',
    (_unit, unitType, value, centimeters) => {
      expect(toCentimeters(quantity(value, unitType))).toBe(centimeters);
    },
  );

  it('follows the unit code, not the unit text', () => {
    expect(toMeters({ Value: 2, Unit: 'km', UnitType: 5 })).toBe(2);
    expect(toMeters({ Value: 2, UnitType: 6 })).toBe(2_000);
  });

  it.each([
    ['a unit of another quantity', quantity(5, 17)],
    ['an unknown unit', quantity(5, 23)],
    ['a unit as text', { Value: 5, Unit: 'm', UnitType: '5' }],
    ['no unit', { Value: 5, Unit: 'm' }],
    ['a null unit', { Value: 5, Unit: 'm', UnitType: null }],
    ['a value as text', quantity('5', 5)],
    ['a null value', quantity(null, 5)],
    ['no value', { Unit: 'm', UnitType: 5 }],
    ['NaN', quantity(NaN, 5)],
    ['Infinity, which JSON writes 1e999', quantity(Infinity, 5)],
    ['more than a number can hold', quantity(1e308, 6)],
    ['null', null],
    ['nothing', undefined],
    ['a number', 5],
    ['a list', [quantity(5, 5)]],
  ])('is unknown when it is %s', (_name, given) => {
    expect(toMeters(given)).toBeNull();
    expect(toMillimeters(given)).toBeNull();
    expect(toCentimeters(given)).toBeNull();
  });
});

it('AccuWeather units: a depth that overflows a number is unknown', () => {
  expect(toMillimeters(quantity(1e308, 1))).toBeNull();
  expect(toCentimeters(quantity(1e308, 5))).toBeNull();
});

describe('AccuWeather units: speed', () => {
  it.each([
    ['km/h', 7, 17.9, 17.9],
    ['kts', 8, 10, 18.52],
    ['mi/h', 9, 10, 16.09344],
    ['m/s', 10, 10, 36],
    ['m/s', 10, 1.1, 3.96],
    ['km/h', 7, 0, 0],
  ])('converts %s (UnitType %d): %d is %d km/h', (_unit, unitType, value, kilometersPerHour) => {
    expect(toKilometersPerHour(quantity(value, unitType))).toBe(kilometersPerHour);
  });
});

describe('AccuWeather units: temperature', () => {
  it.each([
    ['C', 17, -40, -40],
    ['C', 17, 24.5, 24.5],
    ['F', 18, -40, -40],
    ['F', 18, 32, 0],
    ['F', 18, 0, -17.7777777778],
    ['F', 18, 75, 23.8888888889],
    ['F', 18, 212, 100],
    ['K', 19, 273.15, 0],
    ['K', 19, 300, 26.85],
  ])('converts %s (UnitType %d): %d is %d °C', (_unit, unitType, value, celsius) => {
    expect(toCelsius(quantity(value, unitType))).toBe(celsius);
  });
});

describe('AccuWeather units: pressure', () => {
  it.each([
    ['hPa', 11, 1_013.25, 1_013.25],
    ['inHg', 12, 29.921_25, 1_013.25],
    ['kPa', 13, 101.325, 1_013.25],
    ['mb', 14, 1_015, 1_015],
    ['mmHg', 15, 760, 1_013.25],
    ['lbs/in²', 16, 14.695_95, 1_013.25],
  ])('converts %s (UnitType %d): %d is %d hPa', (_unit, unitType, value, hectopascals) => {
    expect(toHectopascals(quantity(value, unitType))).toBeCloseTo(hectopascals, 3);
  });
});

describe('AccuWeather unit codes', () => {
  const READERS = [toMeters, toKilometersPerHour, toHectopascals, toCelsius];

  it.each([
    [0, 6, toMeters],
    [7, 10, toKilometersPerHour],
    [11, 16, toHectopascals],
    [17, 19, toCelsius],
  ])('from %d to %d belong to one quantity only', (first, last, reader) => {
    for (let unitType = first; unitType <= last; unitType += 1) {
      const readers = READERS.filter((read) => read(quantity(5, unitType)) !== null);
      expect(readers).toEqual([reader]);
    }
  });

  it.each([-1, 0.5, 20, 21, 22, 23, 30, 31, 33, 99])(
    'such as %d belong to no supported quantity',
    (unitType) => {
      for (const read of READERS) expect(read(quantity(5, unitType))).toBeNull();
    },
  );
});

describe('eitherSystem', () => {
  const metric = quantity(9.7, 6);
  const imperial = quantity(6, 2);

  it('reads the metric value', () => {
    expect(eitherSystem(inBothSystems(metric, imperial), toMeters)).toBe(9_700);
    expect(eitherSystem(inBothSystems(quantity(0, 6), imperial), toMeters)).toBe(0);
  });

  it.each([
    ['null', null],
    ['missing', undefined],
    ['without value', quantity(null, 6)],
    ['in an unknown unit', quantity(9.7, 99)],
    ['text', '9.7 km'],
  ])('reads the imperial value when the metric value is %s', (_name, invalid) => {
    expect(eitherSystem(inBothSystems(invalid, imperial), toMeters)).toBe(9_656.064);
  });

  it.each([[null], [undefined], [[]], [{}], ['9.7 km'], [9.7], [inBothSystems(null, null)]])(
    'returns null for %j',
    (given) => {
      expect(eitherSystem(given, toMeters)).toBeNull();
    },
  );
});
