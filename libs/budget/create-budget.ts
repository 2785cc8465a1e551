import type { Clock } from '@app/clock/clock.js';
import type { RedisConnection } from '@app/redis/redis-connection.js';
import type { BudgetEvents } from './budget-events.js';
import type { Budget } from './budget.js';
import { ZeroBudget } from './zero-budget.js';
import { limitedWindows, type BudgetLimits } from './limited-window.js';
import type { MonthCount } from './month-count.js';
import { MemoryBudget } from './memory-budget.js';
import { allocationOf, maxLagOf } from './shared/allocation.js';
import { RedisBudgetStore } from './shared/redis-budget-store.js';
import { SharedBudget } from './shared/shared-budget.js';
import { UnlimitedBudget } from './unlimited-budget.js';

/** The limits of a budget, and the processes that share it. */
export interface BudgetOptions {
  readonly limits: BudgetLimits;
  /** What is known from outside of a month; raises the count, never lowers it. */
  readonly spent?: MonthCount | undefined;
  /**
   * How many processes may hold a share of the reserve in one window: those that run, those that
   * were killed in it, and those that start while Redis is down.
   */
  readonly maxPods: number;
  /** Undefined = the whole budget is kept in the memory of this process. */
  readonly redis: Pick<RedisConnection, 'evaluate' | 'stateChanges'> | undefined;
  /** Prefix of the budget's one key in Redis. */
  readonly keyPrefix: string;
  readonly clock: Clock;
  readonly events: BudgetEvents;
}

/** Creates the budget for these limits. Nest calls its lifecycle hooks when it is a provider. */
export function createBudget(options: BudgetOptions): Budget {
  const { limits, spent, maxPods, redis, keyPrefix, clock, events } = options;
  const windows = limitedWindows(limits, spent);
  if (windows.length === 0) return new UnlimitedBudget();
  if (windows.some(({ limit }) => limit === 0)) return new ZeroBudget();
  if (!redis) return new MemoryBudget(windows, clock, events);
  const allocations = windows.map((window) => allocationOf(window, maxPods));
  const key = `${keyPrefix}{budget}`;
  const store = new RedisBudgetStore(redis, {
    key,
    maxLag: maxLagOf(allocations),
    maxShares: maxPods,
  });
  const budget = new SharedBudget({ allocations, store, clock, events });
  redis.stateChanges.on(({ up }) => up && void budget.sync());
  return budget;
}
