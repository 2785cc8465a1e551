import { ConfigurableModuleBuilder } from '@nestjs/common';
import type { RedisConnection } from '@app/redis/redis-connection.js';

/** Each limit is per user. */
export interface RateLimitOptions {
  readonly requestsPerMinute: number;
  /** Questions that wait for a call to a source. */
  readonly missesPerHour: number;
  /** Questions whose answer is renewed behind the copy that the user was served. */
  readonly refreshesPerHour: number;
  /** A secret for the digests of users in the keys. */
  readonly digestKey: string;
  /** Counts questions over all processes; undefined = each process counts for itself. */
  readonly redis: RedisConnection | undefined;
  /** Prefix of keys in Redis. */
  readonly keyPrefix: string;
}

export const {
  ConfigurableModuleClass: ConfigurableRateLimitModule,
  MODULE_OPTIONS_TOKEN: RATE_LIMIT_OPTIONS,
  ASYNC_OPTIONS_TYPE,
} = new ConfigurableModuleBuilder<RateLimitOptions>({ moduleName: 'RateLimit' })
  .setClassMethodName('forRoot')
  .build();
