import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { redisKeyPrefix } from '../src/shared-state/redis-keys.js';
import { eventually } from './support/eventually.js';
import { LOST, KillablePods } from './support/killable-pods.js';
import { villagePosition } from './support/positions.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { seededRandom } from './support/seeded-random.js';
import { World } from './support/world.js';

const IN_FULL = Boolean(process.env['TEST_FULL']);
jest.setTimeout(IN_FULL ? 300_000 : 60_000);

const BUDGET = IN_FULL ? 1_000 : 200;
/** Each request costs two calls while the budget lasts. */
const PATHS = Array.from({ length: 5 * BUDGET }, (_, i) => `/v1/conditions?${villagePosition(i)}`);

describeWithRedis('the call budget of several pods that are killed', () => {
  /** The calls that Redis issues; the rest is the reserve of the pods (ADR 9). */
  const ISSUABLE = 0.9 * BUDGET;
  /** Maximum number of calls written off when the count is lost. */
  const LAG = IN_FULL ? 45 : 20;
  const PODS = 4;
  /** Also the number of calls that may be in flight in a pod when it is killed. */
  const WATCHES_PER_POD = 4;
  const KILLS = IN_FULL ? 8 : 4;
  const ALL_PODS = PODS + KILLS;
  /** With this many pods the reserve share of each is 0, so every call is in the shared count. */
  const TOO_MANY_PODS = 1_000;
  /** Slow enough that calls are in flight when a pod is killed. */
  const LATENCY_MS = 300;
  const REDIS_AWAY_MS = 1_500;
  const SEED = 20_260_709;
  const SEEN_WITHIN_MS = 100_000;

  let redis: RedisServer;
  let world: World;

  beforeEach(async () => {
    redis = await RedisServer.start();
  });
  afterEach(async () => {
    await (world as World | undefined)?.stop();
    await redis.stop();
  });

  async function start(maxPods: number): Promise<void> {
    const limits = { ACCWEA_DAILY_BUDGET: String(BUDGET), BUDGET_MAX_PODS: String(maxPods) };
    world = await World.start({ apis: PODS, environment: { REDIS_URL: redis.url, ...limits } });
    world.simulator.latencyMs = LATENCY_MS;
  }

  const seen = (): number => world.simulator.calls.total;
  const untilSeen = (calls: number): Promise<boolean> =>
    eventually(() => seen() >= calls, SEEN_WITHIN_MS);

  /** The number of calls counted in Redis. */
  function counted(): number {
    const counts = redis.command(
      'HMGET',
      `${redisKeyPrefix('budget')}{budget}`,
      'day:before',
      'day:issued',
    );
    return counts.split('\n').reduce((sum, count) => sum + Number(count), 0);
  }

  /** Requests every path while pods are killed at random, and runs `trouble` after a third of the budget. */
  async function spend(trouble: () => Promise<unknown>): Promise<Set<number>> {
    const pods = new KillablePods(world);
    const random = seededRandom(SEED);
    const moments = Array.from({ length: KILLS }, () => random() * 0.6 * ISSUABLE);
    const killing = async (): Promise<void> => {
      for (const moment of moments.toSorted((a, b) => a - b)) {
        await untilSeen(moment);
        await pods.kill(random());
      }
      await pods.untilAllRestarted();
    };
    const inTheMiddle = async (): Promise<void> => {
      await untilSeen(ISSUABLE / 3);
      await trouble();
    };
    const statuses = pods.requestAll(PATHS, WATCHES_PER_POD);
    await Promise.all([statuses, killing(), inTheMiddle()]);
    return statuses;
  }

  it('is spent completely and never exceeded; the count is too high by at most the killed calls', async () => {
    await start(TOO_MANY_PODS);
    const statuses = await spend(async () => {
      const before = seen();
      expect(counted()).toBeGreaterThanOrEqual(before);
    });

    expect(statuses).toEqual(new Set([200, LOST, 503]));
    expect(counted()).toBe(ISSUABLE);
    expect(seen()).toBeLessThanOrEqual(ISSUABLE);
    expect(seen()).toBeGreaterThanOrEqual(ISSUABLE - KILLS * WATCHES_PER_POD);
  });

  it('is never exceeded when Redis is flushed, goes down and comes back empty, and few calls are wasted', async () => {
    await start(ALL_PODS);
    await spend(async () => {
      redis.command('FLUSHALL');
      await untilSeen(ISSUABLE / 2);
      await redis.kill();
      await delay(REDIS_AWAY_MS);
      await redis.startAgain();
    });

    expect(counted()).toBeGreaterThanOrEqual(ISSUABLE);
    expect(seen()).toBeLessThanOrEqual(BUDGET);
    expect(seen()).toBeGreaterThanOrEqual(ISSUABLE - 2 * LAG - KILLS * WATCHES_PER_POD);
  });
});

describe('the call budget of a single process', () => {
  const SMALL = 50;
  const FRESH_MS = 600_000;
  /** Relative jitter of a record's windows. */
  const JITTER = 0.1;
  /** Calls of a day that may be used at once; beyond that windows are multiplied by up to `MAX_TTL_FACTOR`. */
  const BURST = 0.1 * SMALL;
  const MAX_TTL_FACTOR = 4;

  let world: World;
  let requested: number;

  afterEach(() => world.stop());

  async function start(environment: Readonly<Record<string, string>>): Promise<void> {
    world = await World.start({ environment });
    requested = 0;
  }

  const seen = (): number => world.simulator.calls.total;
  const requestNew = (): Promise<Response> => world.get(PATHS[requested++] ?? '');

  async function bodyOf(path: string): Promise<{ stale: boolean; expiresAt: string }> {
    return (await (await world.get(path)).json()) as { stale: boolean; expiresAt: string };
  }
  const untilStale = (path: string): Promise<boolean> =>
    eventually(async () => (await bodyOf(path)).stale, 10_000);

  it('is spent to the last call; afterwards only cached positions are served', async () => {
    await start({ ACCWEA_DAILY_BUDGET: String(BUDGET) });
    const statuses = await new KillablePods(world).requestAll(PATHS.slice(0, BUDGET), 8);

    expect(statuses).toEqual(new Set([200, 503]));
    expect(seen()).toBe(BUDGET);
    expect((await world.get(PATHS[0] ?? '')).status).toBe(200);
    const refused = await world.get(PATHS[BUDGET] ?? '');
    expect(refused.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    expect(seen()).toBe(BUDGET);
    expect(world.api.lines.filter(({ message }) => message?.includes('is spent'))).toHaveLength(1);
  });

  it('still admits cache misses when it admits no more refreshes', async () => {
    await start({ ACCWEA_DAILY_BUDGET: String(SMALL), WINDOWS: 'conditions=1/600/600' });
    await requestNew();
    const [known = ''] = PATHS;
    await untilStale(known);
    await eventually(() => seen() === 3);

    while (seen() < 0.8 * SMALL) expect((await requestNew()).status).toBe(200);
    const before = seen();
    await untilStale(known);
    expect((await requestNew()).status).toBe(200);
    expect(await bodyOf(known)).toMatchObject({ stale: true });
    expect(seen()).toBe(before + 2);
  });

  it('lengthens the freshness windows continuously as it runs ahead of its pace', async () => {
    await start({ ACCWEA_DAILY_BUDGET: String(SMALL), WINDOWS: 'conditions=600/300/21600' });
    for (let used = 2; used <= SMALL; used += 2) {
      const answer = await requestNew();
      const { expiresAt } = (await answer.json()) as { expiresAt: string };
      const freshForMs = Date.parse(expiresAt) - Date.now();
      const ttlFactor = Math.min(MAX_TTL_FACTOR, Math.max(1, used / BURST));

      expect(freshForMs).toBeGreaterThan(FRESH_MS * ttlFactor * (1 - JITTER) - 2_000);
      expect(freshForMs).toBeLessThan(FRESH_MS * ttlFactor * (1 + JITTER) + 1_000);
      expect(maxAgeMsOf(answer)).toBeGreaterThan(freshForMs - 2_000);
    }
  });
});

function maxAgeMsOf(answer: Response): number {
  return 1_000 * Number(/max-age=(\d+)/.exec(answer.headers.get('cache-control') ?? '')?.[1]);
}
