import { LRUCache } from 'lru-cache';

interface Count {
  used: number;
  readonly endsAtMs: number;
}

/** Some 100 bytes each. Whoever is forgotten begins anew, and is one of very many. */
const MAX_USERS = 100_000;

/**
 * Counts per user in windows that begin with the user's first request.
 *
 * Not `RateLimiterMemory` of rate-limiter-flexible: a watch asks less than once in a window, so
 * nearly each request would make a timer, and nothing would bound the number of users.
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
    // A clock set back must not make a window longer.
    if (running && nowMs < running.endsAtMs && running.endsAtMs <= nowMs + this.windowMs) {
      running.used += 1;
      return running;
    }
    const begun = { used: 1, endsAtMs: nowMs + this.windowMs };
    this.counts.set(user, begun);
    return begun;
  }
}
