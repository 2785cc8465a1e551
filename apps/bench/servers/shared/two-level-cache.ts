import { setTimeout as delay } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { RedisClientType } from '@redis/client';

const MAX_ENTRIES = 50_000;
const TTL_MS = 4 * 60 * 60_000;
const LEASE_MS = 5_000;
const POLL_MS = 50;

/** What the cache uses of a Redis client. */
export type Redis = Pick<RedisClientType, 'get' | 'set' | 'del'>;

/**
 * A cache as an expert writes it: an LRU in memory, then Redis; the pod that sets the lease (`SET NX`) loads the value,
 * others wait for it. No stale values, budgets, limits or circuit breakers.
 */
export class TwoLevelCache<T extends object> {
  private readonly memory = new LRUCache<string, T>({ max: MAX_ENTRIES, ttl: TTL_MS });
  private readonly loading = new Map<string, Promise<T>>();

  /** @param name separates the keys of several caches in one Redis */
  constructor(
    private readonly redis: Redis,
    private readonly name: string,
  ) {}

  peek(key: string): T | undefined {
    return this.memory.get(key);
  }

  /** @throws the error of `load` */
  async get(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.memory.get(key) ?? this.loading.get(key);
    if (known) return known;
    const pending = this.find(key, load).finally(() => this.loading.delete(key));
    this.loading.set(key, pending);
    const value = await pending;
    this.memory.set(key, value);
    return value;
  }

  private async find(key: string, load: () => Promise<T>): Promise<T> {
    const [recordKey, leaseKey] = [`${this.name}:${key}`, `${this.name}:lease:${key}`];
    for (;;) {
      const stored = await this.redis.get(recordKey);
      if (stored) return JSON.parse(stored) as T;
      const lease = await this.redis.set(leaseKey, '1', { NX: true, PX: LEASE_MS });
      if (lease) return this.load(recordKey, leaseKey, load);
      await delay(POLL_MS);
    }
  }

  private async load(recordKey: string, leaseKey: string, load: () => Promise<T>): Promise<T> {
    try {
      const value = await load();
      await this.redis.set(recordKey, JSON.stringify(value), { PX: TTL_MS });
      return value;
    } finally {
      await this.redis.del(leaseKey);
    }
  }
}
