import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { idleWindowMs } from './idle-window.js';

const MINUTE = 60_000;

/** Mean age and calls per request, priced: one of the 1 + λT requests of a cycle causes the call, the others see ages from 0 to T. */
const cost = (rate: number, price: number, window: number): number =>
  ((rate * window ** 2) / 2 + price) / (1 + rate * window);

describe('idleWindowMs', () => {
  it.each([
    [0, 30, 0],
    [4, 30, 12],
    [20, 30, 20],
    [7.5, 30, 15],
    [240, 30, 28.328],
    [20, 0, 0],
  ])('of a gap of %f minutes with at most %f is %f minutes', (gap, longest, expected) => {
    expect(idleWindowMs(gap * MINUTE, longest * MINUTE) / MINUTE).toBeCloseTo(expected, 2);
  });

  it('minimises the mean age plus the price of calls', () => {
    const gaps = fc.double({ min: 1, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(gaps, gaps, (gap, price) => {
        const best = idleWindowMs(gap, price);
        const least = cost(1 / gap, price, best);
        for (const factor of [0.9, 1.1]) {
          expect(cost(1 / gap, price, best * factor)).toBeGreaterThanOrEqual(least * (1 - 1e-12));
        }
      }),
    );
  });

  it('rises with the gap and stays below the longest window', () => {
    const lengths = fc.double({ min: 1, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(lengths, lengths, (gap, longest) => {
        const window = idleWindowMs(gap, longest);
        expect(window).toBeGreaterThan(0);
        expect(window).toBeLessThanOrEqual(longest);
        expect(idleWindowMs(gap * 2, longest)).toBeGreaterThanOrEqual(window);
      }),
    );
  });
});
