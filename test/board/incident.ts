import { setTimeout as delay } from 'node:timers/promises';
import { PrometheusServer } from '../../apps/board/prometheus/prometheus-server.js';
import { WatchTraffic } from '../../apps/board/watch-traffic.js';
import { freePort } from '../../apps/demo/free-port.js';
import { isInPilot } from '@app/pilot/pilot.js';
import { eventually } from '../support/eventually.js';
import { villagePosition } from '../support/positions.js';
import { RedisServer } from '../support/redis-server.js';
import { World } from '../support/world.js';

const PILOT_PERCENT = 80;
const REQUESTS_PER_MINUTE = 200;
/** Above the rate limit of one user. */
const EXCESS_REQUESTS = 1.5 * REQUESTS_PER_MINUTE;
const USERS = Array.from({ length: 20 }, (_, index) => `watch-${index}` as const);
/** Indexes of the users that are in the pilot group. */
const PILOT_USERS = [...USERS.keys()].filter((at) => isInPilot(USERS[at] ?? '', PILOT_PERCENT));
const REQUESTS_PER_SECOND = 40;
/** More concurrent misses than the bulkhead admits. */
const COLD_BURST = 150;
const SLOW_LATENCY_MS = 1_500;
const NORMAL_LATENCY_MS = 60;
const SCRAPED_WITHIN_MS = 20_000;

/** One phase of the incident; the board's picture is labelled with its title. */
export interface Chapter {
  readonly title: string;
  readonly startSeconds: number;
}

/** An incident on two pods, scraped by Prometheus, that gives every panel of the board data. */
export class Incident {
  readonly chapters: Chapter[] = [];
  private coldRequests = 0;

  private constructor(
    private readonly redis: RedisServer,
    private readonly world: World,
    readonly prometheus: PrometheusServer,
    private readonly tokens: readonly string[],
    private readonly chapterMs: number,
  ) {}

  /** @param chapterSeconds duration of each phase */
  static async start(chapterSeconds: number): Promise<Incident> {
    const redis = await RedisServer.start();
    const world = await World.start({ apis: 0, environment: environment(redis, chapterSeconds) });
    world.simulator.latencyMs = NORMAL_LATENCY_MS;
    const ports = [await freePort(0), await freePort(0)];
    // Prometheus takes some seconds until its first scrape; the pods start meanwhile.
    const [prometheus] = await Promise.all([
      startPrometheus(ports),
      ...ports.map((port) => world.startApi({ METRICS_PORT: String(port) })),
    ]);
    await eventually(async () => (await upIn(prometheus)) === ports.length, SCRAPED_WITHIN_MS);
    const tokens = await Promise.all(USERS.map((user) => world.tokenOf(user)));
    return new Incident(redis, world, prometheus, tokens, 1_000 * chapterSeconds);
  }

  /** Runs all phases; resolves when the traffic has stopped. */
  async run(): Promise<void> {
    const { simulator } = this.world;
    const traffic = new WatchTraffic({
      apiUrls: this.world.apis.map(({ url }) => url),
      tokens: this.tokens,
      perSecond: REQUESTS_PER_SECOND,
    });
    const running = traffic.run();
    await this.chapter('normal operation');
    await this.chapter('cold positions and a slow provider', () => this.coldBurst());
    simulator.fault = { kind: '429', times: 1, retryAfterSeconds: this.chapterMs / 2_000 };
    await this.chapter('a user over the rate limit; the provider answers 429', () =>
      this.exceedRateLimit(),
    );
    simulator.fault = { kind: '500' };
    await this.chapter('the provider fails', () => this.coldTraffic());
    simulator.fault = undefined;
    await this.chapter('recovered');
    traffic.stop();
    await running;
  }

  async stop(): Promise<void> {
    await this.prometheus.stop();
    await this.world.stop();
    await this.redis.stop();
  }

  private async chapter(title: string, also?: () => Promise<unknown>): Promise<void> {
    this.chapters.push({ title, startSeconds: Date.now() / 1_000 });
    await Promise.all([also?.(), delay(this.chapterMs)]);
  }

  private async coldBurst(): Promise<void> {
    this.world.simulator.latencyMs = SLOW_LATENCY_MS;
    await Promise.all(Array.from({ length: COLD_BURST }, () => this.coldRequest()));
    this.world.simulator.latencyMs = NORMAL_LATENCY_MS;
  }

  private async exceedRateLimit(): Promise<void> {
    for (let sent = 0; sent < EXCESS_REQUESTS; sent += 1) {
      await this.request('/uvidx?lt=48.8566&lg=2.3522', this.tokens[PILOT_USERS[0] ?? 0]);
    }
  }

  /** Requests for uncached positions, ten per second. */
  private async coldTraffic(): Promise<void> {
    for (let sent = 0; sent < this.chapterMs / 100; sent += 1) {
      await Promise.all([this.coldRequest(), delay(100)]);
    }
  }

  private coldRequest(): Promise<void> {
    const index = (this.coldRequests += 1);
    const user = PILOT_USERS[index % PILOT_USERS.length] ?? 0;
    return this.request(`/prcpt?${villagePosition(index)}`, this.tokens[user]);
  }

  private async request(path: string, token = ''): Promise<void> {
    const headers = { authorization: `Bearer ${token}` };
    await (await fetch(this.world.api.url + path, { headers })).arrayBuffer();
  }
}

function startPrometheus(ports: readonly number[]): Promise<PrometheusServer> {
  return PrometheusServer.start({
    job: 'mfapi',
    everySeconds: 1,
    targets: ports.map((port, index) => ({
      url: `http://127.0.0.1:${port}/metrics`,
      labels: { environment: 'test', region: 'local', pod: `mfapi-${index}` },
    })),
  });
}

async function upIn({ client }: PrometheusServer): Promise<number | undefined> {
  const [up] = await client.query('sum(up)');
  return up?.values[0]?.[1];
}

function environment(redis: RedisServer, chapterSeconds: number) {
  const fresh = Math.max(1, Math.round(chapterSeconds / 8));
  const windows = ['conditions', 'hourly', 'daily', 'alerts'];
  return {
    REDIS_URL: redis.url,
    ACCWEA_DAILY_BUDGET: '20000',
    ACCWEA_MONTHLY_BUDGET: '100000',
    PILOT_PERCENT: String(PILOT_PERCENT),
    RATE_LIMIT_PER_MINUTE: String(REQUESTS_PER_MINUTE),
    WINDOWS: windows.map((dataset) => `${dataset}=${fresh}/${fresh}/3600`).join(';'),
  };
}
