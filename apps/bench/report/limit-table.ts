import { isKept, LIMITS, type Limit } from './limits.js';
import { missedStartLimits } from './start-table.js';
import { samplesOf, type Results } from './results.js';
import { times } from './sample.js';
import { table } from '../../../packages/text-table/table.js';

const HEAD = ['ratio', 'measured', 'limit', 'target', ''];

/** Each limit with what was measured, as Markdown lines. */
export function limitTable(results: Results): string[] {
  return table(
    HEAD,
    LIMITS.map((limit) => {
      const measured = ratioOf(limit, results);
      return [
        limit.name,
        measured.toFixed(2),
        textOf(limit),
        limit.target?.toFixed(2) ?? '–',
        isKept(limit, measured) ? 'kept' : 'MISSED',
      ];
    }),
  );
}

/** The names of the limits that are missed. */
export function missedLimits(results: Results): string[] {
  const missed = LIMITS.filter((limit) => !isKept(limit, ratioOf(limit, results)));
  return [...missed.map(({ name }) => name), ...missedStartLimits(results.starts)];
}

function ratioOf({ of, to }: Limit, results: Results): number {
  return times(samplesOf(results, ...of), samplesOf(results, ...to));
}

function textOf({ limit }: Limit): string {
  return 'atMost' in limit ? `≤ ${limit.atMost.toFixed(2)}` : `≥ ${limit.atLeast.toFixed(2)}`;
}
