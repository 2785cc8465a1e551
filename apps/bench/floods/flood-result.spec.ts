import { describe, expect, it } from '@jest/globals';
import { missedLimits, type FloodResult, type WatchTimes } from './flood-result.js';
import { floodTable } from './flood-table.js';

const times: WatchTimes = { p50Ms: 2, p99Ms: 20, longestMs: 30, requests: 500, failed: 0 };
const result: FloodResult = {
  name: 'distinct bad tokens',
  amount: 50_000,
  outcomes: { '401': 49_999, ECONNRESET: 1 },
  seconds: 12,
  peakMiB: 210,
  before: times,
  during: { ...times, p99Ms: 50 },
};

describe('the limits of a flood', () => {
  it('are kept by a pod that stays small and serves its warm watch', () => {
    expect(missedLimits(result)).toEqual([]);
  });

  it.each([
    ['memory', { peakMiB: 400 }, 'distinct bad tokens: 400 MiB'],
    ['p99', { during: { ...times, p99Ms: 100 } }, 'distinct bad tokens: p99 100 ms'],
    [
      'p99 that is no number',
      { during: { ...times, p99Ms: NaN } },
      'distinct bad tokens: p99 NaN ms',
    ],
    [
      'warm answers',
      { during: { ...times, failed: 3 } },
      'distinct bad tokens: 3 warm requests without 200',
    ],
  ])('are missed by its %s', (_what, change, sentence) => {
    expect(missedLimits({ ...result, ...change })).toEqual([sentence]);
  });
});

describe('the table of floods', () => {
  it('compares the warm watch with itself before the flood', () => {
    const [, , row = ''] = floodTable([result]);

    expect(row.split('|').map((cell) => cell.trim())).toEqual([
      '',
      'distinct bad tokens',
      '50,000',
      '49,999 × 401, 1 × ECONNRESET',
      '12',
      '210',
      '2.0 → 2.0',
      '20.0 → 50.0',
      '2.5',
      '30',
      '0 of 500',
      '',
    ]);
  });
});
