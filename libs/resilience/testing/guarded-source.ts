import { Budget } from '@app/budget/budget.js';
import { UnlimitedBudget } from '@app/budget/unlimited-budget.js';
import { SystemClock } from '@app/clock/system-clock.js';
import { LoadError } from '@app/load/load.error.js';
import type { Priority } from '@app/load/priority.js';
import { CallGuard, type CallGuardOptions } from '../call-guard.js';
import type { Call } from '../call.js';
import { FailurePolicy } from '../failure-policy.js';
import { GuardEvents, type GuardEvent } from '../guard-events.js';
import { ScriptedSource } from './scripted-source.js';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;

const FAILURE_POLICY = new FailurePolicy({
  down: {
    retry: true,
    trips: true,
    cooldown: { scope: 'lane', initialMs: 0, maxMs: 15 * MINUTE, maxRetryAfterMs: 15 * MINUTE },
  },
  timeout: { retry: false, trips: true },
  odd: { retry: false, trips: false },
  quota: {
    retry: false,
    trips: false,
    cooldown: {
      scope: 'source',
      initialMs: MINUTE,
      maxMs: 15 * MINUTE,
      maxRetryAfterMs: 60 * MINUTE,
    },
  },
  key: {
    retry: false,
    trips: false,
    cooldown: { scope: 'key', initialMs: 5 * MINUTE, maxMs: 5 * MINUTE, maxRetryAfterMs: 0 },
  },
});

/** A budget of as many calls as a test says. */
export class SmallBudget extends Budget {
  readonly ttlFactor = 1;
  readonly taken: Priority[] = [];

  constructor(public left: number) {
    super();
  }

  async take(priority: Priority): Promise<void> {
    if (this.left <= 0) throw new LoadError('budget-spent', 'none left', 60 * MINUTE);
    this.left -= 1;
    this.taken.push(priority);
  }
}

/** A source with its guard, and the events of the guard. */
export class GuardedSource {
  readonly source = new ScriptedSource();
  readonly events: GuardEvent[] = [];
  readonly guard: CallGuard;

  constructor(options: Partial<CallGuardOptions> = {}) {
    const events = new GuardEvents();
    events.on((event) => this.events.push(event));
    this.guard = new CallGuard({
      name: 'library',
      failurePolicy: FAILURE_POLICY,
      budget: new UnlimitedBudget(),
      cooldownStore: undefined,
      clock: new SystemClock(),
      events,
      random: () => 0,
      ...options,
    });
  }

  /** The value, or the error code and its `retryAfterMs`. */
  async call(changes: Partial<Call> = {}): Promise<string> {
    const call: Call = { operation: 'books', priority: 'missing', key: 'k1', ...changes };
    try {
      return await this.guard.run(call, this.source.attempt);
    } catch (error) {
      const { code, retryAfterMs } = LoadError.of(error);
      return retryAfterMs === undefined ? code : `${code} ${retryAfterMs}`;
    }
  }

  callMany(count: number, changes: Partial<Call> = {}): Promise<string[]> {
    return Promise.all(Array.from({ length: count }, () => this.call(changes)));
  }

  /** Fails several times in a row. Refreshes are not retried, so each is one call. */
  async fail(times: number, code = 'down'): Promise<void> {
    this.source.failWith(code);
    for (let i = 0; i < times; i += 1) await this.call({ priority: 'refresh' });
  }

  /** Names of the events other than `answered` and `failed`. */
  eventNames(): string[] {
    return this.events
      .filter(({ name }) => name !== 'failed' && name !== 'answered')
      .map((event) =>
        event.name === 'breaker' ? `${event.operation} ${event.state}` : event.name,
      );
  }
}
