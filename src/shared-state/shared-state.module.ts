import { Global, Module, type DynamicModule } from '@nestjs/common';
import { RedisModule } from '@app/redis/redis.module.js';
import type { Config } from '../config/config.js';
import { LocalState } from './local-state.js';
import { RedisMetrics } from './redis.metrics.js';
import { RedisMemoryMetrics } from './redis-memory.metrics.js';
import { REDIS_KEY_PREFIX, redisKeyPrefix } from './redis-keys.js';
import { RedisState } from './redis-state.js';
import { SharedState } from './shared-state.js';

/** Provides the `SharedState` to every module: in Redis if `REDIS_URL` is set, else in memory. */
@Global()
@Module({})
export class SharedStateModule {
  static forRoot({
    redisUrl,
    redisTimeoutMs,
    redisCluster: cluster,
    redisCa: ca,
  }: Config): DynamicModule {
    const common = { module: SharedStateModule, exports: [SharedState] };
    if (!redisUrl) {
      return { ...common, providers: [{ provide: SharedState, useClass: LocalState }] };
    }
    return {
      ...common,
      imports: [
        RedisModule.forRoot({
          url: () => redisUrl.reveal(),
          replyTimeoutMs: redisTimeoutMs,
          cluster,
          ca,
          keyPrefix: REDIS_KEY_PREFIX,
          memoryKey: `${redisKeyPrefix('budget')}{budget}`,
        }),
      ],
      providers: [{ provide: SharedState, useClass: RedisState }, RedisMetrics, RedisMemoryMetrics],
    };
  }
}
