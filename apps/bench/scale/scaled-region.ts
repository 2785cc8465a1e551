import { LoadGenerator } from '../load/load-generator.js';
import { Supply } from '../scenarios/supply.js';
import { ours } from '../world/contenders.js';
import { Processes } from '../world/processes.js';
import type { RedisProcess } from '../world/redis-process.js';
import type { ServerProcess } from '../world/server-process.js';
import type { Stage } from '../world/stage.js';
import { CORES, pinTo } from './cores.js';
import type { ScaleStep } from './scale-step.js';
import { requestsForPods, type Amounts } from './shared-places.js';

interface Pod {
  readonly server: ServerProcess;
  readonly generator: LoadGenerator;
}

/** Pods that share one core, with their Redis and load generators on the others. */
export class ScaledRegion {
  private readonly processes = new Processes(process.execPath);
  private readonly supply: Supply;
  private readonly pods: Pod[] = [];

  constructor(private readonly stage: Stage) {
    this.supply = new Supply(stage.fleet);
  }

  /** @param warmUp requests and places per pod before the measurement, to compile code */
  async start(pods: number, warmUp: Amounts): Promise<RedisProcess> {
    const redis = await this.processes.startRedis();
    pinTo(CORES.others, redis.pid);
    const product = ours(this.stage.surroundings);
    const environment = { ...product.environment, REDIS_URL: redis.url };
    while (this.pods.length < pods) {
      const server = await this.processes.startProgram({ ...product, environment });
      pinTo(CORES.pods, server.pid);
      const generator = new LoadGenerator();
      this.pods.push({ server, generator });
      pinTo(CORES.others, generator.pid);
    }
    await this.send({ requests: warmUp.requests * pods, places: warmUp.places * pods });
    return redis;
  }

  /** @param amounts of all pods together */
  async measure(redis: RedisProcess, amounts: Amounts): Promise<ScaleStep> {
    const { upstreamCalls: callsSoFar } = this.stage.equipment;
    const before = {
      cpu: await this.cpuMicros(),
      redis: await redis.usage(),
      calls: await callsSoFar(),
    };
    const neededCalls = await this.send(amounts);
    const usage = await redis.usage();
    return {
      pods: this.pods.length,
      requests: amounts.requests,
      podCpuMicros: (await this.cpuMicros()) - before.cpu,
      redisCpuMicros: usage.cpuMicros - before.redis.cpuMicros,
      redisCommands: usage.commands - before.redis.commands,
      upstreamCalls: (await callsSoFar()) - before.calls,
      neededCalls,
    };
  }

  stop(): void {
    for (const { generator } of this.pods) generator.stop();
    this.processes.kill();
  }

  /** @returns the calls to AccuWeather that the requests need */
  private async send(amounts: Amounts): Promise<number> {
    const { byPod, upstreamCalls } = requestsForPods(this.supply, this.pods.length, amounts);
    const sent = this.pods.map(({ server: { url }, generator }, index) => {
      const requests = byPod[index] ?? [];
      return generator.send({ url, amount: requests.length, requests, status: 200 });
    });
    await Promise.all(sent);
    return upstreamCalls;
  }

  private async cpuMicros(): Promise<number> {
    const all = await Promise.all(this.pods.map(({ server }) => server.cpuMicros()));
    return all.reduce((total, micros) => total + micros, 0);
  }
}
