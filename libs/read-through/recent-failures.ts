import { LRUCache } from 'lru-cache';
import type { Clock } from '@app/clock/clock.js';
import { LoadError } from '@app/load/load.error.js';

/** How long a source that failed is not called if there is a cached entry to serve. */
const BACKOFF_AFTER_FAILURE_MS = 1_000;
/** The LRU cache allocates memory for all of them at once; a forgotten failure costs one more call. */
const MAX_FAILURES = 5_000;

interface Failure {
  readonly error: unknown;
  /** Until when the source is not called if there is a cached entry. */
  readonly backoffUntilMs: number;
  /** Until when the source is not called at all: it would fail the same way. */
  readonly negativeUntilMs: number;
}

/** The last failure of each key, and how long it keeps the source from being called. */
export class RecentFailures {
  private readonly failures: LRUCache<string, Failure>;

  constructor(
    private readonly clock: Clock,
    maxEntries: number,
  ) {
    this.failures = new LRUCache({ max: Math.min(maxEntries, MAX_FAILURES) });
  }

  note(key: string, error: unknown): void {
    const nowMs = this.clock.nowMs();
    const negativeTtlMs = error instanceof LoadError ? error.negativeTtlMs : 0;
    this.failures.set(key, {
      error,
      negativeUntilMs: nowMs + negativeTtlMs,
      backoffUntilMs: nowMs + BACKOFF_AFTER_FAILURE_MS,
    });
  }

  /** The failure because of which the source must not be called now. */
  blocking(key: string, hasCachedEntry: () => boolean): unknown {
    const failure = this.failures.get(key);
    if (!failure) return undefined;
    const nowMs = this.clock.nowMs();
    const backsOff = nowMs < failure.backoffUntilMs && hasCachedEntry();
    return backsOff || nowMs < failure.negativeUntilMs ? failure.error : undefined;
  }
}
