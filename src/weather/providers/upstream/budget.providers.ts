import { Logger, type Provider } from '@nestjs/common';
import { Budget } from '@app/budget/budget.js';
import { BudgetEvents } from '@app/budget/budget-events.js';
import { Clock } from '@app/clock/clock.js';
import type { Config } from '../../../config/config.js';
import { CONFIG } from '../../../config/config.token.js';
import { SharedState } from '../../../shared-state/shared-state.js';
import { writeBudget } from './budget-log.js';

/** The call budget of AccuWeather. The fallback is not billed per call, and has no budget. */
export const budgetProviders: Provider[] = [
  { provide: BudgetEvents, useFactory: loggedEvents },
  {
    provide: Budget,
    inject: [SharedState, CONFIG, Clock, BudgetEvents],
    useFactory: (state: SharedState, config: Config, clock: Clock, events: BudgetEvents) => {
      const { accweaDailyBudget: perDay, accweaMonthlyBudget: perMonth } = config;
      const limits = { perDay, perMonth };
      const { budgetMaxPods: maxPods, budgetSpent: spent } = config;
      return state.budget({ limits, spent, maxPods, clock, events });
    },
  },
];

function loggedEvents(): BudgetEvents {
  const events = new BudgetEvents();
  const logger = new Logger('Budget');
  events.on((event) => writeBudget(logger, event));
  return events;
}
