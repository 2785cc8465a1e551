import { Budget } from './budget.js';

/** A budget that has no limit. */
export class Unlimited extends Budget {
  readonly stretch = 1;

  take(): Promise<void> {
    return Promise.resolve();
  }
}
