import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { cooldownsOf } from '@app/resilience/cooldowns/call-cooldowns.js';
import { eventually } from './support/eventually.js';
import { villagePosition } from './support/positions.js';
import { RedisRegion } from './support/redis-region.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';

/** The simulator's key of the place of the warm watches. */
const WARM_PLACE = '623';

const IN_USE_WITHIN_MS = 5_000;
/** A slow machine may miss a reply; that is another matter. */
const REFUSED = /Redis is not used.*: [A-Z]{3,}|Redis refuses/;
const BUDGET_KEY = 'mfapi:v1:{budget}';
/** Instants that a record would have, and then no record. */
const LIKE_A_RECORD = '1|99999999999999|99999999999999|99999999999999|';

type Write = (redis: RedisServer, key: string) => unknown;

const VALUES: readonly (readonly [what: string, write: Write])[] = [
  ['a list', (redis, key) => redis.command('RPUSH', key, 'a')],
  ['a set', (redis, key) => redis.command('SADD', key, 'a')],
  ['a hash', (redis, key) => redis.command('HSET', key, 'a', 'b')],
  ['another text', (redis, key) => redis.command('SET', key, 'hello')],
  ['an empty text', (redis, key) => redis.command('SET', key, '')],
  ['a text like a failure', (redis, key) => redis.command('SET', key, '!hello|x')],
  ['a text like a record', (redis, key) => redis.command('SET', key, `${LIKE_A_RECORD}hello`)],
];

const BUDGET_VALUES: readonly (readonly [what: string, write: Write])[] = [
  ...VALUES,
  ['no number of calls', (redis, key) => redis.command('HSET', key, 'day:issued', 'many')],
  ['a negative number of calls', (redis, key) => redis.command('HSET', key, 'day:issued', '-900')],
  ['no end of its day', (redis, key) => redis.command('HDEL', key, 'day:to')],
];

describeWithRedis('two pods whose keys in Redis hold something else', () => {
  let redis: RedisServer;
  let region: RedisRegion | undefined;

  beforeEach(async () => {
    redis = await RedisServer.start();
  });
  afterEach(async () => {
    await region?.stop();
    region = undefined;
    await redis.stop();
  });

  /** Pods that keep nearly nothing in memory, so that each request reads Redis. */
  async function start(more: Readonly<Record<string, string>> = {}): Promise<RedisRegion> {
    region = await RedisRegion.start({ REDIS_URL: redis.url, L1_MAX_ENTRIES: '1', ...more });
    await region.untilShared(IN_USE_WITHIN_MS);
    return region;
  }

  /** Every key of ours that exists, and those that exist for a moment only. */
  function keys(): string[] {
    const found = redis.command('KEYS', 'mfapi:v1:*').split('\n');
    const leases = found
      .filter((key) => /\{(place|conditions):/.test(key))
      .map((key) => `${key}:lease`);
    const credential = region?.world.simulator.settings.key;
    const cooldowns = ['place', 'conditions'].flatMap((operation) => {
      const call = { operation, item: WARM_PLACE, priority: 'missing', credential } as const;
      return cooldownsOf(call).shared.map((name) => `mfapi:v1:{pause:accwea}:${name}`);
    });
    return [...found, ...leases, ...new Set(cooldowns)];
  }

  it('replace them: records, places, leases, cooldowns, misses and the budget', async () => {
    const pods = await start({ ACCWEA_DAILY_BUDGET: '100000' });
    const logged = pods.followLogs();
    for (const [, write] of VALUES) {
      const foreign = keys();
      for (const key of foreign) {
        redis.command('DEL', key);
        write(redis, key);
      }
      await pods.expectWarmAnswers();
      await eventually(async () => {
        const before = pods.world.simulator.calls.total;
        await pods.expectWarmAnswers();
        return pods.world.simulator.calls.total === before;
      });
      await pods.untilShared(IN_USE_WITHIN_MS);
      expect(foreign.length).toBeGreaterThan(8);
    }
    const types = redis
      .command('KEYS', 'mfapi:v1:*')
      .split('\n')
      .map((key) => `${key.replace(/^mfapi:v1:\{(\w+).*/, '$1')} ${redis.command('TYPE', key)}`);
    expect(types).toEqual(
      expect.arrayContaining(['budget hash', 'misses string', 'place string', 'conditions string']),
    );
    expect(logged(REFUSED)).toEqual([[], []]);
  });

  it('never exceed the budget, whatever its key holds', async () => {
    const limit = 200;
    const pods = await start({ ACCWEA_DAILY_BUDGET: String(limit), BUDGET_MAX_PODS: '2' });
    const logged = pods.followLogs();
    const statuses = new Set<number>();
    for (let index = 1_000; index < 1_400; index += 1) {
      if (index % 15 === 0) {
        const [, write] = BUDGET_VALUES[(index / 15) % BUDGET_VALUES.length] ?? [];
        if (redis.command('TYPE', BUDGET_KEY) !== 'hash' || index % 2 === 0)
          redis.command('DEL', BUDGET_KEY);
        write?.(redis, BUDGET_KEY);
      }
      const pod = pods.world.apis[index % 2];
      if (pod) statuses.add(await pods.statusOf(`/prcpt?${villagePosition(index)}`, pod));
    }

    expect(statuses).toEqual(new Set([200, 503]));
    expect(pods.world.simulator.calls.total).toBeLessThanOrEqual(limit);
    expect(pods.world.simulator.calls.total).toBeGreaterThan(limit / 4);
    await eventually(() => logged(/Redis lost the count/).some(({ length }) => length > 0));
    expect(logged(REFUSED)).toEqual([[], []]);
  });
});
