import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { CellGrid } from './cell-grid.js';
import type { Cell } from './cell.js';
import { parseCellGrid } from './parse-cell-grid.js';
import type { Position } from './position.js';

const metres = [100, 1000, 5000, 10_000, 53_020, 100_000].map((size) => `metres:${size}`);
const degrees = ['0.001', '0.01', '0.1', '0.25', '1'].map((size) => `degrees:${size}`);
const halfMillimetre = 0.0005 / 111_195;

const coordinate = (limit: number) =>
  fc.oneof(
    fc.double({ min: -limit, max: limit, noNaN: true }),
    fc.constantFrom(-limit, -0, 0, Number.MIN_VALUE, -Number.MIN_VALUE, limit),
    fc.double({ min: limit - 0.001, max: limit, noNaN: true }),
    fc.double({ min: -limit, max: 0.001 - limit, noNaN: true }),
    fc.integer({ min: -limit * 1000, max: limit * 1000 }).map((thousandths) => thousandths / 1000),
  );
const anywhere = fc.record({ latitude: coordinate(90), longitude: coordinate(180) });

const contains = (cell: Cell, { latitude, longitude }: Position): boolean => {
  const east = longitude === 180 ? -180 : longitude;
  const isBelow = latitude < cell.north || (latitude === 90 && cell.north === 90);
  return cell.south <= latitude && isBelow && cell.west <= east && east < cell.east;
};

/** Normalizes coordinates beyond a pole or the antimeridian. */
const onEarth = (latitude: number, longitude: number): Position => {
  const crossed = Math.abs(latitude) > 90;
  const east = crossed ? longitude + 180 : longitude;
  const turns = Number(east >= 180) - Number(east < -180);
  return {
    latitude: crossed ? Math.sign(latitude) * 180 - latitude : latitude,
    longitude: east - 360 * turns,
  };
};

/** Whether two cells have at least one point of the sphere in common. */
const touch = (a: Cell, b: Cell): boolean => {
  const atPole = (a.north === 90 && b.north === 90) || (a.south === -90 && b.south === -90);
  const inLatitude = a.south <= b.north && b.south <= a.north;
  const inLongitude = [-360, 0, 360].some(
    (turn) => a.west <= b.east + turn && b.west + turn <= a.east,
  );
  return atPole || (inLatitude && inLongitude);
};

/** Two positions 1 mm apart across each of the four edges of the cell at `position`. */
const crossings = (grid: CellGrid, { latitude, longitude }: Position) => {
  const { south, north, west, east } = grid.cellAt({ latitude, longitude });
  const aside = halfMillimetre / Math.max(1e-9, Math.cos((latitude * Math.PI) / 180));
  const meridian = [south, north].map((edge) => [
    onEarth(edge - halfMillimetre, longitude),
    onEarth(edge + halfMillimetre, longitude),
  ]);
  const parallel = [west, east].map((edge) => [
    onEarth(latitude, edge - aside),
    onEarth(latitude, edge + aside),
  ]);
  return [...meridian, ...parallel].map((pair) => pair.map((side) => grid.cellAt(side)));
};

const equal = (a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one));

const same = (a: Cell, b: Cell): boolean => JSON.stringify(a) === JSON.stringify(b);

const always = (predicate: (position: Position) => boolean) =>
  fc.assert(fc.property(anywhere, predicate), { numRuns: 2000 });

describe.each([...metres, ...degrees])('the grid %s', (text) => {
  const grid = parseCellGrid(text);
  const at = (latitude: number, longitude: number) => grid.cellAt({ latitude, longitude });
  it('puts every position inside its cell', () => {
    always((position) => contains(grid.cellAt(position), position));
  });

  it('assigns the corners of a cell to the correct cell', () => {
    always((position) => {
      const { id, south, west, north, east } = grid.cellAt(position);
      const isOutside = at(south, east).id !== id && (north === 90 || at(north, west).id !== id);
      return at(south, west).id === id && isOutside;
    });
  });

  it('maps the centre of a cell to the same cell', () => {
    always((position) => {
      const cell = grid.cellAt(position);
      return contains(cell, cell.centre) && same(grid.cellAt(cell.centre), cell);
    });
  });

  it('maps positions a millimetre apart to touching cells', () => {
    always((position) =>
      crossings(grid, position).every(([one, other]) => one && other && touch(one, other)),
    );
  });

  it('has ids that are safe in keys, and no negative zero', () => {
    always((position) => {
      const { id, centre, ...edges } = grid.cellAt(position);
      const numbers = [...Object.values(centre), ...Object.values(edges)];
      const isSigned = numbers.some((value) => Object.is(value, -0));
      return /^[md][\d.]+\/\d+\/\d+$/.test(id) && !isSigned;
    });
  });

  it('treats 180 as -180 and -0 as 0', () => {
    always(({ latitude }) => same(at(latitude, 180), at(latitude, -180)));
    expect(at(-0, -0)).toEqual(at(0, 0));
  });

  it('has neighbours that touch the cell, are distinct and are other cells of the grid', () => {
    always((position) => {
      const cell = grid.cellAt(position);
      const found = grid.neighbours(cell);
      const ids = new Set(found.map(({ id }) => id));
      const areOfGrid = found.every((one) => same(grid.cellAt(one.centre), one));
      const isSound = areOfGrid && found.every((one) => touch(cell, one));
      return isSound && !ids.has(cell.id) && ids.size === found.length && found.length >= 2;
    });
  });

  it('has a neighbour across the middle of each edge, also over a pole and the antimeridian', () => {
    always((position) => {
      const cell = grid.cellAt(position);
      const middle = {
        latitude: (cell.south + cell.north) / 2,
        longitude: (cell.west + cell.east) / 2,
      };
      const expected = new Set(
        crossings(grid, middle)
          .flat()
          .map((one) => one?.id),
      );
      expected.delete(cell.id);
      return equal(new Set(grid.neighbours(cell).map(({ id }) => id)), expected);
    });
  });

  it('has four neighbours per cell away from the poles, and equal cells have equal neighbours', () => {
    always(({ latitude, longitude }) => {
      const cell = at(latitude / 2, longitude);
      const found = grid.neighbours(cell);
      const again = grid.neighbours(grid.cellAt(cell.centre));
      return found.length === 4 && JSON.stringify(found) === JSON.stringify(again);
    });
  });

  it('rejects positions that are not on Earth', () => {
    for (const beyond of [Number.NaN, Number.POSITIVE_INFINITY, 180.000001, -181]) {
      expect(() => grid.cellAt({ latitude: 0, longitude: beyond })).toThrow(RangeError);
      expect(() => grid.cellAt({ latitude: beyond / 2, longitude: 0 })).toThrow(RangeError);
    }
  });
});
