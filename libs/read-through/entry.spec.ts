import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { arePossible, entryOf, freshnessOf } from './entry.js';

const NOW = Date.UTC(2026, 0, 1);
const WINDOW = { freshForMs: 600_000, revalidateForMs: 300_000, errorForMs: 21_600_000 };
const ALMOST_ONE = 1 - Number.EPSILON / 2;

describe('a cache entry', () => {
  it.each`
    draw          | staleFrom  | expiredFrom | deadFrom
    ${0}          | ${540_000} | ${810_000}  | ${20_250_000}
    ${0.25}       | ${570_000} | ${855_000}  | ${21_375_000}
    ${0.5}        | ${600_000} | ${900_000}  | ${22_500_000}
    ${ALMOST_ONE} | ${660_000} | ${990_000}  | ${24_750_000}
  `(
    'with draw $draw is stale from $staleFrom ms, expired from $expiredFrom, dead from $deadFrom',
    ({ draw, staleFrom, expiredFrom, deadFrom }: Record<string, number>) => {
      expect(entryOf('news', WINDOW, NOW, draw ?? 0)).toEqual({
        value: 'news',
        loadedAtMs: NOW,
        freshUntilMs: NOW + (staleFrom ?? 0),
        staleUntilMs: NOW + (expiredFrom ?? 0),
        deadAtMs: NOW + (deadFrom ?? 0),
      });
    },
  );

  it('jitters each part of its window by at most 10 %, in whole milliseconds', () => {
    const length = fc.nat(200 * 24 * 3_600_000);
    const window = fc.record({ freshForMs: length, revalidateForMs: length, errorForMs: length });
    const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(window, draw, (window, draw) => {
        const { freshUntilMs, staleUntilMs, deadAtMs } = entryOf('news', window, NOW, draw);
        const lengths = [freshUntilMs - NOW, staleUntilMs - freshUntilMs, deadAtMs - staleUntilMs];
        const asked = [window.freshForMs, window.revalidateForMs, window.errorForMs];
        for (const [index, ms] of lengths.entries()) {
          expect(Number.isInteger(ms)).toBe(true);
          expect(Math.abs(ms - (asked[index] ?? 0))).toBeLessThanOrEqual(
            (asked[index] ?? 0) / 10 + 0.5,
          );
        }
      }),
    );
  });

  it.each([
    [-1, 'fresh'],
    [0, 'fresh'],
    [599_999, 'fresh'],
    [600_000, 'stale'],
    [899_999, 'stale'],
    [900_000, 'expired'],
    [22_499_999, 'expired'],
    [22_500_000, 'dead'],
  ])('is at the age of %d ms %s', (ageMs, freshness) => {
    expect(freshnessOf(entryOf('news', WINDOW, NOW, 0.5), NOW + ageMs)).toBe(freshness);
  });

  it('goes from fresh to dead when its window has no revalidation and no error time', () => {
    const entry = entryOf('news', { freshForMs: 10, revalidateForMs: 0, errorForMs: 0 }, NOW, 0.5);
    expect([9, 10].map((ageMs) => freshnessOf(entry, NOW + ageMs))).toEqual(['fresh', 'dead']);
  });

  it('is dead when it does not exist', () => {
    expect(freshnessOf(undefined, NOW)).toBe('dead');
  });
});

describe('the instants of an entry', () => {
  const { value: _value, ...instants } = entryOf('news', WINDOW, NOW, 0.5);
  const arePossibleWith = (changes: Partial<typeof instants>): boolean =>
    arePossible({ ...instants, ...changes }, WINDOW);

  it('are possible whatever the jitter', () => {
    const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(draw, (draw) => {
        expect(arePossible(entryOf('news', WINDOW, NOW, draw), WINDOW)).toBe(true);
      }),
    );
  });

  it.each([
    ['fresh before it was loaded', { freshUntilMs: NOW - 1 }],
    ['stale before it is fresh', { staleUntilMs: instants.freshUntilMs - 1 }],
    ['dead before it is stale', { deadAtMs: instants.staleUntilMs - 1 }],
    ['fresh for longer than any', { freshUntilMs: NOW + 1.2 * WINDOW.freshForMs }],
    ['stale for longer than any', { staleUntilMs: instants.deadAtMs }],
    ['served for longer than any', { deadAtMs: 999_999_999_999_999 }],
    ['loaded earlier, with the same window', { loadedAtMs: NOW - WINDOW.freshForMs }],
    ['loaded at no instant', { loadedAtMs: NaN }],
    ['fresh for ever', { freshUntilMs: Infinity, staleUntilMs: Infinity, deadAtMs: Infinity }],
  ])('are impossible: %s', (_what, changes) => {
    expect(arePossibleWith(changes)).toBe(false);
  });

  it('in order and bounded are all that is possible', () => {
    const atMs = fc.oneof(fc.double(), fc.integer({ min: NOW - 1e9, max: NOW + 1e9 }));
    fc.assert(
      fc.property(atMs, atMs, atMs, atMs, (loadedAtMs, freshUntilMs, staleUntilMs, deadAtMs) => {
        const given = { loadedAtMs, freshUntilMs, staleUntilMs, deadAtMs };
        if (!arePossible(given, WINDOW)) return;
        expect(Object.values(given).toSorted((a, b) => a - b)).toEqual(Object.values(given));
        expect(deadAtMs - loadedAtMs).toBeLessThan(25_000_000);
      }),
    );
  });
});
