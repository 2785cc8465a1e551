import { COSTS } from '../../plan/costs.js';
import type { PlanPart } from '../../plan/plan-part.js';
import { podEntriesOf } from '../../plan/pod-memory.js';
import type { Variant } from '../../plan/variant.js';
import type { RowFigures } from './row-figures.js';

/** What more memory in a pod buys: fewer reads of Redis, and never fewer calls. */
export interface MemoryFigures {
  /** `L1_MAX_ENTRIES`: of each kind of record. */
  readonly entries: number;
  /** At most in one pod, of all kinds together. */
  readonly records: number;
  readonly bytes: number;
  readonly podMemoryRatio: number;
  readonly hitRatio: number;
}

/** Of the reference, and of the rows of the sweep `memory`. @param scale of the reference */
export function memoryFigures(
  variants: readonly Variant[],
  rows: readonly RowFigures[],
  { records }: PlanPart,
  scale: number,
): readonly MemoryFigures[] {
  return variants.flatMap(({ sweep, podEntries }, index) => {
    const row = rows[index];
    if (!row || !(index === 0 || sweep === 'memory')) return [];
    const held = [...records].map(
      ([kind, all]) =>
        [kind, Math.min(podEntriesOf(kind, podEntries), Math.round(all * scale))] as const,
    );
    const bytesOf = ([kind, count]: (typeof held)[number]): number =>
      count * COSTS.podBytesPerRecord[kind];
    return [
      {
        entries: podEntries,
        records: held.reduce((sum, [, count]) => sum + count, 0),
        bytes: held.reduce((sum, one) => sum + bytesOf(one), 0),
        podMemoryRatio: row.podMemoryRatio,
        hitRatio: row.hitRatio,
      },
    ];
  });
}
