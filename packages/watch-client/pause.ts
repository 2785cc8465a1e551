import type { WatchError } from './watch-error.js';

/** A time in which no requests are sent, and its reason. */
export class Cooldown {
  private reason: WatchError | undefined;
  private sinceMs = 0;

  begin(reason: WatchError, nowMs: number): void {
    this.reason = reason;
    this.sinceMs = nowMs;
  }

  /** Undefined when there is none; a watch whose clock was put back is in none either. */
  reasonAt(nowMs: number): WatchError | undefined {
    const { reason, sinceMs } = this;
    return reason && nowMs >= sinceMs && nowMs < reason.askAgainAtMs ? reason : undefined;
  }
}
