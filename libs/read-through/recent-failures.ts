import { LRUCache } from 'lru-cache';
import type { Clock } from '@app/clock/clock.js';
import type { Refusal } from './read-through.options.js';

/** How long a source that failed is not called if there is a cached entry to serve. */
const BACKOFF_AFTER_FAILURE_MS = 1_000;
/** The LRU cache allocates memory for all of them at once; a forgotten failure costs one more call. */
const MAX_FAILURES = 5_000;

interface Failure {
  readonly error: unknown;
  readonly backoffUntilMs: number;
}

/**
 * The last failure of each key. It keeps the source from being called for a moment while there is a
 * cached entry, and for as long as the source would refuse the call again.
 */
export class RecentFailures {
  private readonly failures: LRUCache<string, Failure>;

  constructor(
    private readonly clock: Clock,
    maxEntries: number,
  ) {
    this.failures = new LRUCache({ max: Math.min(maxEntries, MAX_FAILURES) });
  }

  note(key: string, error: unknown): void {
    const backoffUntilMs = this.clock.nowMs() + BACKOFF_AFTER_FAILURE_MS;
    this.failures.set(key, { error, backoffUntilMs });
  }

  /**
   * The error because of which the source must not be called now.
   * @param refusal why the source would refuse the call; asked only after a failure, so that the first
   * call of each key looks for a record in the shared store
   */
  blocking(key: string, hasCachedEntry: () => boolean, refusal: Refusal): unknown {
    const failure = this.failures.get(key);
    if (!failure) return undefined;
    const leftMs = failure.backoffUntilMs - this.clock.nowMs();
    // A clock that went back must not extend it.
    const backsOff = leftMs > 0 && leftMs <= BACKOFF_AFTER_FAILURE_MS && hasCachedEntry();
    return backsOff ? failure.error : refusal();
  }
}
