import type { BudgetReply, BudgetRequest, BudgetStore } from '../budget-store.js';

/** The connection of one process to the store; others keep theirs when it is cut. */
export class StoreLink implements BudgetStore {
  cut = false;

  constructor(private readonly store: BudgetStore) {}

  send(request: BudgetRequest): Promise<BudgetReply | undefined> {
    return this.cut ? Promise.resolve(undefined) : this.store.send(request);
  }

  leave(...args: Parameters<BudgetStore['leave']>): Promise<void> {
    return this.cut ? Promise.resolve() : this.store.leave(...args);
  }
}
