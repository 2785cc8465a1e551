import { performance } from 'node:perf_hooks';
import { ReplyTimeoutError } from './reply-timeout.error.js';

interface Wait {
  readonly dueMs: number;
  readonly giveUp: () => void;
}

const TICK_MS = 10;
/** What a look counts in a process that is never idle: there must be an end for it too. */
const BUSY_TICK_MS = 2;

/**
 * Waits for a peer's answers, for each not longer than some milliseconds in which this process had
 * nothing else to do. While it is busy, or gets no processor, it neither sends nor reads, and the
 * peer is not to blame: a look that comes late counts no more than one in time.
 */
export class ReplyTimeout {
  private timer: NodeJS.Timeout | undefined;
  /** Time as it is counted here. */
  private countedMs = 0;
  private idleMs = 0;
  /** In the order in which they fall due. */
  private readonly waits = new Set<Wait>();

  constructor(private readonly ms: number) {}

  /** @throws LateAnswerError */
  race<T>(answer: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (!this.timer) this.startTimer();
      const wait: Wait = {
        dueMs: this.countedMs + this.ms,
        giveUp: () => reject(new ReplyTimeoutError(this.ms)),
      };
      this.waits.add(wait);
      answer.then(resolve, reject).finally(() => this.forget(wait));
    });
  }

  private startTimer(): void {
    this.idleMs = performance.eventLoopUtilization().idle;
    this.timer = setInterval(() => this.tick(), TICK_MS);
  }

  private tick(): void {
    const { idle } = performance.eventLoopUtilization();
    this.countedMs += Math.min(Math.max(idle - this.idleMs, BUSY_TICK_MS), TICK_MS);
    this.idleMs = idle;
    for (const wait of this.waits) {
      if (this.countedMs < wait.dueMs) break;
      wait.giveUp();
      this.forget(wait);
    }
  }

  private forget(wait: Wait): void {
    this.waits.delete(wait);
    if (this.waits.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
