import { describe, expect, it } from '@jest/globals';
import { median, quantile } from './quantile.js';
import { times, typical, type Sample } from './sample.js';
import { table } from './table.js';
import { verdict } from './verdict.js';

function rounds(...cpuMicros: number[]): Sample[] {
  return cpuMicros.map((micros) => ({ cpuMicros: micros, perSecond: 1, p50Ms: 1, p99Ms: 1 }));
}

describe('quantile', () => {
  it('is one of the values, in any order', () => {
    expect(median([30, 10, 20])).toBe(20);
    expect(quantile([4, 1, 3, 2], 0.99)).toBe(4);
    expect(quantile([4, 1, 3, 2], 0)).toBe(1);
  });

  it('is NaN without values', () => {
    expect(median([])).toBeNaN();
  });
});

describe('samples', () => {
  it('are summarized by their median, so that one noisy round does not count', () => {
    expect(typical(rounds(20, 21, 90), 'cpuMicros')).toBe(21);
  });

  it('are compared round by round, so that noise which hits a whole round cancels out', () => {
    expect(times(rounds(40, 400, 40), rounds(20, 200, 10), 'cpuMicros')).toBe(2);
  });
});

describe('verdict', () => {
  it('reports both limits and the aims', () => {
    expect(verdict({ oursToBare: 2.9, textbookToOurs: 10, oursToUninstrumented: 1.25 })).toEqual([
      '(d) costs 2.90 × (a): the limit of 3.0 is kept, the aim of 2.0 is not reached.',
      '(c) costs 10.0 × (d): the limit of at least 10 is kept.',
      'Log and metrics are 20 % of (d), by (e): the aim of at most 25 % is reached.',
    ]);
  });

  it('reports a missed limit', () => {
    expect(
      verdict({ oursToBare: 3.01, textbookToOurs: 9.9, oursToUninstrumented: 1.5 }).join(),
    ).toMatch(/MISSED, .* not reached.*MISSED.*not reached/);
  });
});

describe('table', () => {
  it('aligns names left and numbers right', () => {
    expect(table(['server', '×'], [['(a)', '1.00']])).toEqual([
      '| server |    × |',
      '| ------ | ---: |',
      '| (a)    | 1.00 |',
    ]);
  });
});
