import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { orNull, roundTo, toInches, toMeters, toMiles } from './units.js';

describe('roundTo', () => {
  it.each([
    [1.005, 2, 1.01],
    [1.004999, 2, 1],
    [0.00005, 4, 0.0001],
    [0.000049, 4, 0],
    [8.345, 2, 8.35],
    [2.5, 0, 3],
    [0.285, 2, 0.29],
    [9_699.999_999_999_998, 0, 9_700],
    [46_700, 0, 46_700],
    [0, 4, 0],
    [5e-7, 4, 0],
    [1e-9, 0, 0],
    [Number.MIN_VALUE, 4, 0],
    [999_999_999_999, 0, 999_999_999_999],
    [1e12, 0, 1e12],
    [1.5e15, 4, 1.5e15],
    [0.1 + 0.2, 1, 0.3],
  ])('rounds %d to %d decimals as %d', (value, decimals, expected) => {
    expect(roundTo(value, decimals)).toBe(expected);
  });

  it('rounds every half up', () => {
    for (let thousandth = 5; thousandth < 100_000; thousandth += 10) {
      const expected = ((thousandth + 5) / 10).toString();
      expect(String(Math.round(roundTo(thousandth / 1000, 2) * 100))).toBe(expected);
    }
  });

  it('rounds by the twelve leading digits, also on the fast path', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e7, max: 1e7 }),
        fc.integer({ min: 0, max: 4 }),
        (value, decimals) => {
          const scale = 10 ** decimals;
          const byDigits = Math.round(Number((value * scale).toPrecision(12))) / scale;
          expect(roundTo(value, decimals) + 0).toBe(byDigits + 0);
        },
      ),
    );
  });

  it('does not change a number that has no more decimals than requested', () => {
    for (let cents = 0; cents < 100_000; cents += 7) {
      expect(roundTo(cents / 100, 2)).toBe(cents / 100);
    }
  });
});

describe('unit conversions', () => {
  // Exact in whole numbers: a mile is 1 609 344 mm, an inch 254 tenths of a millimetre.
  it('convert metres to miles', () => {
    for (let miles = 0; miles <= 100; miles += 0.25) {
      expect(toMiles((miles * 4 * 1_609_344) / 4_000)).toBeCloseTo(miles, 10);
    }
  });

  it('convert millimetres to inches', () => {
    for (let tenths = 0; tenths < 10_000; tenths += 127) {
      expect(toInches(tenths / 10)).toBeCloseTo(tenths / 254, 10);
    }
  });

  it('convert millimetres of water to metres', () => {
    expect(toMeters(1.1)).toBeCloseTo(0.0011, 12);
  });

  it('keep an unknown value unknown', () => {
    expect(orNull(null, toMiles)).toBeNull();
    expect(orNull(0, toMiles)).toBe(0);
  });
});
