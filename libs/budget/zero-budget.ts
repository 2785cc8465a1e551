import { BudgetSpentError } from './budget-spent.error.js';
import { Budget } from './budget.js';

/** The limit changes only with a new configuration. */
const RETRY_AFTER_MS = 15 * 60_000;

/** A budget of no calls: the owner's switch to stop all spending. */
export class ZeroBudget extends Budget {
  readonly ttlFactor = 1;

  take(): Promise<void> {
    return Promise.reject(new BudgetSpentError('the limit is 0', RETRY_AFTER_MS));
  }
}
