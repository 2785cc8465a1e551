import { BudgetSpentError } from './budget-spent.error.js';
import { Budget } from './budget.js';

/** Nothing changes before somebody sets another limit. */
const ASK_AGAIN_AFTER_MS = 15 * 60_000;

/** A budget of no calls at all: the owner's switch to stop spending. */
export class ZeroBudget extends Budget {
  readonly ttlFactor = 1;

  take(): Promise<void> {
    return Promise.reject(new BudgetSpentError('the limit is 0', ASK_AGAIN_AFTER_MS));
  }
}
