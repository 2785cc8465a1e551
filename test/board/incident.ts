import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PrometheusServer } from '../../apps/board/prometheus/prometheus-server.js';
import { WatchTraffic } from '../../apps/board/watch-traffic.js';
import { freePort } from '../../packages/local-server/free-port.js';
import { isInPilot } from '../../libs/pilot/pilot.js';
import { eventually } from '../support/eventually.js';
import { villagePosition } from '../support/positions.js';
import { RedisServer } from '../support/redis-server.js';
import { World } from '../support/world.js';

const RULES = ['mfapi', 'slo'];
const PILOT_PERCENT = 80;
const REQUESTS_PER_MINUTE = 200;
const EXCESS_REQUESTS = 1.5 * REQUESTS_PER_MINUTE;
const USERS = Array.from({ length: 20 }, (_, index) => `watch-${index}` as const);
/** Indices of the users in the pilot. */
const PILOT_USERS = [...USERS.keys()].filter((at) => isInPilot(USERS[at] ?? '', PILOT_PERCENT));
const REQUESTS_PER_SECOND = 40;
/** Exceeds the bulkhead while calls are slow. */
const COLD_BURST = 150;
/** Well below the timeout of an attempt, so that no breaker opens yet. */
const SLOW_LATENCY_MS = 1_000;
const NORMAL_LATENCY_MS = 60;
const SCRAPED_WITHIN_MS = 20_000;
/** Longer than any cooldown or open circuit breaker that the phases before left behind. */
const COUNTED_WITHIN_MS = 60_000;

/** An incident in two pods, scraped by Prometheus, that affects every panel of the board. */
export class Incident {
  private villages = 0;

  private constructor(
    private readonly redis: RedisServer,
    private readonly world: World,
    readonly prometheus: PrometheusServer,
    private readonly tokens: readonly string[],
    private readonly phaseMs: number,
  ) {}

  /** @param phaseSeconds duration of each phase */
  static async start(phaseSeconds: number): Promise<Incident> {
    const redis = await RedisServer.start();
    const world = await World.start({ apis: 0, environment: environment(redis, phaseSeconds) });
    world.simulator.latencyMs = NORMAL_LATENCY_MS;
    const ports = [await freePort(0), await freePort(0)];
    // Prometheus takes some seconds until its first scrape; the pods start meanwhile.
    const [prometheus] = await Promise.all([
      startPrometheus(ports),
      ...ports.map((port) => world.startApi({ METRICS_PORT: String(port) })),
    ]);
    await eventually(
      async () => (await totalOf(prometheus.client, 'sum(up)')) === ports.length,
      SCRAPED_WITHIN_MS,
    );
    const tokens = await Promise.all(USERS.map((user) => world.tokenOf(user)));
    return new Incident(redis, world, prometheus, tokens, 1_000 * phaseSeconds);
  }

  /** Phases in order: normal load, a slow provider, a greedy user and 429, a failing provider, recovery. */
  async run(): Promise<void> {
    const { simulator } = this.world;
    const traffic = new WatchTraffic({
      apiUrls: this.world.apis.map(({ url }) => url),
      tokens: this.tokens,
      perSecond: REQUESTS_PER_SECOND,
    });
    const running = traffic.run();
    await this.phase();
    await this.phase(() => this.coldBurst());
    simulator.fault = { kind: '429', times: 1, retryAfterSeconds: this.phaseMs / 2_000 };
    await this.phase(() => this.exceedRateLimit());
    simulator.fault = { kind: '500' };
    await this.phase(() => this.newcomers());
    simulator.fault = undefined;
    await this.phase();
    traffic.stop();
    await running;
  }

  async stop(): Promise<void> {
    await this.prometheus.stop();
    await this.world.stop();
    await this.redis.stop();
  }

  private async phase(event?: () => Promise<void>): Promise<void> {
    await Promise.all([event?.(), delay(this.phaseMs)]);
  }

  /** Users in new places while the provider is slow, until a call was rejected. */
  private async coldBurst(): Promise<void> {
    this.world.simulator.latencyMs = SLOW_LATENCY_MS;
    await eventually(async () => {
      await Promise.all(Array.from({ length: COLD_BURST }, () => this.newcomer()));
      return this.hasCounted('mfapi_upstream_overloads_total');
    }, COUNTED_WITHIN_MS);
    this.world.simulator.latencyMs = NORMAL_LATENCY_MS;
  }

  /** One user exceeds their rate limit. */
  private async exceedRateLimit(): Promise<void> {
    for (let sent = 0; sent < EXCESS_REQUESTS; sent += 1) {
      await this.request('/uvidx?lt=48.8566&lg=2.3522', this.tokens[PILOT_USERS[0] ?? 0]);
    }
  }

  /** Users in places that have no cached copy, at least until a call for one of them was retried. */
  private async newcomers(): Promise<void> {
    const endsAtMs = Date.now() + this.phaseMs;
    await eventually(async () => {
      await Promise.all([this.newcomer(), delay(100)]);
      return Date.now() >= endsAtMs && this.hasCounted('mfapi_upstream_retries_total');
    }, COUNTED_WITHIN_MS);
  }

  private async hasCounted(metric: string): Promise<boolean> {
    return ((await totalOf(this.prometheus.client, `sum(${metric})`)) ?? 0) > 0;
  }

  private newcomer(): Promise<void> {
    const village = (this.villages += 1);
    const user = PILOT_USERS[village % PILOT_USERS.length] ?? 0;
    return this.request(`/prcpt?${villagePosition(village)}`, this.tokens[user]);
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
    ruleFiles: RULES.map((name) => resolve(`helm/mfapi/alerts/${name}.yaml`)),
    targets: ports.map((port, index) => ({
      url: `http://127.0.0.1:${port}/metrics`,
      labels: { environment: 'test', region: 'local', pod: `mfapi-${index}` },
    })),
  });
}

async function totalOf(
  client: PrometheusServer['client'],
  query: string,
): Promise<number | undefined> {
  const [total] = await client.query(query);
  return total?.values[0]?.[1];
}

function environment(redis: RedisServer, phaseSeconds: number) {
  const fresh = Math.max(1, Math.round(phaseSeconds / 8));
  const windows = ['conditions', 'minutely', 'hourly', 'daily', 'alerts'];
  return {
    REDIS_URL: redis.url,
    ACCWEA_DAILY_BUDGET: '20000',
    ACCWEA_MONTHLY_BUDGET: '100000',
    PILOT_PERCENT: String(PILOT_PERCENT),
    RATE_LIMIT_PER_MINUTE: String(REQUESTS_PER_MINUTE),
    WINDOWS: windows.map((dataset) => `${dataset}=${fresh}/${fresh}/3600`).join(';'),
  };
}
