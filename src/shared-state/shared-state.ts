import type { Budget } from '@app/budget/budget.js';
import type { BudgetOptions } from '@app/budget/create-budget.js';
import type { RateLimitOptions } from '@app/rate-limit/rate-limit.options.js';
import type { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import type { SharedStore } from '@app/read-through/shared-store.js';
import type { CooldownStore } from '@app/resilience/cooldowns/cooldown-store.js';

/** Where misses of a user are counted. */
export type MissCount = Pick<RateLimitOptions, 'redis' | 'keyPrefix'>;

/**
 * Makes everything that the pods of a region share, or what stands in for it in a pod that is alone.
 * Port and DI token: only its implementations know whether there is a Redis.
 */
export abstract class SharedState {
  /** Records of caches; places and datasets carry versions of their own. */
  abstract store(meaning: 'records' | 'places', events: ReadThroughEvents): SharedStore;

  /** Cooldowns of one upstream source; undefined where memory is all there is. */
  abstract cooldownStore(source: string): CooldownStore | undefined;

  /** To be a provider: Nest calls its life-cycle hooks. */
  abstract budget(options: Omit<BudgetOptions, 'redis' | 'keyPrefix'>): Budget;

  abstract readonly misses: MissCount;
}
