import { setTimeout as delay } from 'node:timers/promises';
import { productionStart } from '../world/production.js';
import { ours, upstream } from '../world/contenders.js';
import { FleetIssuer } from '../world/fleet-issuer.js';
import { Processes } from '../world/processes.js';
import type { FloodTarget } from './kinds/flood.js';
import { PodMemory } from './pod-memory.js';
import { WarmWatch } from './watch/warm-watch.js';

const KEY = 'simulator-key';
const WARM_PATH = '/prcpt?lt=48.8705&lg=2.3049';
/** Small, so that most positions of a flood are refused. */
export const DAILY_BUDGET = 1_000;
/** Questions of a user in an hour that wait for the provider: the default. */
export const MISS_LIMIT = 120;
/**
 * What Node sets itself in a container of 512 MiB: V8 takes half of the memory (`Heap::HeapSizeFromPhysicalMemory`). On a
 * larger machine V8 would let garbage grow beyond what a pod has.
 */
export const HEAP_LIMIT = '--max-old-space-size=256';
const READY_WITHIN_MS = 30_000;

/** One pod as production starts it, with what it needs, and a warm watch. */
export class FloodStage {
  private constructor(
    readonly target: FloodTarget,
    readonly watch: WarmWatch,
    readonly memory: PodMemory,
    private readonly stopAll: () => Promise<void>,
  ) {}

  /** @param amount of distinct tokens */
  static async start(amount: number): Promise<FloodStage> {
    const issuer = new FleetIssuer();
    const processes = new Processes(process.execPath);
    const stopAll = async (): Promise<void> => {
      processes.kill();
      await issuer.stop();
    };
    try {
      const issuerUrl = await issuer.start();
      const { url: upstreamUrl } = await processes.startProgram(upstream(KEY, Date.now()));
      const product = ours({ issuerUrl, upstreamUrl, upstreamKey: KEY });
      const limits = {
        ACCWEA_DAILY_BUDGET: String(DAILY_BUDGET),
        MISS_LIMIT_PER_HOUR: String(MISS_LIMIT),
        NODE_OPTIONS: HEAP_LIMIT,
      };
      const redis = await processes.startRedis();
      const environment = { ...product.environment, ...limits, REDIS_URL: redis.url };
      const pod = await processes.startProgram({ ...product, environment });
      const [watchToken = '', ...tokens] = await issuer.mint(amount + 1);
      const authorization = `Bearer ${watchToken}`;
      const warmUrl = pod.url + WARM_PATH;
      await eventuallyOk(warmUrl, authorization);
      const target = { url: pod.url, tokens, warmPath: WARM_PATH };
      const watch = new WarmWatch({ url: warmUrl, authorization });
      return new FloodStage(target, watch, new PodMemory(pod.pid), stopAll);
    } catch (error) {
      await stopAll();
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.watch.stop();
    await this.stopAll();
  }
}

/** The flags and the program of production, for the report. */
export const START_COMMAND = ['node', ...productionStart().flags, productionStart().file].join(' ');

async function eventuallyOk(url: string, authorization: string): Promise<void> {
  const untilMs = performance.now() + READY_WITHIN_MS;
  while (performance.now() < untilMs) {
    const { ok } = await fetch(url, { headers: { authorization } });
    if (ok) return;
    await delay(100);
  }
  throw new Error('The pod does not answer the warm watch.');
}
