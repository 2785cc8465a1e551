import type { LoggerService } from '@nestjs/common';
import type { BudgetEvent } from '@app/budget/budget-events.js';
import type { Level } from '@app/budget/usage.js';

type Write = (logger: LoggerService) => void;

const LEVELS: Readonly<Record<Level, Write>> = {
  plenty: (logger) => logger.log('The budget of calls has plenty left again.'),
  tight: (logger) => logger.warn('The budget of calls is tight: nothing is refreshed any more.'),
  last: (logger) =>
    logger.warn('The budget of calls is nearly spent: only what has no copy is asked for.'),
  spent: (logger) =>
    logger.error('The budget of calls is spent: only copies are served. Raise it, or wait.'),
};

/** Writes how it stands with the budget: a line when that changes. */
export function writeBudget(logger: LoggerService, event: BudgetEvent): void {
  switch (event.name) {
    case 'level':
      return LEVELS[event.level](logger);
    case 'count-lost':
      return void logger.warn(
        'Redis lost the count of calls: it goes on from what the pods remember, and a margin.',
      );
    case 'reserve-begun':
      return void logger.warn(
        "Redis is away: calls are taken from this pod's share of the reserve.",
      );
    case 'reserve-ended':
      return void logger.log('Calls are taken from the shared budget again.');
  }
}
