import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { RedisClock } from '@app/redis/redis-clock.js';
import { RedisConnection } from '@app/redis/redis-connection.js';

/** Reports whether Redis is in use, and whether its time is that of this process. Registered only where Redis is configured. */
@Injectable()
export class RedisMetrics {
  constructor(registry: Registry, redis: RedisConnection, clock: RedisClock) {
    const up = new Gauge({
      name: 'mfapi_redis_up',
      help: '1 while Redis is in use, 0 while each process works alone.',
      registers: [registry],
    });
    const ahead = new Gauge({
      name: 'mfapi_clock_ahead_of_redis_seconds',
      help: 'How far the clock of this process is ahead of that of Redis; negative = behind.',
      registers: [registry],
    });
    redis.stateChanges.on((state) => up.set(state.up ? 1 : 0));
    clock.differences.on((aheadMs) => ahead.set(aheadMs / 1_000));
  }
}
