import { Injectable } from '@nestjs/common';
import type { Budget } from '@app/budget/budget.js';
import { createBudget, type BudgetOptions } from '@app/budget/create-budget.js';
import type { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import { RedisStore } from '@app/read-through/redis-store.js';
import { RedisClock } from '@app/redis/redis-clock.js';
import { RedisConnection } from '@app/redis/redis-connection.js';
import { RedisCooldownStore } from '@app/resilience/cooldowns/redis-cooldown-store.js';
import { redisKeyPrefix } from './redis-keys.js';
import { SharedState, type MissCount } from './shared-state.js';

/** State in Redis; each meaning has keys of its own version. */
@Injectable()
export class RedisState extends SharedState {
  readonly misses: MissCount;

  constructor(
    private readonly redis: RedisConnection,
    override readonly clock: RedisClock,
  ) {
    super();
    this.misses = { redis, keyPrefix: redisKeyPrefix('misses') };
  }

  override store(meaning: 'records' | 'places', events: ReadThroughEvents): RedisStore {
    return new RedisStore(this.redis, redisKeyPrefix(meaning), events);
  }

  override cooldownStore(source: string): RedisCooldownStore {
    // The braces put the cooldowns of a source into one hash slot.
    const prefix = `${redisKeyPrefix('cooldowns')}{pause:${source}}:`;
    return new RedisCooldownStore(this.redis, prefix, this.clock);
  }

  override budget(options: Omit<BudgetOptions, 'redis' | 'keyPrefix'>): Budget {
    const { redis } = this;
    return createBudget({ ...options, redis, keyPrefix: redisKeyPrefix('budget') });
  }
}
