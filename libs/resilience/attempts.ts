import type { Budget } from '@app/budget/budget.js';
import type { Clock } from '@app/clock/clock.js';
import { LoadError } from '@app/load/load.error.js';
import type { Attempt, Call } from './call.js';
import type { FailurePolicy } from './failure-policy.js';
import type { GuardEvents } from './guard-events.js';

export const ATTEMPT_TIMEOUT_MS = 2_000;
/** Spreads the second attempts after a brief failure of the source. */
const BACKOFF = { minMs: 50, maxMs: 150 } as const;
/** With less time left, a second attempt would cost a call and time out. */
const MIN_TIME_FOR_RETRY_MS = 500;

/** Options of the attempts at one source. */
export interface AttemptsOptions {
  /** Names the source in events. */
  readonly name: string;
  readonly failurePolicy: FailurePolicy;
  /** Every attempt is taken from it before it is made. */
  readonly budget: Budget;
  readonly clock: Clock;
  readonly events: GuardEvents;
  /** Uniform in [0, 1). */
  readonly random: () => number;
}

/** One or two attempts per call: each is charged, taken from the budget, and has its own deadline. */
export class Attempts {
  constructor(private readonly options: AttemptsOptions) {}

  /**
   * For a call that its allowance was charged for.
   * @throws the error of the attempt, or BudgetSpentError
   */
  async once<T>(call: Call, attempt: Attempt<T>, deadlineMs: number): Promise<T> {
    try {
      await this.options.budget.take(call.priority);
    } catch (error) {
      await call.allowance?.giveBack(call.priority);
      throw error;
    }
    return this.attempt(call, attempt, deadlineMs);
  }

  private async attempt<T>(
    { operation }: Call,
    attempt: Attempt<T>,
    deadlineMs: number,
  ): Promise<T> {
    const { clock, events, name } = this.options;
    const startedAtMs = clock.nowMs();
    const details = () => ({ source: name, operation, durationMs: clock.nowMs() - startedAtMs });
    const deadline = new AbortController();
    const timeoutMs = Math.min(ATTEMPT_TIMEOUT_MS, deadlineMs - startedAtMs);
    const timer = setTimeout(() => deadline.abort(), timeoutMs);
    try {
      const reply = await attempt(deadline.signal);
      events.emit({ name: 'answered', ...details() });
      return reply;
    } catch (error) {
      const { code } = LoadError.of(error);
      events.emit({ name: 'failed', code, cause: error, ...details() });
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Attempts the call, and a second time if the failure policy says so. If the second attempt is not
   * made, the first error is thrown.
   * @param throwIfRefused throws when the source must not be called again
   */
  async withRetry<T>(
    call: Call,
    attempt: Attempt<T>,
    deadlineMs: number,
    throwIfRefused: () => void,
  ): Promise<T> {
    try {
      return await this.once(call, attempt, deadlineMs);
    } catch (error) {
      if (!this.shouldRetry(error, call, deadlineMs)) throw error;
      await this.backOff();
      try {
        throwIfRefused();
        await call.allowance?.take(call.priority);
        return await this.once(call, this.reportingRetry(call, attempt), deadlineMs);
      } catch (second) {
        throw this.options.failurePolicy.classify(second) === 'unknown' ? error : second;
      }
    }
  }

  private reportingRetry<T>({ operation }: Call, attempt: Attempt<T>): Attempt<T> {
    return (signal) => {
      this.options.events.emit({ name: 'retried', source: this.options.name, operation });
      return attempt(signal);
    };
  }

  /** Refreshes are not retried: no caller waits for them. A source that sends `Retry-After` is not retried. */
  private shouldRetry(error: unknown, { priority }: Call, deadlineMs: number): boolean {
    const leftMs = deadlineMs - this.options.clock.nowMs() - BACKOFF.maxMs;
    return (
      this.options.failurePolicy.ruleFor(error)?.retry === true &&
      LoadError.of(error).retryAfterMs === undefined &&
      priority !== 'refresh' &&
      leftMs >= MIN_TIME_FOR_RETRY_MS
    );
  }

  private backOff(): Promise<void> {
    const ms = BACKOFF.minMs + this.options.random() * (BACKOFF.maxMs - BACKOFF.minMs);
    return new Promise((resolve) => setTimeout(resolve, ms));
  }
}
