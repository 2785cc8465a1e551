import { Histogram } from '../cache/histogram.js';
import { ReadTally, type TallyData } from '../cache/read-tally.js';
import type { Kind } from './variant.js';

/** What was counted for one row of the plan. */
export interface RowPart {
  readonly tallies: ReadonlyMap<Kind, TallyData>;
  readonly watches: number;
  readonly refusedQuestions: number;
}

/** What was counted for a part of the cities. Data only: threads send it. Whole numbers, so that sums are exact. */
export interface PlanPart {
  /** By variant. */
  readonly rows: readonly RowPart[];
  readonly requests: number;
  /** By second of the plan. */
  readonly perSecond: Float64Array;
  /** By index in `ENDPOINT_NAMES`. */
  readonly byEndpoint: Float64Array;
  /** By grid and people per key: kilometres from the watch to the place, by request. */
  readonly distances: ReadonlyMap<string, Pick<Histogram, 'counts' | 'max'>>;
  /** By name: calls by kind. */
  readonly floors: ReadonlyMap<string, ReadonlyMap<Kind, number>>;
  /** Different records of the reference, by kind. */
  readonly records: ReadonlyMap<Kind, number>;
  /** By box of the load map; see `boxOf`. */
  readonly requestsByBox: ReadonlyMap<string, number>;
}

export const DISTANCE_BUCKET_KM = 0.05;

/** The sum of two parts. */
export function addParts(a: PlanPart, b: PlanPart): PlanPart {
  return {
    rows: a.rows.map((row, index) => addRows(row, b.rows[index] ?? row)),
    requests: a.requests + b.requests,
    perSecond: addNumbers(a.perSecond, b.perSecond),
    byEndpoint: addNumbers(a.byEndpoint, b.byEndpoint),
    distances: addMaps(a.distances, b.distances, addHistograms),
    floors: addMaps(a.floors, b.floors, (left, right) => addMaps(left, right, plus)),
    records: addMaps(a.records, b.records, plus),
    requestsByBox: addMaps(a.requestsByBox, b.requestsByBox, plus),
  };
}

function addRows(a: RowPart, b: RowPart): RowPart {
  return {
    tallies: addMaps(a.tallies, b.tallies, addTallies),
    watches: a.watches + b.watches,
    refusedQuestions: a.refusedQuestions + b.refusedQuestions,
  };
}

function addTallies(a: TallyData, b: TallyData): TallyData {
  const sum = new ReadTally();
  sum.merge(a);
  sum.merge(b);
  return sum;
}

type HistogramData = Pick<Histogram, 'counts' | 'max'>;

function addHistograms(a: HistogramData, b: HistogramData): HistogramData {
  const sum = new Histogram(DISTANCE_BUCKET_KM);
  sum.merge(a);
  sum.merge(b);
  return sum;
}

function addMaps<K, V>(
  a: ReadonlyMap<K, V>,
  b: ReadonlyMap<K, V>,
  add: (left: V, right: V) => V,
): ReadonlyMap<K, V> {
  const sum = new Map(a);
  for (const [key, value] of b) {
    const present = sum.get(key);
    sum.set(key, present === undefined ? value : add(present, value));
  }
  return sum;
}

function addNumbers(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((number, index) => number + (b[index] ?? 0));
}

const plus = (a: number, b: number): number => a + b;
