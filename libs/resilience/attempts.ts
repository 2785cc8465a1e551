import { timeout, TimeoutStrategy } from 'cockatiel';
import type { Budget } from '@app/budget/budget.js';
import type { Clock } from '@app/clock/clock.js';
import { LoadError } from '@app/load/load.error.js';
import type { Attempt, Call, Reply } from './call.js';
import type { Consequences } from './consequences.js';
import type { GuardEvents } from './guard-events.js';

export const ATTEMPT_WITHIN_MS = 2_000;
/** Before the second attempt, so that a source that hiccups is not asked by all in one instant. */
const REST = { leastMs: 50, mostMs: 150 } as const;
/** With less time left, a second attempt would only be paid for. */
const WORTH_WHILE_MS = 500;

/** Of one source: what follows from its failures, and what its calls are taken from. */
export interface AttemptsOptions {
  /** Names the source in events. */
  readonly name: string;
  readonly consequences: Consequences;
  /** Every attempt is taken from it before it is made. */
  readonly budget: Budget;
  readonly clock: Clock;
  readonly events: GuardEvents;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** One attempt of a call, or two: each is taken from the budget and has its deadline. */
export class Attempts {
  constructor(private readonly options: AttemptsOptions) {}

  /** Takes one attempt from the budget. @throws BudgetSpentError */
  admit({ priority }: Call): Promise<void> {
    return this.options.budget.take(priority);
  }

  /** @throws whatever the attempt throws, or the budget */
  async one<T>(call: Call, attempt: Attempt<T>, deadlineMs: number): Promise<Reply<T>> {
    await this.admit(call);
    return this.admitted(call, attempt, deadlineMs);
  }

  /** One that is taken from the budget already. @throws whatever the attempt throws */
  async admitted<T>({ lane }: Call, attempt: Attempt<T>, deadlineMs: number): Promise<Reply<T>> {
    const { clock, events, name } = this.options;
    const beganMs = clock.nowMs();
    const about = () => ({ source: name, lane, durationMs: clock.nowMs() - beganMs });
    try {
      const withinMs = Math.min(ATTEMPT_WITHIN_MS, deadlineMs - beganMs);
      const bounded = timeout(withinMs, TimeoutStrategy.Cooperative);
      const reply = await bounded.execute(({ signal }) => attempt(signal));
      events.emit({ name: 'answered', ...about() });
      return reply;
    } catch (error) {
      const { code } = LoadError.of(error);
      events.emit({ name: 'failed', code, cause: error, ...about() });
      throw error;
    }
  }

  /**
   * A second attempt where one makes sense. If it is not made, the first failure is what there is.
   * @param refuse throws when the source is not to be asked again
   */
  async upToTwo<T>(
    call: Call,
    attempt: Attempt<T>,
    deadlineMs: number,
    refuse: () => void,
  ): Promise<Reply<T>> {
    try {
      return await this.one(call, attempt, deadlineMs);
    } catch (error) {
      if (!this.isWorthRetrying(error, call, deadlineMs)) throw error;
      await this.rest();
      try {
        refuse();
        return await this.one(call, this.reporting(call, attempt), deadlineMs);
      } catch (second) {
        throw this.options.consequences.told(second) === 'nothing' ? error : second;
      }
    }
  }

  private reporting<T>({ lane }: Call, attempt: Attempt<T>): Attempt<T> {
    return (signal) => {
      this.options.events.emit({ name: 'retried', source: this.options.name, lane });
      return attempt(signal);
    };
  }

  /** Nobody waits for a refresh: it comes again. A source that says when to come back is left alone. */
  private isWorthRetrying(error: unknown, { priority }: Call, deadlineMs: number): boolean {
    const leftMs = deadlineMs - this.options.clock.nowMs() - REST.mostMs;
    return (
      this.options.consequences.of(error)?.retry === true &&
      LoadError.of(error).retryAfterMs === undefined &&
      priority !== 'refresh' &&
      leftMs >= WORTH_WHILE_MS
    );
  }

  private rest(): Promise<void> {
    const ms = REST.leastMs + this.options.random() * (REST.mostMs - REST.leastMs);
    return new Promise((resolve) => setTimeout(resolve, ms));
  }
}
