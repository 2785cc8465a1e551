import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { DegreeGrid } from './degree-grid.js';

describe('DegreeGrid', () => {
  const grid = new DegreeGrid(0.01);

  it.each([
    [48.87, 2.3],
    [48.87, 2.309999999],
    [48.879999999, 2.3],
    [48.8756613, 2.3058217],
  ])('gives (%d, %d) the centre (48.875, 2.305)', (latitude, longitude) => {
    expect(grid.cellAt({ latitude, longitude })).toEqual({
      id: 'd0.01/13887/18230',
      centre: { latitude: 48.875, longitude: 2.305 },
      south: 48.87,
      north: 48.88,
      west: 2.3,
      east: 2.31,
    });
  });

  it('has edges and centres equal to their decimal literals', () => {
    const latitudes = fc.integer({ min: -9000, max: 8999 });
    const longitudes = fc.integer({ min: -18_000, max: 17_999 });
    fc.assert(
      fc.property(latitudes, longitudes, (south, west) => {
        const cell = grid.cellAt({ latitude: south / 100, longitude: west / 100 });
        expect(cell).toMatchObject({
          centre: { latitude: (10 * south + 5) / 1000, longitude: (10 * west + 5) / 1000 },
          south: south / 100,
          north: (south + 1) / 100,
          west: west / 100,
          east: (west + 1) / 100,
        });
      }),
      { numRuns: 5000 },
    );
  });

  it('assigns the pole and the antimeridian to the outermost cells', () => {
    expect(grid.cellAt({ latitude: 90, longitude: 180 }).centre).toEqual({
      latitude: 89.995,
      longitude: -179.995,
    });
    expect(grid.cellAt({ latitude: -90, longitude: -180 }).id).toBe('d0.01/0/0');
  });

  it.each([0.001, 0.0625, 0.1, 0.25, 1, 7.5, 10])('accepts a size of %d°', (sizeDegrees) => {
    expect(() => new DegreeGrid(sizeDegrees)).not.toThrow();
  });

  it.each([0.0005, 0.007, 0.010000001, 1 / 3, 7, 12, 0, -1, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses a size of %d°',
    (sizeDegrees) => {
      expect(() => new DegreeGrid(sizeDegrees)).toThrow(RangeError);
    },
  );
});
