import type { LoggerService } from '@nestjs/common';
import type { BudgetEvent } from '@app/budget/budget-events.js';
import type { Level } from '@app/budget/usage.js';

type Write = (logger: LoggerService) => void;

const LEVELS: Readonly<Record<Level, Write>> = {
  plenty: (logger) => logger.log('The call budget has plenty left again.'),
  tight: (logger) => logger.warn('The call budget is tight: background refreshes stop.'),
  last: (logger) =>
    logger.warn(
      'The call budget is nearly spent: the provider is called only where no record is cached.',
    ),
  spent: (logger) =>
    logger.error('The call budget is spent: only cached records are served. Raise it, or wait.'),
};

/** Logs the state of the budget: one line per change. */
export function writeBudget(logger: LoggerService, event: BudgetEvent): void {
  switch (event.name) {
    case 'level':
      return LEVELS[event.level](logger);
    case 'count-lost':
      return void logger.warn(
        'Redis lost the count of calls: it resumes from the counts of the pods plus a margin.',
      );
    case 'reserve-begun':
      return void logger.warn(
        "Redis is unavailable: calls are taken from this pod's share of the reserve.",
      );
    case 'reserve-spent':
      return void logger.error(
        "This pod's share of the reserve is spent: only cached records are served until Redis answers.",
      );
    case 'reserve-ended':
      return void logger.log('Calls are taken from the shared budget again.');
  }
}
