import type { Budget } from '@app/budget/budget.js';
import type { Clock } from '@app/clock/clock.js';
import type { BudgetOptions } from '@app/budget/create-budget.js';
import type { RateLimitOptions } from '@app/rate-limit/rate-limit.options.js';
import type { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import type { SharedStore } from '@app/read-through/shared-store.js';
import type { CooldownStore } from '@app/resilience/cooldowns/cooldown-store.js';

/** Where the misses of a user are counted. */
export type MissCount = Pick<RateLimitOptions, 'redis' | 'keyPrefix'>;

/**
 * Creates everything that the pods of a region share, or its local replacement in a single pod.
 * Port and DI token: only the implementations know whether Redis is used.
 */
export abstract class SharedState {
  /** The time that all pods agree on; instants in shared records are of this clock. */
  abstract readonly clock: Clock;

  /** The store of cache records; places and datasets have separate versions. */
  abstract store(meaning: 'records' | 'places', events: ReadThroughEvents): SharedStore;

  /** The cooldowns of one upstream source; undefined when they are kept in memory only. */
  abstract cooldownStore(source: string): CooldownStore | undefined;

  /** Register the result as a Nest provider, so that its lifecycle hooks are called. */
  abstract budget(options: Omit<BudgetOptions, 'redis' | 'keyPrefix'>): Budget;

  abstract readonly misses: MissCount;
}
