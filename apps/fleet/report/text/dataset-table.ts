import { table } from '../../../../packages/text-table/table.js';
import type { KindFigures } from '../figures/kind-figures.js';
import type { RowFigures } from '../figures/row-figures.js';
import { count, percent } from './format.js';

const HEAD = [
  'dataset',
  'hits',
  'pod memory',
  'Redis',
  'miss',
  'stale',
  'calls/day',
  'per watch',
  'age p50',
  'p95',
  'max, s',
];

export function datasetTable({ datasets }: RowFigures): string[] {
  return table(HEAD, Object.entries(datasets).map(datasetRow));
}

function datasetRow([name, of]: [string, KindFigures]): string[] {
  return [
    name === 'place' ? 'place (search)' : name,
    percent(of.hitRatio),
    percent(of.podMemoryRatio),
    percent(of.redisRatio),
    percent(of.missRatio),
    percent(of.staleRatio),
    count(of.upstreamCallsPerDay),
    of.callsPerWatchPerDay.toFixed(2),
    ...[of.ageSeconds.p50, of.ageSeconds.p95, of.ageSeconds.max].map((age) => age.toFixed(0)),
  ];
}
