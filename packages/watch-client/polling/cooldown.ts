import type { WatchError } from '../watch-error.js';

/** A period without requests, and the error that started it. */
export class Cooldown {
  private error: WatchError | undefined;
  private startedAtMs = 0;

  start(error: WatchError, nowMs: number): void {
    this.error = error;
    this.startedAtMs = nowMs;
  }

  /** Undefined when no cooldown is active. Setting the clock of the watch back ends a cooldown. */
  errorAt(nowMs: number): WatchError | undefined {
    const { error, startedAtMs } = this;
    return error && nowMs >= startedAtMs && nowMs < error.nextRequestAtMs ? error : undefined;
  }
}
