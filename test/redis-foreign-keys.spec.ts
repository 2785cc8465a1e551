import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createClient } from '@redis/client';
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

/** The command that writes a value, without its key. */
type Write = readonly [command: string, ...args: string[]];

const VALUES: readonly (readonly [what: string, write: Write])[] = [
  ['a list', ['RPUSH', 'a']],
  ['a set', ['SADD', 'a']],
  ['a hash', ['HSET', 'a', 'b']],
  ['another text', ['SET', 'hello']],
  ['an empty text', ['SET', '']],
  ['a text like a failure', ['SET', '!hello|x']],
  ['a text like a record', ['SET', `${LIKE_A_RECORD}hello`]],
];

const BUDGET_VALUES: readonly (readonly [what: string, write: Write])[] = [
  ...VALUES,
  ['no number of calls', ['HSET', 'day:issued', 'many']],
  ['a negative number of calls', ['HSET', 'day:issued', '-900']],
  ['no end of its day', ['HDEL', 'day:to']],
];

describeWithRedis('two pods whose keys in Redis hold something else', () => {
  let redis: RedisServer;
  /** This process answers the pods as the provider, so it never waits for a command. */
  let client: ReturnType<typeof createClient>;
  let region: RedisRegion | undefined;

  beforeEach(async () => {
    redis = await RedisServer.start();
    client = createClient({ url: redis.url });
    await client.connect();
  });
  afterEach(async () => {
    await region?.stop();
    region = undefined;
    client.destroy();
    await redis.stop();
  });

  /** A key of another type stays as it is. */
  const writeAt = (key: string, [command, ...args]: Write): Promise<unknown> =>
    client.sendCommand([command, key, ...args]).catch(() => undefined);

  /** Pods that keep nearly nothing in memory, so that each request reads Redis. */
  async function start(more: Readonly<Record<string, string>> = {}): Promise<RedisRegion> {
    region = await RedisRegion.start({ REDIS_URL: redis.url, L1_MAX_ENTRIES: '1', ...more });
    await region.untilShared(IN_USE_WITHIN_MS);
    return region;
  }

  /** Every key of ours that exists, and those that exist for a moment only. */
  async function keys(): Promise<string[]> {
    const found = await client.keys('mfapi:v1:*');
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
      const foreign = await keys();
      await Promise.all(foreign.flatMap((key) => [client.del(key), writeAt(key, write)]));
      await pods.expectWarmAnswers();
      await eventually(async () => {
        const before = pods.world.simulator.calls.total;
        await pods.expectWarmAnswers();
        return pods.world.simulator.calls.total === before;
      });
      await pods.untilShared(IN_USE_WITHIN_MS);
      expect(foreign.length).toBeGreaterThan(8);
    }
    const written = await client.keys('mfapi:v1:*');
    const types = written.map(
      async (key) => `${key.replace(/^mfapi:v1:\{(\w+).*/, '$1')} ${await client.type(key)}`,
    );
    expect(await Promise.all(types)).toEqual(
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
        const [, write] = BUDGET_VALUES[(index / 15) % BUDGET_VALUES.length]!;
        if ((await client.type(BUDGET_KEY)) !== 'hash' || index % 2 === 0)
          await client.del(BUDGET_KEY);
        await writeAt(BUDGET_KEY, write);
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
