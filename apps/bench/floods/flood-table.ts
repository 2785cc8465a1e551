import { table } from '../../../packages/text-table/table.js';
import type { FloodResult, WatchTimes } from './flood-result.js';

const HEAD = [
  'flood',
  'sent',
  'answers',
  'seconds',
  'peak MiB',
  'p50, ms: before → during',
  'p99, ms: before → during',
  '× p99',
  'longest, ms',
  'not 200',
];

/** One row per flood. */
export function floodTable(results: readonly FloodResult[]): string[] {
  return table(HEAD, results.map(rowOf));
}

function rowOf({
  name,
  amount,
  outcomes,
  seconds,
  peakMiB,
  before,
  during,
}: FloodResult): string[] {
  const change = (of: keyof WatchTimes): string =>
    `${before[of].toFixed(1)} → ${during[of].toFixed(1)}`;
  return [
    name,
    count(amount),
    Object.entries(outcomes)
      .map(([outcome, times]) => `${count(times)} × ${outcome}`)
      .join(', '),
    seconds.toFixed(0),
    peakMiB.toFixed(0),
    change('p50Ms'),
    change('p99Ms'),
    (during.p99Ms / before.p99Ms).toFixed(1),
    during.longestMs.toFixed(0),
    `${during.failed} of ${count(during.requests)}`,
  ];
}

export const count = (amount: number): string => amount.toLocaleString('en');
