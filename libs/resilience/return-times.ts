import type { Clock } from '@app/clock/clock.js';

const SOONEST_MS = 1_000;
/** A pod that is overloaded for longer gets help from others before. */
const LATEST_MS = 60_000;
/** Of the wait, added at random: callers who got the same whole second spread again. */
const SPREAD = 0.5;
/** Of a new duration in the running mean. */
const WEIGHT = 0.05;

interface ReturnTimesOptions {
  readonly clock: Pick<Clock, 'nowMs'>;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/**
 * When refused callers should come again. Each is given the time at which the calls before it will be done: those in
 * the queue, and those that were refused and come back. So they return as fast as calls can be made, not all at once.
 */
export class ReturnTimes {
  private meanDurationMs = 0;
  /** When all those that were refused so far will have been served. */
  private servedAtMs = 0;

  constructor(private readonly options: ReturnTimesOptions) {}

  /** A call took so long. */
  note(durationMs: number): void {
    this.meanDurationMs ||= durationMs;
    this.meanDurationMs += (durationMs - this.meanDurationMs) * WEIGHT;
  }

  /**
   * @param running how many calls can run at once
   * @param queued how many wait in the queue
   * @returns milliseconds
   */
  next(running: number, queued: number): number {
    const nowMs = this.options.clock.nowMs();
    const perCallMs = this.meanDurationMs / running;
    const earliestMs = nowMs + SOONEST_MS + queued * perCallMs;
    const latestMs = nowMs + LATEST_MS;
    // A clock that went back must not send callers away for long.
    this.servedAtMs = Math.min(latestMs, Math.max(earliestMs, this.servedAtMs) + perCallMs);
    return Math.round((this.servedAtMs - nowMs) * (1 + SPREAD * this.options.random()));
  }
}
