import { Logger, Module } from '@nestjs/common';
import { SteadyClock } from '@app/clock/steady-clock.js';
import { SystemClock } from '@app/clock/system-clock.js';
import { createRedisClient } from './redis-client.js';
import { RedisClock } from './redis-clock.js';
import { RedisClockLog } from './redis-clock.log.js';
import { RedisConnection } from './redis-connection.js';
import { RedisMemory } from './redis-memory.js';
import { RedisLog } from './redis-log.js';
import { ConfigurableRedisModule, REDIS_OPTIONS, type RedisOptions } from './redis.options.js';

/** The process's one connection to Redis, and the time of Redis. */
@Module({
  providers: [
    { provide: RedisConnection, inject: [REDIS_OPTIONS], useFactory: connect },
    { provide: RedisMemory, inject: [RedisConnection, REDIS_OPTIONS], useFactory: createMemory },
    { provide: RedisClock, inject: [RedisConnection, REDIS_OPTIONS], useFactory: createClock },
  ],
  exports: [RedisConnection, RedisClock, RedisMemory],
})
export class RedisModule extends ConfigurableRedisModule {}

function connect(options: RedisOptions): RedisConnection {
  const { keyPrefix, replyTimeoutMs } = options;
  const connection = new RedisConnection(
    () => createRedisClient(options),
    keyPrefix,
    replyTimeoutMs,
  );
  new RedisLog(new Logger(RedisModule.name)).follow(connection);
  return connection;
}

function createMemory(redis: RedisConnection, { keyPrefix, memoryKey }: RedisOptions): RedisMemory {
  return new RedisMemory(redis, keyPrefix, memoryKey);
}

function createClock(connection: RedisConnection, { keyPrefix }: RedisOptions): RedisClock {
  const clock = new RedisClock(connection, new SystemClock(), keyPrefix, new SteadyClock());
  new RedisClockLog(new Logger(RedisClock.name)).follow(clock);
  return clock;
}
