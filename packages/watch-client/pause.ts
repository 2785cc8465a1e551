import type { WatchError } from './watch-error.js';

/** A time in which the service is not asked, and why. */
export class Pause {
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
