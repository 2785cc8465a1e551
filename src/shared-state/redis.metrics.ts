import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { RedisConnection } from '@app/redis/redis-connection.js';

/** Reports whether Redis is in use. Registered only where Redis is configured. */
@Injectable()
export class RedisMetrics {
  constructor(registry: Registry, redis: RedisConnection) {
    const up = new Gauge({
      name: 'mfapi_redis_up',
      help: '1 while Redis is in use, 0 while each process works alone.',
      registers: [registry],
    });
    redis.stateChanges.on((state) => up.set(state.up ? 1 : 0));
  }
}
