import { table } from '../../../../packages/text-table/table.js';
import type { PlanDocument } from '../plan-document.js';
import { count } from './format.js';

/** The calls of each kind of record beside the least possible ones. */
export function floorTable({ floor }: PlanDocument): string[] {
  const head = [
    'dataset',
    'T, s',
    'calls',
    'floor',
    'calls / floor',
    'floor of fresh + revalidate',
  ];
  return table(
    head,
    Object.entries(floor).map(([name, of]) => [
      name,
      of.ageLimitSeconds.toFixed(0),
      count(of.upstreamCalls),
      count(of.floorCalls),
      of.callsOverFloor.toFixed(4),
      count(of.floorCallsFreshAndRevalidate),
    ]),
  );
}

/** This service beside simpler caches and none. */
export function baselineTable({ baselines }: PlanDocument): string[] {
  const { noCache, exactCoordinates, grid, thisService } = baselines;
  const rows = [
    ['no cache', noCache],
    ['by exact coordinates', exactCoordinates],
    ['by cells of 0.01°', grid],
    ['this service', thisService],
  ] as const;
  return table(
    ['cache', 'searches', 'conditions', 'calls', '× fewer than no cache'],
    rows.map(([name, { searches, conditions, calls }]) => [
      name,
      count(searches),
      count(conditions),
      count(calls),
      (noCache.calls / calls).toFixed(1),
    ]),
  );
}
