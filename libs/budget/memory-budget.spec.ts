import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { BudgetEvents } from './budget-events.js';
import { BudgetSpentError } from './budget-spent.error.js';
import { limitedWindows, type BudgetLimits } from './limited-window.js';
import { MemoryBudget } from './memory-budget.js';
import { takeAll, tryTake } from './shared/testing/budget-cluster.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let clock: FakeClock;
let levels: string[];

beforeEach(() => {
  clock = new FakeClock(Date.UTC(2026, 0, 30));
  levels = [];
});

function budgetOf(limits: BudgetLimits): MemoryBudget {
  const events = new BudgetEvents();
  events.on((event) => levels.push(event.name === 'level' ? event.level : event.name));
  return new MemoryBudget(limitedWindows(limits), clock, events);
}

describe('a budget in memory', () => {
  it('keeps its last calls for the highest priorities', async () => {
    const budget = budgetOf({ perDay: 100 });

    expect(await takeAll(budget, 'refresh')).toBe(80);
    expect(await takeAll(budget, 'expired')).toBe(15);
    expect(await takeAll(budget, 'missing')).toBe(5);
    expect(levels).toEqual(['tight', 'last', 'spent']);
  });

  it('says when it has calls again', async () => {
    const budget = budgetOf({ perDay: 1 });
    await budget.take('missing');
    clock.advance(HOUR_MS);

    await expect(budget.take('missing')).rejects.toMatchObject({
      name: BudgetSpentError.name,
      code: 'budget-spent',
      retryAfterMs: 23 * HOUR_MS,
    });
  });

  it('starts a day with its first call', async () => {
    const budget = budgetOf({ perDay: 2 });
    clock.advance(HOUR_MS);
    await takeAll(budget);
    clock.advance(DAY_MS - 1);
    expect(await tryTake(budget)).toBe(false);
    clock.advance(1);

    expect(await takeAll(budget)).toBe(2);
    expect(levels).toEqual(['last', 'spent', 'plenty', 'last', 'spent']);
  });

  it('ends a day 24 hours after a clock that was a year ahead was set, and counts its calls', async () => {
    const budget = budgetOf({ perDay: 3, perMonth: 100 });
    clock.advance(365 * DAY_MS);
    await takeAll(budget);
    clock.advance(-365 * DAY_MS);
    expect(await takeAll(budget)).toBe(0);
    clock.advance(DAY_MS);

    expect(await takeAll(budget)).toBe(3);
  });

  it('does not open a window with a call that another window refuses', async () => {
    const budget = budgetOf({ perDay: 10, perMonth: 1 });
    await budget.take('missing');
    clock.advance(DAY_MS);
    expect(await tryTake(budget)).toBe(false);

    expect(budget.snapshot()[0]).toMatchObject({ used: 0, endsAtMs: null });
  });

  it('refuses until the month ends when day and month are spent', async () => {
    const budget = budgetOf({ perDay: 3, perMonth: 3 });
    await takeAll(budget);

    await expect(budget.take('missing')).rejects.toMatchObject({ retryAfterMs: 2 * DAY_MS });
  });

  it('reports the usage of each window', async () => {
    const budget = budgetOf({ perDay: 10, perMonth: 100 });
    expect(budget.snapshot().map(({ endsAtMs }) => endsAtMs)).toEqual([null, null]);
    await budget.take('missing');

    expect(budget.snapshot()).toEqual([
      { window: 'day', used: 1, limit: 10, left: 9, endsAtMs: Date.UTC(2026, 0, 31) },
      { window: 'month', used: 1, limit: 100, left: 99, endsAtMs: Date.UTC(2026, 1, 1) },
    ]);
  });

  it('raises the TTL factor while it is ahead of its pace', async () => {
    const budget = budgetOf({ perDay: 10 });
    await budget.take('missing');
    expect(budget.ttlFactor).toBe(1);
    await budget.take('missing');
    expect(budget.ttlFactor).toBeCloseTo(2);
    clock.advance(12 * HOUR_MS);

    expect(budget.ttlFactor).toBe(1);
  });
});
