import { Budget } from '@app/budget/budget.js';
import { Unlimited } from '@app/budget/unlimited.js';
import { SystemClock } from '@app/clock/system-clock.js';
import { LoadError } from '@app/load/load.error.js';
import type { Priority } from '@app/load/priority.js';
import { CallGuard, type CallGuardOptions } from '../call-guard.js';
import type { Call } from '../call.js';
import { Consequences } from '../consequences.js';
import { GuardEvents, type GuardEvent } from '../guard-events.js';
import { ScriptedSource } from './scripted-source.js';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;

const CONSEQUENCES = new Consequences({
  down: {
    retry: true,
    trips: true,
    pause: { scope: 'lane', firstMs: 0, longestMs: 15 * MINUTE, toldUpToMs: 15 * MINUTE },
  },
  timeout: { retry: false, trips: true },
  odd: { retry: false, trips: false },
  quota: {
    retry: false,
    trips: false,
    pause: { scope: 'source', firstMs: MINUTE, longestMs: 15 * MINUTE, toldUpToMs: 60 * MINUTE },
  },
  key: {
    retry: false,
    trips: false,
    pause: { scope: 'key', firstMs: 5 * MINUTE, longestMs: 5 * MINUTE, toldUpToMs: 0 },
  },
});

/** Gives out as many calls as a test says. */
export class SmallBudget extends Budget {
  readonly stretch = 1;
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

/** A source with its guard, and what happened between them. */
export class GuardedSource {
  readonly source = new ScriptedSource();
  readonly happened: GuardEvent[] = [];
  readonly guard: CallGuard;

  constructor(options: Partial<CallGuardOptions> = {}) {
    const events = new GuardEvents();
    events.on((event) => this.happened.push(event));
    this.guard = new CallGuard({
      name: 'library',
      consequences: CONSEQUENCES,
      budget: new Unlimited(),
      pauses: undefined,
      clock: new SystemClock(),
      events,
      random: () => 0,
      ...options,
    });
  }

  /** The value, or the code of the failure and the wait that it asks for. */
  async ask(changes: Partial<Call> = {}): Promise<string> {
    const call: Call = { lane: 'books', priority: 'missing', key: 'k1', ...changes };
    try {
      return await this.guard.run(call, this.source.attempt);
    } catch (error) {
      const { code, retryAfterMs } = LoadError.of(error);
      return retryAfterMs === undefined ? code : `${code} ${retryAfterMs}`;
    }
  }

  askMany(count: number, changes: Partial<Call> = {}): Promise<string[]> {
    return Promise.all(Array.from({ length: count }, () => this.ask(changes)));
  }

  /** Failures in a row. Refreshes are not retried, so each is one call. */
  async fail(times: number, code = 'down'): Promise<void> {
    this.source.fails(code);
    for (let i = 0; i < times; i += 1) await this.ask({ priority: 'refresh' });
  }

  /** What happened beside answers and failures. */
  names(): string[] {
    return this.happened
      .filter(({ name }) => name !== 'failed' && name !== 'answered')
      .map((event) => (event.name === 'breaker' ? `${event.lane} ${event.state}` : event.name));
  }
}
