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

const BREAKER = {
  scope: 'operation',
  isBreaker: true,
  afterFailures: 5,
  initialMs: 2 * SECOND,
  maxMs: 30 * SECOND,
  maxRetryAfterMs: 0,
} as const;
const AS_LONG_AS_IT_SAYS = {
  initialMs: 0,
  maxMs: 15 * MINUTE,
  maxRetryAfterMs: 15 * MINUTE,
} as const;
const FOR_FIVE_MINUTES = { initialMs: 5 * MINUTE, maxMs: 5 * MINUTE, maxRetryAfterMs: 0 } as const;

/** `denied` and `key` are refusals; only `key` may mean that the credential is refused everywhere. */
const FAILURE_POLICY = new FailurePolicy({
  down: {
    kind: 'failure',
    retry: true,
    cooldowns: [
      BREAKER,
      {
        scope: 'item',
        afterFailures: 1,
        ...AS_LONG_AS_IT_SAYS,
      },
      { scope: 'operation', afterFailures: 2, ...AS_LONG_AS_IT_SAYS },
    ],
  },
  timeout: { kind: 'failure', retry: false, cooldowns: [BREAKER] },
  garbled: {
    kind: 'failure',
    retry: false,
    cooldowns: [{ scope: 'item', afterFailures: 1, ...FOR_FIVE_MINUTES }, BREAKER],
  },
  odd: { kind: 'answer', retry: false, cooldowns: [] },
  quota: {
    kind: 'answer',
    retry: false,
    cooldowns: [
      {
        scope: 'source',
        afterFailures: 1,
        initialMs: MINUTE,
        maxMs: 15 * MINUTE,
        maxRetryAfterMs: 60 * MINUTE,
      },
    ],
  },
  denied: {
    kind: 'refusal',
    retry: false,
    cooldowns: [
      { scope: 'item', afterFailures: 1, ...FOR_FIVE_MINUTES },
      { scope: 'operation', afterFailures: 5, ...FOR_FIVE_MINUTES },
    ],
  },
  key: {
    kind: 'refusal',
    retry: false,
    cooldowns: [
      { scope: 'item', afterFailures: 1, ...FOR_FIVE_MINUTES },
      { scope: 'credential', afterFailures: 1, ...FOR_FIVE_MINUTES },
    ],
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
  /** Refused with `key`, whatever the source does. */
  readonly refusedOperations = new Set<string>();
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
      basicOperations: new Set(['search']),
      clock: new SystemClock(),
      events,
      random: () => 0,
      ...options,
    });
  }

  /** The value, or the error code and its `retryAfterMs`. */
  async call(changes: Partial<Call> = {}): Promise<string> {
    const call: Call = {
      operation: 'books',
      item: 'b1',
      priority: 'missing',
      credential: 'k1',
      ...changes,
    };
    try {
      return await this.guard.run(call, async (signal) => {
        if (this.refusedOperations.has(call.operation))
          throw new LoadError('key', 'as the test says');
        return this.source.attempt(signal);
      });
    } catch (error) {
      const { code, retryAfterMs } = LoadError.of(error);
      return retryAfterMs === undefined ? code : `${code} ${retryAfterMs}`;
    }
  }

  callMany(count: number, changes: Partial<Call> = {}): Promise<string[]> {
    return Promise.all(Array.from({ length: count }, () => this.call(changes)));
  }

  /** Fails for several items in a row. Refreshes are not retried, so each is one call. */
  async fail(times: number, code = 'down'): Promise<void> {
    this.source.failWith(code);
    for (let i = 0; i < times; i += 1) await this.call({ priority: 'refresh', item: `f${i}` });
  }

  /** Names of the events other than `answered` and `failed`. */
  eventNames(): string[] {
    return this.events
      .filter(({ name }) => name !== 'failed' && name !== 'answered')
      .map((event) =>
        event.name === 'breaker'
          ? `${event.operation} ${event.isOpen ? 'open' : 'closed'}`
          : event.name,
      );
  }
}
