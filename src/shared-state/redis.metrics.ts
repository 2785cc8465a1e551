import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { RedisConnection } from '@app/redis/redis-connection.js';

/** Whether Redis is in use; there is no such metric in a process without one. */
@Injectable()
export class RedisMetrics {
  constructor(registry: Registry, redis: RedisConnection) {
    const up = new Gauge({
      name: 'mfapi_redis_up',
      help: 'Whether Redis is in use: 1, or 0 while each process goes on alone.',
      registers: [registry],
    });
    redis.stateChanges.on((state) => up.set(state.up ? 1 : 0));
  }
}
