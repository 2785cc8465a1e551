import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { bearing, inUnits, QUANTITIES, type Quantity } from './quantity.js';
import { UNIT_SYSTEMS } from './units.js';

const NAMES = Object.keys(QUANTITIES) as Quantity[];

describe('inUnits', () => {
  // Imperial values by hand: °F = °C · 1.8 + 32, 1 mi = 1.609344 km, 1 in = 2.54 cm, 1 inHg = 33.86389 hPa.
  it.each([
    ['temperature', 7.5, 7.5, 45.5],
    ['temperature', 0, 0, 32],
    ['temperature', -40, -40, -40],
    ['temperature', -17.78, -17.8, 0],
    ['temperature', -0.04, 0, 31.9],
    ['temperature', 36.65, 36.7, 98],
    ['speed', 18.5, 18.5, 11.5],
    ['speed', 160.9344, 160.9, 100],
    ['precipitation', 1, 1, 0.04],
    ['precipitation', 0.04, 0, 0],
    ['precipitation', 0.05, 0.1, 0],
    ['precipitation', 25.4, 25.4, 1],
    ['snow', 2.54, 2.5, 1],
    ['snow', 10, 10, 3.9],
    ['pressure', 1_013.25, 1_013.3, 29.92],
    ['pressure', 1_008.5, 1_008.5, 29.78],
    ['visibility', 9_700, 9_700, 6],
    ['visibility', 1_609.344, 1_609, 1],
    ['percentage', 90.5, 91, 91],
    ['index', 6.4, 6, 6],
    ['hours', 5.25, 5.3, 5.3],
    ['days', 12, 12, 12],
    ['concentration', 13_680.4, 13_680, 13_680],
  ] as const)(
    'converts %s %d to %d metric and %d imperial',
    (quantity, value, metric, imperial) => {
      expect(inUnits(value, quantity, 'metric')).toBe(metric);
      expect(inUnits(value, quantity, 'imperial')).toBe(imperial);
    },
  );

  it('returns a finite number other than -0, or null exactly for an unknown value', () => {
    const anyValue = fc.option(fc.double());
    fc.assert(
      fc.property(
        anyValue,
        fc.constantFrom(...NAMES),
        fc.constantFrom(...UNIT_SYSTEMS),
        (value, quantity, units) => {
          for (const converted of [inUnits(value, quantity, units), bearing(value)]) {
            if (converted !== null) expect(Number.isFinite(converted)).toBe(true);
            expect(Object.is(converted, -0)).toBe(false);
            if (value === null) expect(converted).toBeNull();
            if (value !== null && Math.abs(value) < 1e9) expect(converted).not.toBeNull();
          }
        },
      ),
    );
  });

  it('returns no more decimals than the unit has', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        fc.constantFrom(...NAMES),
        fc.constantFrom(...UNIT_SYSTEMS),
        (value, quantity, units) => {
          const { decimals } = QUANTITIES[quantity][units];
          const [, fraction = ''] = String(inUnits(value, quantity, units)).split('.');
          expect(fraction.length).toBeLessThanOrEqual(decimals);
        },
      ),
    );
  });
});

describe('bearing', () => {
  it.each([
    [0, 0],
    [225.4, 225],
    [359.4, 359],
    [359.5, 0],
    [360, 0],
    [-1, 359],
    [-0.2, 0],
    [725, 5],
  ])('of %d is %d degrees', (degrees, converted) => {
    expect(bearing(degrees)).toBe(converted);
  });
});
