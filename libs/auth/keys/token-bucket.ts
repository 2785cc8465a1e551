import { Injectable } from '@nestjs/common';
import { Clock } from '@app/clock/clock.js';

const BURST = 6;
const REFILL_EVERY_MS = 15_000;

/**
 * Limits the requests for the issuer's keys to 10 in any minute (6 at once and one more each 15 s). A
 * flood of unknown `kid`s can neither overload the issuer nor hide a new key for longer than a refill,
 * because each request fetches the whole key set.
 */
@Injectable()
export class TokenBucket {
  private tokens = BURST;
  private refilledAtMs: number;

  constructor(private readonly clock: Clock) {
    this.refilledAtMs = clock.nowMs();
  }

  /** Takes one token; false when none is left. */
  take(): boolean {
    this.refill();
    if (this.tokens === 0) return false;
    this.tokens -= 1;
    return true;
  }

  private refill(): void {
    const nowMs = this.clock.nowMs();
    // A clock that was set back must not stop the refill.
    this.refilledAtMs = Math.min(this.refilledAtMs, nowMs);
    const earned = Math.floor((nowMs - this.refilledAtMs) / REFILL_EVERY_MS);
    this.refilledAtMs += earned * REFILL_EVERY_MS;
    this.tokens = Math.min(BURST, this.tokens + earned);
  }
}
