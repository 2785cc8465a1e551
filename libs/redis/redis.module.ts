import { Logger, Module } from '@nestjs/common';
import { createRedisClient } from './redis-client.js';
import { RedisConnection } from './redis-connection.js';
import { ConfigurableRedisModule, REDIS_OPTIONS, type RedisOptions } from './redis.options.js';

/** The process's one connection to Redis. */
@Module({
  providers: [{ provide: RedisConnection, inject: [REDIS_OPTIONS], useFactory: connect }],
  exports: [RedisConnection],
})
export class RedisModule extends ConfigurableRedisModule {}

function connect(options: RedisOptions): RedisConnection {
  const logger = new Logger(RedisModule.name);
  const connection = new RedisConnection(createRedisClient(options));
  connection.listen((state) => {
    if (state.up) logger.log('Redis is in use.');
    else logger.warn(`Redis is not used until it answers again: ${String(state.cause)}`);
  });
  return connection;
}
