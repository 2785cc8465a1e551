import { table } from '../../../../packages/text-table/table.js';
import type { ComparedRow, Comparison, Pair } from './compare-sides.js';

const HEAD = ['dataset', 'hits, plan', 'HTTP', 'diff', 'calls, plan', 'HTTP', 'diff', 'agrees'];
const NAMES: Readonly<Record<string, string>> = { place: 'place (search)' };

/** Both sides of each dataset, and of all, as a Markdown table. */
export function comparisonTable({ rows }: Comparison): readonly string[] {
  return table(
    HEAD,
    rows.map((row) => [
      NAMES[row.name] ?? row.name,
      ...(row.hitRatio ? cellsOf(row.hitRatio, percent) : ['–', '–', '–']),
      ...cellsOf(row.calls, count),
      judgementOf(row),
    ]),
  );
}

function cellsOf(pair: Pair, show: (value: number) => string): readonly string[] {
  return [show(pair.plan), show(pair.http), signed(pair.differencePercent)];
}

function judgementOf({ isJudged, agrees }: ComparedRow): string {
  if (!isJudged) return 'too few';
  return agrees ? 'yes' : 'NO';
}

const percent = (ratio: number): string => `${(100 * ratio).toFixed(1)} %`;
const count = (calls: number): string => calls.toLocaleString('en');

/** Without a sign where it rounds to 0. */
function signed(difference: number): string {
  const text = difference.toFixed(1);
  if (Number(text) === 0) return '0.0 %';
  return `${difference > 0 ? '+' : ''}${text} %`;
}
