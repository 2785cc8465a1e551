import type { Kind } from '../../plan/variant.js';
import { KINDS, type KindFigures, type SideFigures } from '../sides/side-figures.js';

/** One figure on both sides. */
export interface Pair {
  readonly plan: number;
  readonly http: number;
  /** Of the plan's; 0 where both are 0. */
  readonly differencePercent: number;
}

/** One kind of record, or all. */
export interface ComparedRow {
  readonly name: Kind | 'all';
  /** Null for places: a glance looks its place up once on one side, and once per dataset on the other. */
  readonly hitRatio: Pair | null;
  readonly calls: Pair;
  /** Whether the row counts: it has enough calls. */
  readonly isJudged: boolean;
  readonly agrees: boolean;
}

export interface Comparison {
  readonly rows: readonly ComparedRow[];
  /** Whether all rows that count agree. */
  readonly agrees: boolean;
}

/** Fewer calls differ by chance. */
const ENOUGH_CALLS = 1_000;

/**
 * Compares the hit ratio and the calls of both sides: of each kind of record, and of all. The hit ratio of all is that
 * of all reads of datasets; the calls of all include searches.
 */
export function compareSides(
  plan: SideFigures,
  http: SideFigures,
  tolerancePercent: number,
): Comparison {
  const judged = (name: ComparedRow['name'], of: [KindFigures, KindFigures]): ComparedRow => {
    const [virtual, real] = of;
    const hitRatio = name === 'place' ? null : pairOf(ratioOf(virtual), ratioOf(real));
    const calls = pairOf(virtual.calls, real.calls);
    const agrees = [hitRatio, calls].every(
      (pair) => !pair || Math.abs(pair.differencePercent) <= tolerancePercent,
    );
    const isJudged = name === 'all' || Math.max(virtual.calls, real.calls) > ENOUGH_CALLS;
    return { name, hitRatio, calls, isJudged, agrees };
  };
  const rows = [
    ...KINDS.map((kind) => judged(kind, [plan[kind], http[kind]])),
    judged('all', [allOf(plan), allOf(http)]),
  ];
  return { rows, agrees: rows.every(({ isJudged, agrees }) => agrees || !isJudged) };
}

function allOf(figures: SideFigures): KindFigures {
  const sum = (kinds: readonly Kind[], of: keyof KindFigures): number =>
    kinds.reduce((total, kind) => total + figures[kind][of], 0);
  const datasets = KINDS.filter((kind) => kind !== 'place');
  return { reads: sum(datasets, 'reads'), hits: sum(datasets, 'hits'), calls: sum(KINDS, 'calls') };
}

function ratioOf({ hits, reads }: KindFigures): number {
  return reads === 0 ? 0 : hits / reads;
}

function pairOf(plan: number, http: number): Pair {
  const differencePercent = plan === http ? 0 : (100 * (http - plan)) / plan;
  return { plan, http, differencePercent };
}
