import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { OpenMeteoSimulator } from '../../apps/open-meteo-simulator/open-meteo-simulator.js';
import { MovedClock } from '../support/preloads/moved-clock.js';
import { describeWithRedis, RedisServer } from '../support/redis-server.js';
import { World } from '../support/world.js';

type Strings = Readonly<Record<string, string>>;
type Hashes = Readonly<Record<string, Strings>>;

/** What release 0.2.0 stored in Redis for requests to the simulators, and its responses. */
interface PreviousRelease {
  readonly takenAtMs: number;
  readonly records: Strings;
  /** Response bodies by path. */
  readonly answers: Readonly<Record<string, object>>;
  /** A request for a place that the provider has replaced. */
  readonly moved: { readonly path: string; readonly body: object };
  /** All calls that Redis may issue of `ACCWEA_DAILY_BUDGET=10` are issued. */
  readonly budget: Hashes;
  /** The cooldown of a rejected key. */
  readonly pause: Hashes;
  /** Two misses of the user `watch`. */
  readonly misses: Strings;
}

const PREVIOUS = JSON.parse(
  readFileSync(new URL('redis.json', import.meta.url), 'utf8'),
) as PreviousRelease;
const UNCACHED = '/v1/conditions?lt=52.52&lg=13.405';

describeWithRedis('the data of the previous release in Redis (needs redis-server)', () => {
  let redis: RedisServer;
  let clock: MovedClock;
  let openMeteo: OpenMeteoSimulator;
  let openMeteoUrl: string;
  let world: World;

  beforeAll(async () => {
    redis = await RedisServer.start();
    openMeteo = new OpenMeteoSimulator({ now: () => PREVIOUS.takenAtMs });
    openMeteoUrl = (await openMeteo.start()).url;
  });
  afterAll(async () => {
    await openMeteo.stop();
    await redis.stop();
  });

  beforeEach(() => {
    redis.command('FLUSHALL');
    openMeteo.resetCalls();
    clock = new MovedClock(PREVIOUS.takenAtMs);
  });
  afterEach(async () => {
    await (world as World | undefined)?.stop();
    clock.remove();
  });

  async function start(environment: Strings = {}): Promise<void> {
    world = await World.start({
      now: () => PREVIOUS.takenAtMs,
      environment: { ...clock.environment, REDIS_URL: redis.url, ...environment },
    });
  }
  const startWithFallback = (): Promise<void> =>
    start({ FALLBACK_PROVIDER: 'open-meteo', OPEN_METEO_URL: openMeteoUrl });

  function store(texts: Strings): void {
    for (const [key, text] of Object.entries(texts)) redis.command('SET', key, text, 'EX', '3600');
  }
  function storeHashes(hashes: Hashes): void {
    for (const [key, fields] of Object.entries(hashes)) {
      redis.command('HSET', key, ...Object.entries(fields).flat());
    }
  }

  it('is served without an upstream call: places, positions without a place, and every dataset of both providers', async () => {
    store(PREVIOUS.records);
    await startWithFallback();

    for (const [path, body] of Object.entries(PREVIOUS.answers)) {
      expect(await (await world.get(path)).json()).toEqual(body);
    }
    expect(world.simulator.calls.total).toBe(0);
    expect(openMeteo.calls).toEqual([]);
  });

  it('redirects a replaced place without a search', async () => {
    store(PREVIOUS.records);
    await start();
    const { path, body } = PREVIOUS.moved;

    expect(await (await world.get(path)).json()).toEqual(body);
    expect(world.simulator.calls.byTarget).toEqual({ 'currentconditions 99999': 1 });
  });

  it.each<[string, Strings, number, () => void]>([
    [
      'a spent budget',
      { ACCWEA_DAILY_BUDGET: '10', BUDGET_MAX_PODS: '1000' },
      503,
      () => storeHashes(PREVIOUS.budget),
    ],
    ['the cooldown of a rejected key', {}, 503, () => storeHashes(PREVIOUS.pause)],
    ['the misses of a user', { MISS_LIMIT_PER_HOUR: '2' }, 429, () => store(PREVIOUS.misses)],
  ])('keeps %s in force', async (_what, environment, status, fill) => {
    fill();
    await start(environment);

    expect((await world.get(UNCACHED)).status).toBe(status);
    expect(world.simulator.calls.total).toBe(0);
  });
});
