import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Allowance } from '@app/load/allowance.js';
import { LoadError } from '@app/load/load.error.js';
import type { Priority } from '@app/load/priority.js';
import type { Call } from './call.js';
import { GuardedSource, SECOND, SmallBudget } from './testing/guarded-source.js';

/** As many calls as a test says. */
class SmallAllowance extends Allowance {
  readonly taken: Priority[] = [];

  constructor(public left: number) {
    super();
  }

  override take(priority: Priority): Promise<void> {
    if (this.left === 0) return Promise.reject(new LoadError('too-many', 'none left'));
    this.left -= 1;
    this.taken.push(priority);
    return Promise.resolve();
  }

  override giveBack(): Promise<void> {
    this.left += 1;
    return Promise.resolve();
  }
}

let library: GuardedSource;
let budget: SmallBudget;
let allowance: SmallAllowance;

beforeEach(() => {
  jest.useFakeTimers({ now: Date.UTC(2026, 0, 1), doNotFake: ['performance'] });
  budget = new SmallBudget(10);
  allowance = new SmallAllowance(3);
  library = new GuardedSource({ budget });
});
afterEach(() => void jest.useRealTimers());

/** Calls the source on behalf of the user, and lets it answer. */
async function call(changes: Partial<Call> = {}): Promise<string> {
  const answer = library.call({ allowance, ...changes });
  await jest.advanceTimersByTimeAsync(SECOND);
  return answer;
}

describe('the allowance of a call', () => {
  it.each(['refresh', 'expired', 'missing'] as const)(
    'is charged once, with the priority %s of the call',
    async (priority) => {
      expect(await call({ priority })).toBe('news');

      expect(allowance.taken).toEqual([priority]);
    },
  );

  it('is charged again for a second attempt', async () => {
    library.source.failWith('down');
    expect(await call()).toBe('down');

    expect(library.source.calls).toBe(2);
    expect(allowance.left).toBe(1);
  });

  it('refuses the call when none is left, and takes nothing from the budget', async () => {
    allowance.left = 0;
    expect(await call()).toBe('too-many');

    expect(library.source.calls).toBe(0);
    expect(budget.left).toBe(10);
  });

  it('refuses a second attempt when none is left: the first failure is the result', async () => {
    allowance.left = 1;
    library.source.failWith('down');
    expect(await call()).toBe('down');

    expect(library.source.calls).toBe(1);
    expect(budget.left).toBe(9);
  });

  it('is given back when a cooldown refuses the call', async () => {
    library.source.failWith('quota');
    await call();
    allowance.left = 3;

    expect(await call()).toMatch(/^paused/);
    expect(allowance.left).toBe(3);
  });

  it('is given back when the budget refuses the call', async () => {
    budget.left = 0;
    expect(await call()).toMatch(/^budget-spent/);

    expect(allowance.left).toBe(3);
  });

  it('does not keep a cooldown in force when it refuses the probe', async () => {
    library.source.failWith('quota');
    await call();
    library.source.answerWith();
    await jest.advanceTimersByTimeAsync(60 * SECOND);
    allowance.left = 0;
    expect(await call()).toBe('too-many');
    allowance.left = 1;

    expect(await call()).toBe('news');
  });
});
