import { describe, expect, it } from '@jest/globals';
import { listOf } from './list-shape.js';
import { flat, type ReadField } from './record-shape.js';

interface Sale {
  readonly atMs: number;
  readonly price: number | null;
}

const LOADED_AT_MS = 1_000_000;

const price: ReadField<number> = (value) => (typeof value === 'number' ? value : undefined);
const recently: ReadField<number> = (value, loadedAtMs) =>
  typeof value === 'number' && Math.abs(value - loadedAtMs) <= 100 ? value : undefined;

const sale = flat<Sale>({ atMs: ['a', recently, 'required'], price: ['p', price] });

const at = (offsetMs: number): Sale => ({ atMs: LOADED_AT_MS + offsetMs, price: 3 });
const stored = (...offsetsMs: number[]) => ({
  s: offsetsMs.map((offsetMs) => ({ a: LOADED_AT_MS + offsetMs, p: 3 })),
});

describe('listOf', () => {
  const limits = { minLength: 1, maxLength: 3, orderedBy: 'atMs' } as const;
  const list = listOf('sales', sale, 's', limits);
  it('reads what it stored', () => {
    const record = { sales: [at(1), at(1), at(2)] };
    expect(list.unpack(list.pack(record), LOADED_AT_MS)).toEqual(record);
  });

  it.each([
    ['nothing', {}],
    ['null', { s: null }],
    ['no list', { s: {} }],
    ['no record', { s: [1] }],
    ['null among records', { s: [...stored(1).s, null] }],
    ['too few', stored()],
    ['too many', stored(1, 2, 3, 4)],
    ['another order', stored(2, 1)],
    ['one record that cannot be read', stored(1, 999)],
  ])('refuses a stored list with %s', (_what, given) => {
    expect(list.unpack(given, LOADED_AT_MS)).toBeUndefined();
  });

  it('bounds a list: without records that could not be read, and cut', () => {
    const bounded = list.bounded({ sales: [at(1), at(999), at(2), at(3), at(4)] }, LOADED_AT_MS);
    expect(bounded).toEqual({ sales: [at(1), at(2), at(3)] });
  });

  it('leaves no list when none of its records could be read, also where an empty one may be', () => {
    const maybeEmpty = listOf('sales', sale, 's', { ...limits, minLength: 0 });
    expect(maybeEmpty.bounded({ sales: [at(999)] }, LOADED_AT_MS)).toBeUndefined();
    expect(maybeEmpty.bounded({ sales: [] }, LOADED_AT_MS)).toEqual({ sales: [] });
    expect(maybeEmpty.unpack({ s: [] }, LOADED_AT_MS)).toEqual({ sales: [] });
  });
});
