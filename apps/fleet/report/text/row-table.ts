import { table } from '../../../../packages/text-table/table.js';
import type { RowFigures } from '../figures/row-figures.js';
import { change, count, percent } from './format.js';

const HEAD = [
  'row',
  'watches',
  'hits',
  'pod memory',
  'calls/day',
  'per watch',
  'change',
  '× fewer than no cache',
  'km p95',
  'age of conditions p50',
  'max, s',
];

/** The rows of sweeps. @param rows first the reference on the same places */
export function rowTable(rows: readonly RowFigures[]): string[] {
  const [reference] = rows;
  return table(
    HEAD,
    rows.map((row) => {
      const perWatch = row.callsPerWatchPerDay / (reference?.callsPerWatchPerDay ?? NaN);
      const age = (row.datasets.conditions ?? reference?.datasets.conditions)?.ageSeconds;
      return [
        row.name,
        count(row.watches),
        percent(row.hitRatio),
        percent(row.podMemoryRatio),
        count(row.upstreamCallsPerDay),
        row.callsPerWatchPerDay.toFixed(2),
        change(perWatch - 1),
        row.conditionsAndSearch.timesFewer.toFixed(1),
        row.distanceKm.p95.toFixed(2),
        age ? age.p50.toFixed(0) : '',
        age ? age.max.toFixed(0) : '',
      ];
    }),
  );
}
