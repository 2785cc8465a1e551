import { Injectable } from '@nestjs/common';
import { Clock } from '@app/clock/clock.js';

const BURST = 6;
const REFILL_EVERY_MS = 15_000;

/**
 * Permission to ask the issuer for its keys: at most 10 times in any minute (6 at once and one more
 * each 15 s). A flood of unknown `kid`s can thus neither hammer the issuer nor keep a new key
 * unknown for longer than the refill, because any permitted fetch brings the whole key set.
 */
@Injectable()
export class TokenBucket {
  private tokens = BURST;
  private refilledAtMs: number;

  constructor(private readonly clock: Clock) {
    this.refilledAtMs = clock.nowMs();
  }

  /** Takes one permission; false when none is left. */
  take(): boolean {
    this.refill();
    if (this.tokens === 0) return false;
    this.tokens -= 1;
    return true;
  }

  private refill(): void {
    const nowMs = this.clock.nowMs();
    // A clock set back must not stop the refill until it catches up.
    this.refilledAtMs = Math.min(this.refilledAtMs, nowMs);
    const earned = Math.floor((nowMs - this.refilledAtMs) / REFILL_EVERY_MS);
    this.refilledAtMs += earned * REFILL_EVERY_MS;
    this.tokens = Math.min(BURST, this.tokens + earned);
  }
}
