import { describe, expect, it } from '@jest/globals';
import { both, flat, where, type ReadField } from './record-shape.js';

interface Sale {
  readonly atMs: number;
  readonly price: number | null;
  readonly buyer: string | null;
}

const LOADED_AT_MS = 1_000_000;

const price: ReadField<number> = (value) =>
  typeof value === 'number' && value >= 0 ? value : undefined;
const buyer: ReadField<string> = (value) =>
  typeof value === 'string' && value.length <= 5 ? value : undefined;
const recently: ReadField<number> = (value, loadedAtMs) =>
  typeof value === 'number' && Math.abs(value - loadedAtMs) <= 100 ? value : undefined;

const sale = flat<Sale>({
  atMs: ['a', recently, 'required'],
  price: ['p', price],
  buyer: ['b', buyer],
});
const ANN: Sale = { atMs: LOADED_AT_MS, price: 3, buyer: 'Ann' };

describe('flat', () => {
  it('reads what it stored', () => {
    expect(sale.pack(ANN)).toEqual({ a: LOADED_AT_MS, p: 3, b: 'Ann' });
    expect(sale.unpack(sale.pack(ANN), LOADED_AT_MS)).toEqual(ANN);
  });

  it.each([
    ['a wrong type', { a: LOADED_AT_MS, p: '3' }],
    ['an impossible value', { a: LOADED_AT_MS, p: -1 }],
    ['too long a text', { a: LOADED_AT_MS, b: 'Annabelle' }],
    ['an instant too far from its load', { a: LOADED_AT_MS + 101 }],
    ['no required field', { p: 3 }],
    ['null in a required field', { a: null, p: 3 }],
  ])('refuses a stored record with %s', (_what, stored) => {
    expect(sale.unpack(stored, LOADED_AT_MS)).toBeUndefined();
  });

  it('bounds a record: null for what could not be read', () => {
    const bounded = sale.bounded({ ...ANN, price: -1, buyer: 'Annabelle' }, LOADED_AT_MS);
    expect(bounded).toEqual({ atMs: LOADED_AT_MS, price: null, buyer: null });
    expect(sale.bounded(ANN, LOADED_AT_MS)).toEqual(ANN);
  });

  it('leaves no record when a required field could not be read', () => {
    expect(sale.bounded({ ...ANN, atMs: NaN }, LOADED_AT_MS)).toBeUndefined();
  });
});

describe('both and where', () => {
  const named = flat<{ readonly name: string | null }>({ name: ['n', buyer] });
  const shape = where(both(sale, named), ({ name }) => name !== 'Eve');
  const record = { ...ANN, name: 'Bob' };

  it('read two parts that are stored side by side', () => {
    expect(shape.pack(record)).toEqual({ a: LOADED_AT_MS, p: 3, b: 'Ann', n: 'Bob' });
    expect(shape.unpack(shape.pack(record), LOADED_AT_MS)).toEqual(record);
    expect(shape.bounded({ ...record, name: 'Annabelle' }, LOADED_AT_MS)).toEqual({
      ...record,
      name: null,
    });
  });

  it.each([
    ['one part cannot be read', { ...record, atMs: 0 }],
    ['the condition does not hold', { ...record, name: 'Eve' }],
  ])('refuse a record when %s', (_when, given) => {
    expect(shape.unpack(shape.pack(given), LOADED_AT_MS)).toBeUndefined();
    expect(shape.bounded(given, LOADED_AT_MS)).toBeUndefined();
  });
});
