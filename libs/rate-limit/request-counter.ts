import { LRUCache } from 'lru-cache';

interface Count {
  used: number;
  readonly endsAtMs: number;
}

/** About 100 bytes each. An evicted user starts a new window. */
const MAX_USERS = 100_000;

/**
 * Counts requests per user in windows that start with the user's first request.
 *
 * Not `RateLimiterMemory` of rate-limiter-flexible: a client sends less than one request per window, so
 * nearly each request would create a timer, and the number of users would be unbounded.
 */
export class RequestCounter {
  private readonly counts: LRUCache<string, Count>;

  constructor(
    private readonly windowMs: number,
    max = MAX_USERS,
  ) {
    this.counts = new LRUCache({ max });
  }

  /** Counts one more request. */
  count(user: string, nowMs: number): Readonly<Count> {
    const running = this.counts.get(user);
    // A clock that was set back must not extend a window.
    if (running && nowMs < running.endsAtMs && running.endsAtMs <= nowMs + this.windowMs) {
      running.used += 1;
      return running;
    }
    const begun = { used: 1, endsAtMs: nowMs + this.windowMs };
    this.counts.set(user, begun);
    return begun;
  }
}
