import { Injectable, Logger } from '@nestjs/common';
import { Counter, Gauge, Registry } from 'prom-client';
import { evictionOf, type Eviction } from '@app/redis/eviction.js';
import { RedisMemory, type MemoryUse } from '@app/redis/redis-memory.js';

/** Why a policy is wrong; undefined = it is right. */
const FAULTS: Readonly<Record<Eviction, string | undefined>> = {
  keeps: undefined,
  'refuses-writes': 'a full Redis refuses writes, and each pod works alone then',
  evicts: 'a full Redis may evict the count of calls',
};

/**
 * Reports the memory of Redis, and warns, once per policy, of a `maxmemory-policy` other than `volatile-…`. No metric
 * where the user of Redis may not run INFO.
 */
@Injectable()
export class RedisMemoryMetrics {
  private readonly logger = new Logger('RedisMemory');
  private last: MemoryUse | undefined;
  private policy = '';

  constructor(
    private readonly registry: Registry,
    memory: RedisMemory,
  ) {
    const gauges = {
      mfapi_redis_memory_used_bytes: ['Memory that Redis uses.', usedBytes],
      mfapi_redis_memory_limit_bytes: ['maxmemory of Redis; 0 = no limit.', limitBytes],
      mfapi_redis_may_evict_budget: [
        '1 when the maxmemory-policy of Redis permits to evict the count of calls.',
        mayEvict,
      ],
    } as const;
    for (const [name, [help, read]] of Object.entries(gauges)) this.register(name, help, read);
    this.registerEvictions();
    memory.readings.on((use) => this.take(use));
  }

  private take(use: MemoryUse): void {
    this.last = use;
    if (use.policy === this.policy) return;
    this.policy = use.policy;
    const fault = FAULTS[evictionOf(use.policy)];
    // Without a limit the policy does not matter, and redis-server's default is noeviction.
    if (!fault || (use.limitBytes === 0 && !mayEvict(use))) return;
    this.logger.warn(
      `maxmemory-policy of Redis is ${use.policy}: ${fault}. Set it to volatile-lru.`,
    );
  }

  private register(name: string, help: string, read: (use: MemoryUse) => number): void {
    const last = (): MemoryUse | undefined => this.last;
    this.registry.registerMetric(
      new Gauge({
        name,
        help,
        registers: [],
        collect() {
          const use = last();
          if (use) this.set(read(use));
        },
      }),
    );
  }

  private registerEvictions(): void {
    const last = (): MemoryUse | undefined => this.last;
    this.registry.registerMetric(
      new Counter({
        name: 'mfapi_redis_evictions_total',
        help: 'Keys that Redis evicted because its memory was full.',
        registers: [],
        collect() {
          this.reset();
          this.inc(last()?.evictions ?? 0);
        },
      }),
    );
  }
}

const usedBytes = (use: MemoryUse): number => use.usedBytes;
const limitBytes = (use: MemoryUse): number => use.limitBytes;
const mayEvict = ({ policy }: MemoryUse): number => (evictionOf(policy) === 'evicts' ? 1 : 0);
