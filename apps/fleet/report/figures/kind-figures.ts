import { Histogram } from '../../cache/histogram.js';
import { readsOf, type TallyData } from '../../cache/read-tally.js';
import { round, spread, type Spread } from './numbers.js';

/** How one kind of record is read. Ratios are shares of the reads. */
export interface KindFigures {
  readonly reads: number;
  /** Served without waiting for the provider: `podMemoryRatio` + `redisRatio`. */
  readonly hitRatio: number;
  readonly podMemoryRatio: number;
  readonly redisRatio: number;
  readonly missRatio: number;
  /** Part of the hits: served stale while the record was refreshed. */
  readonly staleRatio: number;
  /** Because no call was permitted: served expired, or not at all. */
  readonly expiredRatio: number;
  readonly unavailableRatio: number;
  readonly upstreamCalls: number;
  readonly upstreamCallsPerDay: number;
  readonly callsPerWatchPerDay: number;
  /** Of the data that is read, since it was loaded. */
  readonly ageSeconds: Spread;
}

const AGE_BUCKET_MS = 5_000;
const SECOND_MS = 1_000;

export function kindFigures(
  tally: TallyData,
  { days, scale, watches }: { days: number; scale: number; watches: number },
): KindFigures {
  const reads = readsOf(tally);
  const ratio = (count: number): number => round(count / reads, 4);
  const ages = new Histogram(AGE_BUCKET_MS);
  ages.merge(tally.ages);
  const calls = tally.calls * scale;
  return {
    reads: Math.round(reads * scale),
    hitRatio: ratio(tally.podHits + tally.redisHits),
    podMemoryRatio: ratio(tally.podHits),
    redisRatio: ratio(tally.redisHits),
    missRatio: ratio(tally.misses),
    staleRatio: ratio(tally.stale),
    expiredRatio: ratio(tally.expired),
    unavailableRatio: ratio(tally.unavailable),
    upstreamCalls: Math.round(calls),
    upstreamCallsPerDay: Math.round(calls / days),
    callsPerWatchPerDay: round(calls / days / watches, 3),
    ageSeconds: spread(ages, SECOND_MS, 1),
  };
}
