import { expect, it } from '@jest/globals';
import { isDateWithinYear, isWithinYear } from './value-instant.js';

const NOW_MS = Date.UTC(2026, 2, 29, 13);

it.each([
  ['2025-04-01T00:00:00Z', true],
  ['2026-03-29T13:00:00Z', true],
  ['2027-03-29T00:00:00Z', true],
  ['2025-03-01T00:00:00Z', false],
  ['2027-04-01T00:00:00Z', false],
  ['1970-01-01T00:00:00Z', false],
  ['+275760-09-13T00:00:00Z', false],
  ['not an instant', false],
])('%s is at most a year from 29 March 2026: %p', (instant, expected) => {
  expect(isWithinYear(Date.parse(instant), NOW_MS)).toBe(expected);
});

it.each([
  ['2026-03-29', true],
  ['2026-02-28', true],
  ['2027-03-29', true],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['2025-03-01', false],
  ['9999-12-31', false],
  ['2026-3-29', false],
  ['2026-03-29T00:00:00Z', false],
  ['2026-03-29\n', false],
  ['', false],
])('%j is a day at most a year from 29 March 2026: %p', (date, expected) => {
  expect(isDateWithinYear(date, NOW_MS)).toBe(expected);
});
