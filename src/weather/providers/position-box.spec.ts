import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { boxCentre, roundedTo } from './position-box.js';

const position = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const decimalsOf = (degrees: number): number => (String(degrees).split('.')[1] ?? '').length;

describe('roundedTo', () => {
  it.each([
    [4, 40.012_36, -105.270_06, 40.0124, -105.2701],
    [2, 59.9139, 10.7522, 59.91, 10.75],
    [2, -0.001, 0.001, 0, 0],
  ])('to %d decimals, of %d, %d', (decimals, latitude, longitude, north, east) => {
    expect(roundedTo(decimals, { latitude, longitude })).toEqual({
      latitude: north,
      longitude: east,
    });
  });

  it('never leaves more decimals, or an exponent', () => {
    fc.assert(
      fc.property(position, (given) => {
        for (const degrees of Object.values(roundedTo(4, given))) {
          expect(decimalsOf(degrees)).toBeLessThanOrEqual(4);
          expect(String(degrees)).not.toContain('e');
        }
      }),
    );
  });
});

describe('boxCentre', () => {
  it.each([
    [40.012_35, -105.270_06, 40.025, -105.275],
    [1.15, -1.15, 1.175, -1.125],
    [0, 0, 0.025, 0.025],
    [-0.01, -179.99, -0.025, -179.975],
  ])('of 0.05°, of %d, %d', (latitude, longitude, north, east) => {
    expect(boxCentre(20, { latitude, longitude })).toEqual({ latitude: north, longitude: east });
  });

  it('is within half a box, with three decimals', () => {
    fc.assert(
      fc.property(position, (given) => {
        const centre = boxCentre(20, given);
        expect(Math.abs(centre.latitude - given.latitude)).toBeLessThan(0.025_001);
        expect(Math.abs(centre.longitude - given.longitude)).toBeLessThan(0.025_001);
        expect(decimalsOf(centre.latitude)).toBeLessThanOrEqual(3);
      }),
    );
  });
});
