import { performance } from 'node:perf_hooks';
import { ReplyTimeoutError } from './reply-timeout.error.js';

interface Wait {
  readonly dueMs: number;
  readonly giveUp: () => void;
}

const TICK_MS = 10;
/** The time that a tick counts in a process that is never idle, so that its waits end too. */
const BUSY_TICK_MS = 2;

/**
 * A timeout for replies of a peer that counts only the idle time of this process. While the process is
 * busy or suspended, it neither sends nor reads, so the delay is not the peer's: a tick that comes late
 * counts no more than one in time.
 */
export class ReplyTimeout {
  private timer: NodeJS.Timeout | undefined;
  /** The counted time. */
  private countedMs = 0;
  private idleMs = 0;
  /** In the order of their due times. */
  private readonly waits = new Set<Wait>();

  constructor(private readonly ms: number) {}

  /** @throws ReplyTimeoutError when the reply takes longer */
  race<T>(reply: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (!this.timer) this.startTimer();
      const wait: Wait = {
        dueMs: this.countedMs + this.ms,
        giveUp: () => reject(new ReplyTimeoutError(this.ms)),
      };
      this.waits.add(wait);
      reply.then(resolve, reject).finally(() => this.forget(wait));
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
