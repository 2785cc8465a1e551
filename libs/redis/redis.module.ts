import { Logger, Module } from '@nestjs/common';
import { createRedisClient } from './redis-client.js';
import { RedisConnection } from './redis-connection.js';
import { RedisLog } from './redis-log.js';
import { ConfigurableRedisModule, REDIS_OPTIONS, type RedisOptions } from './redis.options.js';

/** The process's one connection to Redis. */
@Module({
  providers: [{ provide: RedisConnection, inject: [REDIS_OPTIONS], useFactory: connect }],
  exports: [RedisConnection],
})
export class RedisModule extends ConfigurableRedisModule {}

function connect(options: RedisOptions): RedisConnection {
  const connection = new RedisConnection(() => createRedisClient(options), options.keyPrefix);
  new RedisLog(new Logger(RedisModule.name)).follow(connection);
  return connection;
}
