import { AsyncResource } from 'node:async_hooks';
import type { Clock } from '@app/clock/clock.js';
import type { Waiting } from '@app/load/waiting.js';
import { ConcurrencyLimit, type Round } from './concurrency-limit.js';
import { RefusedCallError } from './refused-call.error.js';
import { ReturnTimes } from './return-times.js';

/** Of the slots, kept for calls that do not wait: without them the copies of busy items would expire in a flood. */
const KEPT_SHARE = 1 / 8;

/** A call in the queue. */
interface Waiter {
  readonly waiting: Waiting;
  readonly start: () => void;
}

export interface BulkheadOptions {
  readonly maxWaiting: number;
  readonly clock: Pick<Clock, 'nowMs'>;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly onRefuse: () => void;
}

/** How a call takes its turn. */
export interface Turn {
  /** How long the call may wait in the queue; 0 = not at all. */
  readonly waitForMs: number;
  readonly waiting: Waiting;
}

/** What a call runs with: it reports each attempt at the source, so that the limit follows how the source answers. */
export type Report = (hasFailed: boolean, durationMs: number) => void;

/**
 * Bounds how many calls run at once, how many wait in the queue, and how long they wait. The call for which most
 * callers wait is the next to run; among equals, the one that came first.
 */
export class Bulkhead {
  private readonly limit: ConcurrencyLimit;
  private readonly returnTimes: ReturnTimes;
  private readonly queue: Waiter[] = [];
  private running = 0;

  constructor(private readonly options: BulkheadOptions) {
    this.limit = new ConcurrencyLimit(options.clock);
    this.returnTimes = new ReturnTimes(options);
  }

  get occupancy(): { running: number; waiting: number; limit: number } {
    return { running: this.running, waiting: this.queue.length, limit: this.limit.current };
  }

  /** @throws RefusedCallError 'overloaded' */
  run<T>(work: (report: Report) => Promise<T>, { waitForMs, waiting }: Turn): Promise<T> {
    const { current } = this.limit;
    const kept = waitForMs > 0 ? 0 : Math.ceil(current * KEPT_SHARE);
    if (this.running < current + kept) return this.start(work);
    if (waitForMs <= 0 || this.queue.length >= this.options.maxWaiting) {
      return Promise.reject(this.refusal());
    }
    return this.enqueue(work, waiting, waitForMs);
  }

  private enqueue<T>(
    work: (report: Report) => Promise<T>,
    waiting: Waiting,
    waitForMs: number,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      // Without it a queued call would run in the async context, and so the trace, of the call that ends.
      const boundWork = AsyncResource.bind(work);
      const start = (): void => {
        clearTimeout(timer);
        this.start(boundWork).then(resolve, reject);
      };
      const waiter = { waiting, start };
      const timer = setTimeout(() => {
        this.queue.splice(this.queue.indexOf(waiter), 1);
        reject(this.refusal());
      }, waitForMs);
      this.queue.push(waiter);
    });
  }

  private async start<T>(work: (report: Report) => Promise<T>): Promise<T> {
    this.running += 1;
    const round = this.limit.start(this.running);
    try {
      return await work((...result) => this.report(round, ...result));
    } finally {
      this.running -= 1;
      this.startNext();
    }
  }

  private report(round: Round, hasFailed: boolean, durationMs: number): void {
    this.returnTimes.note(durationMs);
    this.limit.end(round, hasFailed);
  }

  /** More than one where the limit has risen. */
  private startNext(): void {
    while (this.queue.length > 0 && this.running < this.limit.current) this.takeNext()?.start();
  }

  /** The queue is short, and the number of callers changes while it waits: searching it is cheaper than a heap. */
  private takeNext(): Waiter | undefined {
    let next = 0;
    let most = -1;
    this.queue.forEach(({ waiting: { callers } }, index) => {
      if (callers <= most) return;
      most = callers;
      next = index;
    });
    return this.queue.splice(next, 1)[0];
  }

  private refusal(): RefusedCallError {
    this.options.onRefuse();
    const retryAfterMs = this.returnTimes.next(this.limit.current, this.queue.length);
    return new RefusedCallError('overloaded', 'too many calls are running', retryAfterMs);
  }
}
