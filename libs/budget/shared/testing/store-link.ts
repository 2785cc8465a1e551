import type { BudgetReply, BudgetRequest, BudgetStore } from '../budget-store.js';

/** The way of one process to a store that others may still reach. */
export class StoreLink implements BudgetStore {
  cut = false;

  constructor(private readonly store: BudgetStore) {}

  send(ask: BudgetRequest): Promise<BudgetReply | undefined> {
    return this.cut ? Promise.resolve(undefined) : this.store.send(ask);
  }

  leave(...args: Parameters<BudgetStore['leave']>): Promise<void> {
    return this.cut ? Promise.resolve() : this.store.leave(...args);
  }
}
