import type { Answer, Ask, BudgetStore } from '../budget-store.js';

/** The way of one process to a store that others may still reach. */
export class Line implements BudgetStore {
  cut = false;

  constructor(private readonly store: BudgetStore) {}

  ask(ask: Ask): Promise<Answer | undefined> {
    return this.cut ? Promise.resolve(undefined) : this.store.ask(ask);
  }

  leave(...args: Parameters<BudgetStore['leave']>): Promise<void> {
    return this.cut ? Promise.resolve() : this.store.leave(...args);
  }
}
