import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from './support/eventually.js';
import { LOST, MortalPods } from './support/mortal-pods.js';
import { villagePosition } from './support/positions.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { seededRandom } from './support/seeded-random.js';
import { World } from './support/world.js';

const IN_FULL = Boolean(process.env['TEST_FULL']);
jest.setTimeout(IN_FULL ? 300_000 : 60_000);

const BUDGET = IN_FULL ? 1_000 : 200;
/** Each costs two calls, while there are any. */
const PATHS = Array.from({ length: 5 * BUDGET }, (_, i) => `/v1/conditions?${villagePosition(i)}`);

describeWithRedis('a budget of calls, over pods that are killed (needs redis-server)', () => {
  /** What Redis issues; the rest is the reserve of the pods (ADR 9). */
  const ISSUABLE = 0.9 * BUDGET;
  /** What it costs at most when the count is lost. */
  const LAG = IN_FULL ? 45 : 20;
  const PODS = 4;
  /** As many calls may be under way in a pod when it is killed. */
  const WATCHES_PER_POD = 4;
  const KILLS = IN_FULL ? 8 : 4;
  const ALL_PODS = PODS + KILLS;
  /** None of so many has a share of the reserve, so every call is in the shared count. */
  const TOO_MANY_PODS = 1_000;
  /** Slow enough that kills meet calls. */
  const LATENCY_MS = 300;
  const REDIS_AWAY_MS = 1_500;
  const SEED = 20_260_709;
  const AFTER_A_WHILE_MS = 100_000;

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
    eventually(() => seen() >= calls, AFTER_A_WHILE_MS);

  /** Calls that were made, as far as Redis knows. */
  function counted(): number {
    const counts = redis.command('HMGET', 'mfapi:v1:{budget}', 'day:before', 'day:issued');
    return counts.split('\n').reduce((sum, count) => sum + Number(count), 0);
  }

  /** Asks everywhere, kills at random all the while, and in the middle does something worse. */
  async function spend(trouble: () => Promise<unknown>): Promise<Set<number>> {
    const pods = new MortalPods(world);
    const random = seededRandom(SEED);
    const moments = Array.from({ length: KILLS }, () => random() * 0.6 * ISSUABLE);
    const killing = async (): Promise<void> => {
      for (const moment of moments.toSorted((a, b) => a - b)) {
        await untilSeen(moment);
        await pods.kill(random());
      }
      await pods.whole();
    };
    const inTheMiddle = async (): Promise<void> => {
      await untilSeen(ISSUABLE / 3);
      await trouble();
    };
    const asked = pods.askAll(PATHS, WATCHES_PER_POD);
    await Promise.all([asked, killing(), inTheMiddle()]);
    return asked;
  }

  it('is used to the last call and no further, and the count is too high by what was killed at most', async () => {
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

  it('is kept when Redis forgets everything, and later is away and comes back empty; that wastes little', async () => {
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

describe('a budget of calls that one process has for itself', () => {
  const SMALL = 50;
  const FRESH_MS = 600_000;
  /** Of a record's windows, either way. */
  const JITTER = 0.1;
  /** So much of a day may be used at once; then windows are stretched, up to so many times. */
  const BURST = 0.1 * SMALL;
  const MOST_STRETCH = 4;

  let world: World;
  let asked: number;

  afterEach(() => world.stop());

  async function start(environment: Readonly<Record<string, string>>): Promise<void> {
    world = await World.start({ environment });
    asked = 0;
  }

  const seen = (): number => world.simulator.calls.total;
  const askNew = (): Promise<Response> => world.get(PATHS[asked++] ?? '');

  async function bodyOf(path: string): Promise<{ stale: boolean; expiresAt: string }> {
    return (await (await world.get(path)).json()) as { stale: boolean; expiresAt: string };
  }
  const untilStale = (path: string): Promise<boolean> =>
    eventually(async () => (await bodyOf(path)).stale, 10_000);

  it('is used to the very last call; then only what is known is answered', async () => {
    await start({ ACCWEA_DAILY_BUDGET: String(BUDGET) });
    const statuses = await new MortalPods(world).askAll(PATHS.slice(0, BUDGET), 8);

    expect(statuses).toEqual(new Set([200, 503]));
    expect(seen()).toBe(BUDGET);
    expect((await world.get(PATHS[0] ?? '')).status).toBe(200);
    const refused = await world.get(PATHS[BUDGET] ?? '');
    expect(refused.headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    expect(seen()).toBe(BUDGET);
    expect(world.api.lines.filter(({ message }) => message?.includes('is spent'))).toHaveLength(1);
  });

  it('lets questions without a copy through when it refreshes nothing any more', async () => {
    await start({ ACCWEA_DAILY_BUDGET: String(SMALL), WINDOWS: 'conditions=1/600/600' });
    await askNew();
    const [known = ''] = PATHS;
    await untilStale(known);
    await eventually(() => seen() === 3);

    while (seen() < 0.8 * SMALL) expect((await askNew()).status).toBe(200);
    const before = seen();
    await untilStale(known);
    expect((await askNew()).status).toBe(200);
    expect(await bodyOf(known)).toMatchObject({ stale: true });
    expect(seen()).toBe(before + 2);
  });

  it('lengthens the windows, without a jump, the further it is ahead of its pace', async () => {
    await start({ ACCWEA_DAILY_BUDGET: String(SMALL), WINDOWS: 'conditions=600/300/21600' });
    for (let used = 2; used <= SMALL; used += 2) {
      const answer = await askNew();
      const { expiresAt } = (await answer.json()) as { expiresAt: string };
      const freshForMs = Date.parse(expiresAt) - Date.now();
      const stretch = Math.min(MOST_STRETCH, Math.max(1, used / BURST));

      expect(freshForMs).toBeGreaterThan(FRESH_MS * stretch * (1 - JITTER) - 2_000);
      expect(freshForMs).toBeLessThan(FRESH_MS * stretch * (1 + JITTER) + 1_000);
      expect(maxAgeMsOf(answer)).toBeGreaterThan(freshForMs - 2_000);
    }
  });

  it('is over when the provider says so', async () => {
    await start({ WINDOWS: 'conditions=1/600/600' });
    const [known = '', unknown = ''] = PATHS;
    await askNew();
    world.simulator.settings.rateLimitRemaining = 0;
    expect((await world.get(unknown)).status).toBe(503);
    expect(seen()).toBe(3);

    await untilStale(known);
    const refused = await world.get(unknown);
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(seen()).toBe(3);
  });
});

function maxAgeMsOf(answer: Response): number {
  return 1_000 * Number(/max-age=(\d+)/.exec(answer.headers.get('cache-control') ?? '')?.[1]);
}
