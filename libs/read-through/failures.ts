import { LRUCache } from 'lru-cache';
import type { Clock } from '@app/clock/clock.js';
import { LoadError } from '@app/load/load.error.js';

/** A source that failed is left alone this long when there is a copy to serve instead. */
const REST_AFTER_FAILURE_MS = 1_000;
/** Memory is taken for all of them at the start; who is forgotten is asked once more. */
const MOST_FAILURES = 5_000;

interface Failure {
  readonly error: unknown;
  /** Until when the source is left alone if there is a copy. */
  readonly untilMs: number;
  /** Until when the source would say the same again. */
  readonly standsUntilMs: number;
}

/** How loads failed, by key, and how long sources are left alone because of that. */
export class Failures {
  private readonly failures: LRUCache<string, Failure>;

  constructor(
    private readonly clock: Clock,
    maxEntries: number,
  ) {
    this.failures = new LRUCache({ max: Math.min(maxEntries, MOST_FAILURES) });
  }

  note(key: string, error: unknown): void {
    const nowMs = this.clock.nowMs();
    const standsUntilMs = nowMs + (error instanceof LoadError ? error.standsForMs : 0);
    this.failures.set(key, { error, standsUntilMs, untilMs: nowMs + REST_AFTER_FAILURE_MS });
  }

  /** The failure because of which the source is left alone just now: it stands, or there is a copy. */
  restOf(key: string, hasCopy: () => boolean): unknown {
    const failure = this.failures.get(key);
    if (!failure) return undefined;
    const nowMs = this.clock.nowMs();
    const rests = nowMs < failure.untilMs && hasCopy();
    return rests || nowMs < failure.standsUntilMs ? failure.error : undefined;
  }
}
