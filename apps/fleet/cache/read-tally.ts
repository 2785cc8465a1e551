import { Histogram } from './histogram.js';

const AGE_BUCKET_MS = 5_000;

/** How the reads of one kind of record were served, and what they caused. */
export class ReadTally {
  /** Served from the memory of the pod, and from Redis; stale copies too. */
  podHits = 0;
  redisHits = 0;
  /** Waited for a call. */
  misses = 0;
  /** Served stale, while the record was refreshed. */
  stale = 0;
  /** Served expired, and not served at all, because no call was permitted. */
  expired = 0;
  unavailable = 0;
  /** Calls to the provider: of misses and of refreshes. */
  calls = 0;
  /** Round trips that only fetched a record that another pod had refreshed. */
  redisRefreshes = 0;
  /** Of the data that was read, since its load; in milliseconds. */
  readonly ages = new Histogram(AGE_BUCKET_MS);

  /**
   * @param other also one that came from another thread and lost its methods
   * @param weight of its counts; negative to take them away
   */
  merge(other: TallyData, weight = 1): void {
    for (const name of COUNTS) this[name] += weight * other[name];
    this.ages.merge(other.ages, weight);
  }
}

const COUNTS = [
  'podHits',
  'redisHits',
  'misses',
  'stale',
  'expired',
  'unavailable',
  'calls',
  'redisRefreshes',
] as const;

/** A tally without its methods. */
export type TallyData = Pick<ReadTally, (typeof COUNTS)[number]> & {
  readonly ages: Pick<Histogram, 'counts' | 'max'>;
};

/** Number of reads, however they ended. */
export function readsOf(tally: TallyData): number {
  return tally.podHits + tally.redisHits + tally.misses + tally.expired + tally.unavailable;
}
