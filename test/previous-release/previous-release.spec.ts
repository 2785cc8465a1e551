import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { REDIS_KEY_VERSIONS } from '../../src/shared-state/redis-keys.js';
import { OpenMeteoSimulator } from '../../apps/open-meteo-simulator/open-meteo-simulator.js';
import { MovedClock } from '../support/preloads/moved-clock.js';
import { RedisAtTimeOf } from '../support/redis-at-time-of.js';
import { describeWithRedis, RedisServer } from '../support/redis-server.js';
import { World } from '../support/world.js';

type Strings = Readonly<Record<string, string>>;
type Hashes = Readonly<Record<string, Strings>>;

/** What release 0.2.0 stored in Redis for requests to the simulators, and its responses. */
interface PreviousRelease {
  readonly takenAtMs: number;
  /** The grid of its cell ids. */
  readonly cellGrid: string;
  /** Its `REDIS_KEY_VERSIONS`. */
  readonly versions: typeof REDIS_KEY_VERSIONS;
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

/** Declares a test, skipped while this version has raised a version and so does not read those keys. */
const itReading = (...meanings: (keyof typeof REDIS_KEY_VERSIONS)[]) =>
  meanings.every((one) => REDIS_KEY_VERSIONS[one] === PREVIOUS.versions[one]) ? it : it.skip;

const UNCACHED = '/v1/conditions?lt=52.52&lg=13.405';

describeWithRedis('the data of the previous release in Redis', () => {
  let redis: RedisServer;
  let clock: MovedClock;
  let redisAtItsTime: RedisAtTimeOf;
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

  beforeEach(async () => {
    redis.command('FLUSHALL');
    openMeteo.resetCalls();
    clock = new MovedClock(PREVIOUS.takenAtMs);
    redisAtItsTime = await RedisAtTimeOf.start(clock, redis.port);
  });
  afterEach(async () => {
    await (world as World | undefined)?.stop();
    await redisAtItsTime.stop();
    clock.remove();
  });

  async function start(environment: Strings = {}): Promise<void> {
    world = await World.start({
      now: () => PREVIOUS.takenAtMs,
      environment: {
        ...clock.environment,
        CELL_GRID: PREVIOUS.cellGrid,
        REDIS_URL: redisAtItsTime.url,
        ...environment,
      },
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

  itReading('records', 'places')(
    'is served without an upstream call: places, positions without a place, and every dataset of both providers',
    async () => {
      store(PREVIOUS.records);
      await startWithFallback();

      // Fields that this version has added are null.
      for (const [path, body] of Object.entries(PREVIOUS.answers)) {
        expect(await (await world.get(path)).json()).toMatchObject(body);
      }
      expect(world.simulator.calls.total).toBe(0);
      expect(openMeteo.calls).toEqual([]);
    },
  );

  itReading('records', 'places')('redirects a replaced place without a search', async () => {
    store(PREVIOUS.records);
    await start();
    const { path, body } = PREVIOUS.moved;

    expect(await (await world.get(path)).json()).toMatchObject(body);
    expect(world.simulator.calls.byTarget).toEqual({ 'currentconditions 99999': 1 });
  });

  async function expectRefusal(status: number, environment: Strings = {}): Promise<void> {
    await start(environment);

    expect((await world.get(UNCACHED)).status).toBe(status);
    expect(world.simulator.calls.total).toBe(0);
  }

  itReading('budget')('keeps a spent budget in force', async () => {
    storeHashes(PREVIOUS.budget);
    await expectRefusal(503, { ACCWEA_DAILY_BUDGET: '10', BUDGET_MAX_PODS: '1000' });
  });

  itReading('cooldowns')('keeps the cooldown of a rejected key in force', async () => {
    storeHashes(PREVIOUS.pause);
    await expectRefusal(503);
  });

  itReading('misses')('keeps the misses of a user in force', async () => {
    store(PREVIOUS.misses);
    await expectRefusal(429, { MISS_LIMIT_PER_HOUR: '2' });
  });
});
