import { performance } from 'node:perf_hooks';
import { LateAnswerError } from './late-answer.error.js';

interface Wait {
  readonly dueMs: number;
  readonly giveUp: () => void;
}

const LOOK_EVERY_MS = 10;
/** What a look counts in a process that is never idle: there must be an end for it too. */
const BUSY_LOOK_MS = 2;

/**
 * Waits for a peer's answers, for each not longer than some milliseconds in which this process had
 * nothing else to do. While it is busy, or gets no processor, it neither sends nor reads, and the
 * peer is not to blame: a look that comes late counts no more than one in time.
 */
export class AnswerDeadline {
  private looking: NodeJS.Timeout | undefined;
  /** Time as it is counted here. */
  private patienceMs = 0;
  private idleMs = 0;
  /** In the order in which they fall due. */
  private readonly waits = new Set<Wait>();

  constructor(private readonly ms: number) {}

  /** @throws LateAnswerError */
  answered<T>(answer: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (!this.looking) this.startLooking();
      const wait: Wait = {
        dueMs: this.patienceMs + this.ms,
        giveUp: () => reject(new LateAnswerError(this.ms)),
      };
      this.waits.add(wait);
      answer.then(resolve, reject).finally(() => this.forget(wait));
    });
  }

  private startLooking(): void {
    this.idleMs = performance.eventLoopUtilization().idle;
    this.looking = setInterval(() => this.look(), LOOK_EVERY_MS);
  }

  private look(): void {
    const { idle } = performance.eventLoopUtilization();
    this.patienceMs += Math.min(Math.max(idle - this.idleMs, BUSY_LOOK_MS), LOOK_EVERY_MS);
    this.idleMs = idle;
    for (const wait of this.waits) {
      if (this.patienceMs < wait.dueMs) break;
      wait.giveUp();
      this.forget(wait);
    }
  }

  private forget(wait: Wait): void {
    this.waits.delete(wait);
    if (this.waits.size > 0) return;
    clearInterval(this.looking);
    this.looking = undefined;
  }
}
