import type { Contender } from './contenders.js';
import { RedisProcess } from './redis-process.js';
import { ServerProcess, type Program } from './server-process.js';

/** The processes of a contender. */
export interface Started {
  readonly pods: readonly [ServerProcess, ServerProcess?];
  readonly redis: RedisProcess | undefined;
}

/** Starts servers with their Redis, and ends all of them together. */
export class Processes {
  private readonly running: { kill(): void }[] = [];

  /** @param binary the Node that runs the servers */
  constructor(private readonly binary: string) {}

  /** A contender with Redis gets two pods and a Redis of its own. */
  async start(contender: Contender): Promise<Started> {
    if (!contender.usesRedis) {
      return { pods: [await this.startProgram(contender)], redis: undefined };
    }
    const redis = await this.startRedis();
    const environment = { ...contender.environment, REDIS_URL: redis.url };
    const pod = () => this.startProgram({ ...contender, environment });
    return { pods: [await pod(), await pod()], redis };
  }

  async startProgram(program: Program): Promise<ServerProcess> {
    const server = await ServerProcess.start(program, this.binary);
    this.running.push(server);
    return server;
  }

  async startRedis(): Promise<RedisProcess> {
    const redis = await RedisProcess.start();
    this.running.push(redis);
    return redis;
  }

  /** Servers before the Redis that they use. */
  kill(): void {
    for (const process of this.running.toReversed()) process.kill();
  }
}
