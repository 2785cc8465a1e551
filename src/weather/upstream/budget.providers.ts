import { Logger, type Provider } from '@nestjs/common';
import { Budget } from '@app/budget/budget.js';
import { BudgetEvents } from '@app/budget/budget-events.js';
import { createBudget } from '@app/budget/create-budget.js';
import { Clock } from '@app/clock/clock.js';
import { RedisConnection } from '@app/redis/redis-connection.js';
import type { Config } from '../../config/config.js';
import { redisKeyPrefix } from '../../redis-keys.js';
import { writeBudget } from './budget-log.js';

/** What may be spent on AccuWeather. The fall-back is paid in another way, and is not counted. */
export function budgetProviders(config: Config): Provider[] {
  const { accweaDailyBudget: perDay, accweaMonthlyBudget: perMonth, budgetMaxPods } = config;
  return [
    { provide: BudgetEvents, useFactory: loggedEvents },
    {
      provide: Budget,
      inject: [Clock, BudgetEvents, { token: RedisConnection, optional: true }],
      useFactory: (clock: Clock, events: BudgetEvents, redis?: RedisConnection) =>
        createBudget({
          limits: { perDay, perMonth },
          maxPods: budgetMaxPods,
          redis,
          keyPrefix: redisKeyPrefix('budget'),
          clock,
          events,
        }),
    },
  ];
}

function loggedEvents(): BudgetEvents {
  const events = new BudgetEvents();
  const logger = new Logger('Budget');
  events.listen((event) => writeBudget(logger, event));
  return events;
}
