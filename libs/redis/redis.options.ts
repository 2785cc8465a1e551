import { ConfigurableModuleBuilder } from '@nestjs/common';

/** Where Redis is, and how it is reached. */
export interface RedisOptions {
  /** `redis://` or `rediss://`. Its credentials may change: they are read at each connection. */
  readonly url: () => string;
  /** Whether the URL is a node of a Redis Cluster. */
  readonly cluster: boolean;
  /** PEM of the authority that signed the server's certificate, for `rediss://`. */
  readonly ca: string | undefined;
}

export const {
  ConfigurableModuleClass: ConfigurableRedisModule,
  MODULE_OPTIONS_TOKEN: REDIS_OPTIONS,
} = new ConfigurableModuleBuilder<RedisOptions>({ moduleName: 'Redis' })
  .setClassMethodName('forRoot')
  .build();
