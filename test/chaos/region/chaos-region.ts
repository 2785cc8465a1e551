import { OpenMeteoSimulator } from '../../../apps/open-meteo-simulator/open-meteo-simulator.js';
import type { ApiProcess } from '../../support/api-process.js';
import { eventually } from '../../support/eventually.js';
import { RedisServer } from '../../support/redis-server.js';
import { World } from '../../support/world.js';

/** Fresh, revalidate and error windows in seconds. The simulator gives forecasts ten times the lifetime. */
const WINDOWS = [
  'place=2/2/3600',
  'conditions=1/1/3600',
  'hourly=2/1/3600',
  'daily=2/1/3600',
  'alerts=1/1/3600',
].join(';');
const ENDS_WITHIN_MS = 30_000;
export const FALLBACK_KEY = 'fall-back-key';

export interface Pod {
  readonly api: ApiProcess;
  readonly hasFallback: boolean;
}

/** Two pods with a Redis of their own and both providers; the second pod has a fallback provider. */
export class ChaosRegion {
  /** Whether a trial left cooldowns behind, with which the next one must not start. */
  needsRenewal = false;

  private constructor(
    readonly world: World,
    private readonly redis: RedisServer,
    private readonly fallback: OpenMeteoSimulator,
    private readonly fallbackUrl: string,
    public pods: readonly Pod[],
  ) {}

  static async start(): Promise<ChaosRegion> {
    // The providers' clocks stand still, so that their forecasts do not change during a trial.
    const nowMs = Date.now();
    const redis = await RedisServer.start();
    const fallback = new OpenMeteoSimulator({ key: FALLBACK_KEY, now: () => nowMs });
    const { url } = await fallback.start();
    const world = await World.start({
      apis: 0,
      environment: { WINDOWS, REDIS_URL: redis.url, REDIS_TIMEOUT_MS: '50' },
      now: () => nowMs,
    });
    const region = new ChaosRegion(world, redis, fallback, url, []);
    await region.startPods();
    return region;
  }

  /** Replaces the pods and flushes Redis, which ends all cooldowns. @returns the exit codes of the old pods */
  async renew(): Promise<readonly (number | null)[]> {
    const codes = await Promise.all(this.pods.map(({ api }) => endWithConnections(api)));
    this.redis.command('FLUSHALL');
    await this.startPods();
    this.needsRenewal = false;
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

/**
 * Sends SIGTERM. The pod would wait ten seconds for the idle connections that the watches keep open; each
 * request here uses one up, because a pod that stops closes the connection of every answer.
 */
async function endWithConnections(api: ApiProcess): Promise<number | null> {
  const ended = api.end();
  await eventually(async () => {
    await fetch(`${api.url}/health/live`).then(
      (answer) => answer.arrayBuffer(),
      () => undefined,
    );
    return !api.running;
  }, ENDS_WITHIN_MS);
  return ended;
}
