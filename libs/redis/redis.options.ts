import { ConfigurableModuleBuilder } from '@nestjs/common';

/** Connection settings of Redis. */
export interface RedisOptions extends RedisServerOptions {
  /** A command that takes longer turns Redis off for a while. */
  readonly replyTimeoutMs: number;
  /** The start of every key that the process uses, the probe's included. */
  readonly keyPrefix: string;
  /** The key that must not be evicted: in a cluster, the memory of its node is reported. */
  readonly memoryKey: string;
}

/** Where the server is, and how to connect to it. */
export interface RedisServerOptions {
  /** `redis://` or `rediss://`. Called at each connection, because the credentials can change. */
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
