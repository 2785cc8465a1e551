import type { Minute } from '../../../tools/pictures/bad-hour/hour-record.js';

type Outcome = 'hits' | 'stale' | 'loaded' | 'refused' | 'failed';

/** Counts the answers of the watches, until the next minute begins. */
export class MinuteCounts {
  private counts = noCounts();

  count(status: number, cacheStatus: string, isWarm: boolean): void {
    this.counts[outcomeOf(status, cacheStatus, isWarm)] += 1;
  }

  /** The counts since the last call. */
  take(): Pick<Minute, Outcome> {
    const counted = this.counts;
    this.counts = noCounts();
    return counted;
  }
}

function noCounts(): Record<Outcome, number> {
  return { hits: 0, stale: 0, loaded: 0, refused: 0, failed: 0 };
}

/** Only a watch at a new place may be refused. */
function outcomeOf(status: number, cacheStatus: string, isWarm: boolean): Outcome {
  if (status === 503 && !isWarm) return 'refused';
  if (status !== 200) return 'failed';
  if (cacheStatus.includes('ttl=-')) return 'stale';
  return cacheStatus.includes('; hit') ? 'hits' : 'loaded';
}
