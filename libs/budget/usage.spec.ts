import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { allowance, levelOf, ttlFactorOf, type Usage } from './usage.js';

const DAY_MS = 86_400_000;
const usage = (used: number, issuable = 100): Usage => ({
  span: { startMs: 0, endMs: DAY_MS },
  used,
  issuable,
});

const at = (calls: number, ms: number): number => ttlFactorOf([usage(calls, 1_000)], ms);

it.each([
  [1_000, 800, 950, 1_000],
  [900, 720, 855, 900],
  [9, 7, 8, 9],
  [1, 0, 0, 1],
  [0, 0, 0, 0],
])('allowance of %d calls: %d for refresh, %d for expired, %d for missing', (issuable, ...upTo) => {
  const priorities = ['refresh', 'expired', 'missing'] as const;

  expect(priorities.map((priority) => allowance(priority, issuable))).toEqual(upTo);
});

it.each([
  [[], 'plenty'],
  [[usage(79)], 'plenty'],
  [[usage(80)], 'tight'],
  [[usage(95)], 'last'],
  [[usage(99)], 'last'],
  [[usage(100)], 'spent'],
  [[usage(123)], 'spent'],
  [[usage(0), usage(95)], 'last'],
  [[usage(80), usage(0)], 'tight'],
])('the level of %j is %s', (usages, level) => {
  expect(levelOf(usages)).toBe(level);
});

describe('the TTL factor', () => {
  it.each([
    ['is 1 without a limit', [], 0, 1],
    ['is 1 after a burst of 10 %', [usage(10)], 0, 1],
    ['is 2 after a burst of 20 %', [usage(20)], 0, 2],
    ['is at most 4', [usage(100)], 0, 4],
    ['is 1 when 60 % is used at half-time', [usage(60)], 0.5, 1],
    ['grows with the lead over the pace', [usage(90)], 0.5, 1.5],
    ['is 1 at the end of the window', [usage(100)], 0.95, 1],
    ['follows the fastest window', [usage(10), usage(30)], 0, 3],
    ['is 1 with a clock that lags', [usage(10)], -0.5, 1],
  ])('%s', (_what, usages, elapsed, factor) => {
    expect(ttlFactorOf(usages, elapsed * DAY_MS)).toBeCloseTo(factor, 10);
  });

  it('changes little with one call or one minute', () => {
    const moment = fc.record({
      used: fc.nat({ max: 999 }),
      elapsed: fc.double({ min: 0, max: 0.99, noNaN: true }),
    });
    fc.assert(
      fc.property(moment, ({ used, elapsed }) => {
        const nowMs = elapsed * DAY_MS;
        const now = at(used, nowMs);
        expect(at(used + 1, nowMs) - now).toBeLessThan(0.02);
        expect(at(used + 1, nowMs)).toBeGreaterThanOrEqual(now);
        expect(now - at(used, nowMs + 60_000)).toBeLessThan(0.03);
      }),
    );
  });
});
