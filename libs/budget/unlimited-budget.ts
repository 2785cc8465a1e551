import { Budget } from './budget.js';

/** A budget without a limit. */
export class UnlimitedBudget extends Budget {
  readonly ttlFactor = 1;

  take(): Promise<void> {
    return Promise.resolve();
  }
}
