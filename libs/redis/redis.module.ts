import { Logger, Module } from '@nestjs/common';
import { ErrorReply } from '@redis/client';
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
  connection.stateChanges.on((state) => {
    if (state.up) logger.log('Redis is in use.');
    else logger.warn(`Redis is not used until it answers again: ${reasonOf(state.cause)}`);
  });
  return connection;
}

/**
 * The first word of an error reply, such as `WRONGPASS`: a reply about an unknown command quotes the
 * arguments, and those of `HELLO`, which Redis 5 does not know, contain the password.
 */
function reasonOf(cause: unknown): string {
  return cause instanceof ErrorReply ? String(cause.message.split(' ', 1)[0]) : String(cause);
}
