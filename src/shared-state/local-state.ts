import { Injectable } from '@nestjs/common';
import type { Budget } from '@app/budget/budget.js';
import { SystemClock } from '@app/clock/system-clock.js';
import { createBudget, type BudgetOptions } from '@app/budget/create-budget.js';
import { NoSharedStore } from '@app/read-through/no-shared-store.js';
import { SharedState, type MissCount } from './shared-state.js';

/** State in the memory of one process, which may spend the whole budget. */
@Injectable()
export class LocalState extends SharedState {
  override readonly clock = new SystemClock();
  readonly misses: MissCount = { redis: undefined, keyPrefix: '' };

  override store(): NoSharedStore {
    return new NoSharedStore();
  }

  override cooldownStore(): undefined {
    return undefined;
  }

  override budget(options: Omit<BudgetOptions, 'redis' | 'keyPrefix'>): Budget {
    return createBudget({ ...options, redis: undefined, keyPrefix: '' });
  }
}
