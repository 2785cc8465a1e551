import { expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { BudgetEvents } from './budget-events.js';
import { createBudget } from './create-budget.js';
import type { BudgetLimits } from './limited-window.js';
import type { MonthCount } from './month-count.js';
import { allocationOf } from './shared/allocation.js';
import { takeAll, tryTake } from './shared/testing/budget-cluster.js';

const budgetWithoutRedis = (limits: BudgetLimits, spent?: MonthCount) =>
  createBudget({
    limits,
    spent,
    maxPods: 20,
    redis: undefined,
    keyPrefix: 'test:v1:',
    clock: new FakeClock(),
    events: new BudgetEvents(),
  });

it('creates an unlimited budget without limits', async () => {
  const budget = budgetWithoutRedis({});
  for (let calls = 0; calls < 1_000; calls += 1)
    expect(await tryTake(budget, 'refresh')).toBe(true);

  expect(budget.ttlFactor).toBe(1);
  expect(budget.snapshot()).toEqual([]);
});

it('gives one process all calls when there is no Redis', async () => {
  expect(await takeAll(budgetWithoutRedis({ perDay: 100, perMonth: 40 }))).toBe(40);
});

it.each([
  [1, 20, 1, 0],
  [2, 20, 1, 0],
  [10, 20, 9, 0],
  [199, 20, 179, 1],
  [200, 20, 180, 1],
  [1_000, 20, 900, 5],
  [1_000, 1, 900, 100],
  [999_999, 7, 899_999, 14_285],
])(
  'allocates %d calls for %d processes: the store issues %d, the reserve share is %d',
  (limit, ...rest) => {
    const [maxPods, issuable, share] = rest;
    const window = {
      name: 'day' as const,
      limit,
      spanAt: () => ({ startMs: 0, endMs: 1 }),
      spentIn: () => 0,
    };
    const allocation = allocationOf(window, maxPods);

    expect([allocation.issuable, allocation.share]).toEqual([issuable, share]);
    expect(issuable + maxPods * share).toBeLessThanOrEqual(limit);
  },
);

it.each([{ perDay: 0 }, { perDay: 100, perMonth: 0 }])(
  'creates a budget of no calls for a limit of 0: %j',
  async (limits) => {
    expect(await takeAll(budgetWithoutRedis(limits))).toBe(0);
  },
);

it('leaves what is left of a month of which calls are known from outside', async () => {
  const month = new Date(new FakeClock().nowMs()).toISOString().slice(0, 7);
  const spent = (calls: number, of = month) =>
    budgetWithoutRedis({ perMonth: 40 }, { month: of, calls });

  expect(await takeAll(spent(30))).toBe(10);
  expect(await takeAll(spent(50))).toBe(0);
  expect(await takeAll(spent(30, '1999-12'))).toBe(40);
});
