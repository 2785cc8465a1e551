import { OpenMeteoSimulator } from '../../../apps/open-meteo-simulator/open-meteo-simulator.js';
import type { ApiProcess } from '../../support/api-process.js';
import { RedisServer } from '../../support/redis-server.js';
import { World } from '../../support/world.js';

/**
 * Seconds until a record goes stale, then until it is no more refreshed behind the answer, and until
 * it is dead. Forecasts take the simulator ten times as long.
 */
const WINDOWS = [
  'place=2/2/3600',
  'conditions=1/1/3600',
  'hourly=2/1/3600',
  'daily=2/1/3600',
  'alerts=1/1/3600',
].join(';');
export const FALLBACK_KEY = 'fall-back-key';

export interface Pod {
  readonly api: ApiProcess;
  readonly hasFallback: boolean;
}

/** Two pods on a Redis of their own, one of which has a fall-back; and both providers. */
export class Region {
  /** Whether a trial left pauses behind that others should not begin with. */
  isWorn = false;

  private constructor(
    readonly world: World,
    private readonly redis: RedisServer,
    private readonly fallback: OpenMeteoSimulator,
    private readonly fallbackUrl: string,
    public pods: readonly Pod[],
  ) {}

  static async start(): Promise<Region> {
    // Forecasts hold what is still to come: the providers' clocks stand where ours was.
    const nowMs = Date.now();
    const redis = await RedisServer.start();
    const fallback = new OpenMeteoSimulator({ key: FALLBACK_KEY, now: () => nowMs });
    const { url } = await fallback.start();
    const world = await World.start({
      apis: 0,
      environment: { WINDOWS, REDIS_URL: redis.url },
      now: () => nowMs,
    });
    const region = new Region(world, redis, fallback, url, []);
    await region.startPods();
    return region;
  }

  /** Pods that know of no pause, on a Redis that knows nothing. @returns the exit codes of the old */
  async renew(): Promise<readonly (number | null)[]> {
    const codes = await Promise.all(this.pods.map(({ api }) => api.end()));
    this.redis.command('FLUSHALL');
    await this.startPods();
    this.isWorn = false;
    return codes;
  }

  async stop(): Promise<void> {
    await this.world.stop();
    await Promise.all([this.fallback.stop(), this.redis.stop()]);
  }

  private async startPods(): Promise<void> {
    const fallback = {
      FALLBACK_PROVIDER: 'open-meteo',
      OPEN_METEO_URL: this.fallbackUrl,
      OPEN_METEO_API_KEY: FALLBACK_KEY,
    };
    this.pods = await Promise.all(
      [{}, fallback].map(async (environment, index) => ({
        api: await this.world.startApi(environment, { loopDelay: true }),
        hasFallback: index === 1,
      })),
    );
  }
}
