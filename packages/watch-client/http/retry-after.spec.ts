import { expect, it } from '@jest/globals';
import { retryAfterMs } from './retry-after.js';

const NOW = Date.UTC(2026, 0, 1);

it.each<[string, number | null]>([
  ['30', 30_000],
  [' 30 ', 30_000],
  ['0', 1_000],
  ['Thu, 01 Jan 2026 00:02:00 GMT', 120_000],
  ['Wed, 31 Dec 2025 23:00:00 GMT', 1_000],
  ['999999999', 86_400_000],
  ['soon', null],
  ['', null],
])('parses Retry-After: %s as %p ms from now', (field, ms) => {
  expect(retryAfterMs(new Headers({ 'retry-after': field }), NOW)).toBe(ms);
});

it('returns null without a Retry-After header', () => {
  expect(retryAfterMs(new Headers(), NOW)).toBeNull();
});
