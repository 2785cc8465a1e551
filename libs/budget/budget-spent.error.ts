import { LoadError } from '@app/load/load.error.js';

/** The budget has no call left for this priority; after `retryAfterMs` it may have one again. */
export class BudgetSpentError extends LoadError {
  constructor(message: string, retryAfterMs: number) {
    super('budget-spent', message, retryAfterMs);
  }
}
