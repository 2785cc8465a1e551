import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Cell } from './cell.js';
import { distanceKm } from './distance.js';
import { EARTH_RADIUS_METRES, toRadians } from './earth.js';
import { MetreGrid } from './metre-grid.js';

const metresPerDegree = toRadians(EARTH_RADIUS_METRES);
const polarBands = 5;

/** Height, width along the centre's parallel and farthest corner, relative to the requested size. */
const shares = (cell: Cell, sizeMetres: number) => {
  const { centre, south, north, west, east } = cell;
  const farthestKm = Math.max(
    ...[south, north].flatMap((latitude) =>
      [west, east].map((longitude) => distanceKm(centre, { latitude, longitude })),
    ),
  );
  const shrink = Math.cos(toRadians(centre.latitude));
  return {
    height: ((north - south) * metresPerDegree) / sizeMetres,
    width: ((east - west) * metresPerDegree * shrink) / sizeMetres,
    reach: (farthestKm * 1000 * Math.SQRT2) / sizeMetres,
  };
};

/** The violated guarantees of the cells of one band, which differ only by rounding. */
const violations = (grid: MetreGrid, sizeMetres: number, band: number, bands: number): string[] => {
  const latitude = (90 * (2 * band + 1 - bands)) / bands;
  const isPolar = band < polarBands || band >= bands - polarBands;
  const slack = isPolar ? 0.25 : 0.02;
  return [-180, 2.3522, 179.99].flatMap((longitude) => {
    const cell = grid.cellAt({ latitude, longitude });
    const { height, width, reach } = shares(cell, sizeMetres);
    const isKept =
      Math.abs(height - 1) <= 0.02 && Math.abs(width - 1) <= slack && reach <= 1 + slack;
    return isKept ? [] : [`${cell.id}: ${height} ${width} ${reach}`];
  });
};

const bandsOf = (sizeMetres: number) => Math.round((180 * metresPerDegree) / sizeMetres);

describe('MetreGrid', () => {
  it.each([1000, 5000, 10_000, 53_020, 60_000, 99_700, 100_000])(
    'has cells of the requested height and width in every band at %d m',
    (sizeMetres) => {
      const grid = new MetreGrid(sizeMetres);
      const bands = bandsOf(sizeMetres);
      const faults = Array.from({ length: bands }, (_, band) =>
        violations(grid, sizeMetres, band, bands),
      );
      expect(faults.flat()).toEqual([]);
    },
  );

  it('holds its guarantees for every accepted size, in particular near the poles', () => {
    const anySize = fc.oneof(
      fc.integer({ min: 100, max: 300 }),
      fc.integer({ min: 100, max: 100_000 }),
    );
    const anyBand = fc.oneof(fc.nat({ max: 40 }), fc.nat());
    fc.assert(
      fc.property(anySize, anyBand, fc.boolean(), (sizeMetres, nat, isNorth) => {
        const bands = bandsOf(sizeMetres);
        const band = isNorth ? bands - 1 - (nat % bands) : nat % bands;
        return violations(new MetreGrid(sizeMetres), sizeMetres, band, bands).length === 0;
      }),
      { numRuns: 5000 },
    );
  });

  it('has centres with at most 5 decimals', () => {
    const latitude = fc.double({ min: -90, max: 90, noNaN: true });
    const longitude = fc.double({ min: -180, max: 180, noNaN: true });
    const grid = new MetreGrid(1000);
    fc.assert(
      fc.property(fc.record({ latitude, longitude }), (position) => {
        const { centre } = grid.cellAt(position);
        expect(`${centre.latitude},${centre.longitude}`).toMatch(
          /^-?\d+(\.\d{1,5})?,-?\d+(\.\d{1,5})?$/,
        );
      }),
    );
  });

  it('cuts the last band at each pole into three columns', () => {
    const grid = new MetreGrid(1000);
    const north = [-180, -60, 60].map((longitude) => grid.cellAt({ latitude: 90, longitude }).id);
    expect(north).toEqual(['m1000/20014/0', 'm1000/20014/1', 'm1000/20014/2']);
    expect(grid.cellAt({ latitude: -90, longitude: 179 }).id).toBe('m1000/0/2');
  });

  it('numbers neighbouring cells in Paris consecutively', () => {
    const grid = new MetreGrid(1000);
    const here = grid.cellAt({ latitude: 48.8566, longitude: 2.3522 });
    const east = grid.cellAt({ latitude: 48.8566, longitude: here.east });
    expect([here.id, east.id]).toEqual(['m1000/15440/13340', 'm1000/15440/13341']);
  });

  it.each([99, 100_001, 1000.5, 0, -1000, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses a size of %d m',
    (sizeMetres) => {
      expect(() => new MetreGrid(sizeMetres)).toThrow(RangeError);
    },
  );
});
