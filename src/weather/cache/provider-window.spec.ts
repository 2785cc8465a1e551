import { expect, it } from '@jest/globals';
import { longestWithin, windowWithin } from './provider-window.js';

const WINDOW = { freshForMs: 300, revalidateForMs: 60, errorForMs: 1_800 };
const TERMS = { atLeastMs: 600, atMostMs: 900 };

it.each([
  ['that demands nothing', undefined, 9_000, 300],
  ['that forbids earlier questions', TERMS, undefined, 600],
  ['that says when it expires', TERMS, 700, 700],
  ['that says it expires at once', TERMS, 0, 600],
  ['that says it expires next week', TERMS, 9_000, 900],
] as const)('a record of a provider %s', (_what, terms, expiresInMs, freshForMs) => {
  expect(windowWithin(WINDOW, terms, expiresInMs)).toEqual({ ...WINDOW, freshForMs });
});

it('a longer window of the dataset stays', () => {
  expect(windowWithin({ ...WINDOW, freshForMs: 5_000 }, TERMS).freshForMs).toBe(5_000);
});

it('no record has a longer window than the terms permit', () => {
  expect(longestWithin(WINDOW, TERMS).freshForMs).toBe(900);
  expect(longestWithin(WINDOW, undefined)).toEqual(WINDOW);
});
