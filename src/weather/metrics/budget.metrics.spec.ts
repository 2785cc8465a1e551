import { expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { BudgetEvents } from '@app/budget/budget-events.js';
import { createBudget } from '@app/budget/create-budget.js';
import { UnlimitedBudget } from '@app/budget/unlimited-budget.js';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { BudgetMetrics } from './budget.metrics.js';

const clock = new FakeClock();

function createMetrics(perDay: number | undefined) {
  const [registry, events] = [new Registry(), new BudgetEvents()];
  const limits = { perDay };
  const budget = createBudget({
    limits,
    maxPods: 1,
    redis: undefined,
    keyPrefix: '',
    clock,
    events,
  });
  void new BudgetMetrics(registry, budget, events);
  const lines = async (): Promise<string[]> =>
    (await registry.metrics()).split('\n').filter((line) => line.startsWith('mfapi'));
  return { budget, events, lines };
}

it('BudgetMetrics reports the used and remaining calls of a window and its end', async () => {
  const { budget, lines } = createMetrics(1_000);
  await budget.take('missing');
  const end = clock.nowMs() / 1_000 + 86_400;

  expect(await lines()).toEqual(
    expect.arrayContaining([
      'mfapi_budget_limit_calls{window="day"} 1000',
      'mfapi_budget_used_calls{window="day"} 1',
      'mfapi_budget_left_calls{window="day"} 999',
      `mfapi_budget_window_end_timestamp_seconds{window="day"} ${end}`,
      'mfapi_budget_stretch_ratio 1',
    ]),
  );
});

it('BudgetMetrics reports no window when no limit is configured', async () => {
  expect(
    (await createMetrics(undefined).lines()).filter((line) => line.includes('window')),
  ).toEqual([]);
});

it('BudgetMetrics reports the rest of the reserve only where pods share a count', async () => {
  class Shared extends UnlimitedBudget {
    override get reserveLeft(): number {
      return 7;
    }
  }
  const registry = new Registry();
  void new BudgetMetrics(registry, new Shared(), new BudgetEvents());

  expect(await registry.metrics()).toContain('\nmfapi_budget_reserve_left_calls 7\n');
  expect((await createMetrics(1_000).lines()).join()).not.toContain('reserve_left');
});

it('BudgetMetrics reports the use of the reserve and the loss of the shared count', async () => {
  const { events, lines } = createMetrics(1_000);
  events.emit({ name: 'reserve-begun' });
  events.emit({ name: 'count-lost' });
  expect(await lines()).toContain('mfapi_budget_reserve_in_use 1');
  expect(await lines()).toContain('mfapi_budget_count_losses_total 1');

  events.emit({ name: 'reserve-ended' });
  expect(await lines()).toContain('mfapi_budget_reserve_in_use 0');

  events.emit({ name: 'reserve-spent' });
  expect(await lines()).toContain('mfapi_budget_reserve_in_use 1');
});
