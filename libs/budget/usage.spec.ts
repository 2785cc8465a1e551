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
])('of %d calls, %d may be used by refreshes, %d with a copy, %d without', (issuable, ...upTo) => {
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
])('%j is %s', (usages, level) => {
  expect(levelOf(usages)).toBe(level);
});

describe('windows are stretched', () => {
  it.each([
    ['not while nothing is limited', [], 0, 1],
    ['not by a burst of a tenth', [usage(10)], 0, 1],
    ['twice after a burst of two', [usage(20)], 0, 2],
    ['never more than four times', [usage(100)], 0, 4],
    ['not when half is used at half-time', [usage(60)], 0.5, 1],
    ['as the pace is ahead', [usage(90)], 0.5, 1.5],
    ['not at the end', [usage(100)], 0.95, 1],
    ['by the fastest window', [usage(10), usage(30)], 0, 3],
    ['not by a clock that lags', [usage(10)], -0.5, 1],
  ])('%s', (_what, usages, elapsed, stretch) => {
    expect(ttlFactorOf(usages, elapsed * DAY_MS)).toBeCloseTo(stretch, 10);
  });

  it('without a cliff: one call or one minute never changes much', () => {
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
