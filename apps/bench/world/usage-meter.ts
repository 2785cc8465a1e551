import type { RedisProcess } from './redis-process.js';
import type { RedisUsage } from './redis-usage.js';
import type { ServerProcess } from './server-process.js';

/** What a request costs a server and its Redis. */
export interface Usage {
  /** User and system CPU time of the server process. */
  readonly cpuMicros: number;
  /** Bytes written to stdout. */
  readonly logBytes: number;
  readonly redisCommands: number;
  readonly redisScripts: number;
  readonly redisBytes: number;
  readonly redisCpuMicros: number;
}

type Totals = { readonly cpuMicros: number; readonly logBytes: number; readonly redis: RedisUsage };

const NO_REDIS: RedisUsage = { commands: 0, scripts: 0, bytes: 0, cpuMicros: 0 };

/** Measures the use of resources between its start and its end. */
export class UsageMeter {
  private constructor(
    private readonly server: ServerProcess,
    private readonly redis: RedisProcess | undefined,
    private readonly before: Totals,
  ) {}

  static async start(server: ServerProcess, redis: RedisProcess | undefined): Promise<UsageMeter> {
    return new UsageMeter(server, redis, await totals(server, redis));
  }

  async perRequest(requests: number): Promise<Usage> {
    const after = await totals(this.server, this.redis);
    const share = (of: (all: Totals) => number): number => (of(after) - of(this.before)) / requests;
    return {
      cpuMicros: share(({ cpuMicros }) => cpuMicros),
      logBytes: share(({ logBytes }) => logBytes),
      redisCommands: share(({ redis }) => redis.commands),
      redisScripts: share(({ redis }) => redis.scripts),
      redisBytes: share(({ redis }) => redis.bytes),
      redisCpuMicros: share(({ redis }) => redis.cpuMicros),
    };
  }
}

async function totals(server: ServerProcess, redis: RedisProcess | undefined): Promise<Totals> {
  const cpuMicros = await server.cpuMicros();
  return { cpuMicros, logBytes: server.logBytes, redis: (await redis?.usage()) ?? NO_REDIS };
}
