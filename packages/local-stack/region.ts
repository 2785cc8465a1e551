import { setTimeout as delay } from 'node:timers/promises';
import { LocalRedis } from '../local-redis/local-redis.js';
import { freePort } from '../local-server/free-port.js';
import { metricTotal } from '../prometheus-text/metric-total.js';
import { ChildService } from './child-service.js';

export const PODS_PER_REGION = 2;
const POLL_MS = 50;

interface Pod {
  readonly service: ChildService;
  readonly url: string;
  readonly metricsUrl: string;
}

/** A region on this machine: two pods, a Redis, and the provider behind a key of the region's own. */
export class Region {
  private pods: Pod[] = [];

  private constructor(
    readonly name: string,
    private readonly redis: LocalRedis,
    private readonly provider: ChildService,
    /** Of the simulated AccuWeather. */
    readonly providerUrl: string,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /**
   * @param settings of its pods
   * @throws when a process does not start; then none is left
   */
  static async start(name: string, settings: Readonly<Record<string, string>>): Promise<Region> {
    const redis = await LocalRedis.start();
    const key = { ACCWEA_TOKEN: keyOf(name) };
    const provider = new ChildService(`provider of ${name}`, 'apps/accwea-simulator/main.js', {
      ...key,
      PORT: '0',
    });
    try {
      const url = await provider.listening;
      const region = new Region(name, redis, provider, url, { ...settings, ...key });
      await region.startPods();
      return region;
    } catch (error) {
      await Promise.all([redis.stop(), provider.stop()]);
      throw error;
    }
  }

  /** The pods that run, in the order of their start. */
  get urls(): readonly string[] {
    return this.pods.map(({ url }) => url);
  }

  private async startPods(): Promise<void> {
    const starts = Array.from({ length: PODS_PER_REGION }, () => this.startPod());
    const failed = (await Promise.allSettled(starts)).find(({ status }) => status === 'rejected');
    if (!failed) return;
    await this.lose();
    throw (failed as PromiseRejectedResult).reason;
  }

  /** Starts a pod and waits until it is ready; with `ready` false, only until it listens. */
  async startPod(settings: Readonly<Record<string, string>> = {}, ready = true): Promise<string> {
    const metricsPort = String(await freePort(0));
    const service = new ChildService(`pod of ${this.name}`, 'api/main.js', {
      REGION: this.name,
      PORT: '0',
      METRICS_PORT: metricsPort,
      DRAIN_SECONDS: '0',
      ACCWEA_URL: this.providerUrl,
      REDIS_URL: this.redis.url,
      RATE_LIMIT_PER_MINUTE: '1000000',
      MISS_LIMIT_PER_HOUR: '1000000',
      REFRESH_LIMIT_PER_HOUR: '1000000',
      ...this.settings,
      ...settings,
    });
    const url = await service.listening.catch(async (error: unknown) => {
      await service.stop('SIGKILL');
      throw error;
    });
    this.pods.push({ service, url, metricsUrl: `http://127.0.0.1:${metricsPort}/metrics` });
    if (ready) await untilReady(url);
    return url;
  }

  /** Replaces each pod by one with other settings, one after the other. */
  async roll(settings: Readonly<Record<string, string>>): Promise<void> {
    for (const { service } of this.pods.slice()) {
      await this.startPod(settings);
      this.pods.shift();
      await service.stop();
    }
  }

  /** A counter or gauge, the sum of its pods or their maximum. */
  async metric(name: string, labels = '', combine: 'sum' | 'max' = 'sum'): Promise<number> {
    const values = await Promise.all(
      this.pods.map(
        async ({ metricsUrl }) => metricTotal(await textOf(metricsUrl), name, [labels]) ?? 0,
      ),
    );
    return combine === 'max' ? Math.max(0, ...values) : values.reduce((sum, one) => sum + one, 0);
  }

  /** The provider no longer accepts the region's key. */
  async revokeKey(): Promise<void> {
    await this.controlProvider('settings', { key: 'revoked' });
  }

  /** Controls the simulated provider: its settings, or its fault. @throws when it refuses */
  async controlProvider(what: 'settings' | 'fault', value: object): Promise<void> {
    const response = await fetch(`${this.providerUrl}/__simulator/${what}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(value),
    });
    if (!response.ok) throw new Error(`the provider answers ${response.status}`);
  }

  /** Everything ends at once, except the provider. */
  async lose(): Promise<void> {
    await Promise.all([
      this.redis.stop(),
      ...this.pods.map(({ service }) => service.stop('SIGKILL')),
    ]);
  }

  async stop(): Promise<void> {
    await this.lose();
    await this.provider.stop();
  }
}

function keyOf(name: string): string {
  return `key-of-${name}`;
}

/** Polls the pod's readiness probe. */
export async function untilReady(url: string): Promise<void> {
  while (!(await isReady(url))) await delay(POLL_MS);
}

async function isReady(url: string): Promise<boolean> {
  return (await fetch(`${url}/health/ready`, { headers: { connection: 'close' } })).ok;
}

async function textOf(url: string): Promise<string> {
  return (await fetch(url)).text();
}
