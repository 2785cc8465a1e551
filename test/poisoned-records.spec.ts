import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { createClient } from '@redis/client';
import { MovedClock } from './support/preloads/moved-clock.js';
import { villagePosition } from './support/positions.js';
import { RedisAtTimeOf } from './support/redis-at-time-of.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { World } from './support/world.js';

/** The simulated time; the hour ends long after the test. */
const ONE_PAST_MS = Date.UTC(2026, 6, 9, 13, 1);
const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
const TTL_MS = 3_600_000;
/** Records that are poisoned at the same time; one would stay in memory. */
const AT_ONCE = 10;
/** Of a pod that misses replies of Redis, as beside other suites. */
const MAX_PASSES = 4;
const LARGEST = '9'.repeat(15);
/** Longer than what any record says before jitter. */
const LONGEST_MAX_AGE_SECONDS = 2 * 6 * 3_600;

/** The path that shows the records of each cache. */
const PATHS = {
  place: '/v1/conditions',
  conditions: '/uvidx',
  hourly: '/v1/forecast/hourly',
  daily: '/v1/forecast/daily',
  alerts: '/v1/alerts',
} as const;
const CACHES = Object.keys(PATHS) as (keyof typeof PATHS)[];

const POISONS: readonly unknown[] = ['x'.repeat(50_000), '\ud800', 8.64e15, { a: [1] }, -1e9];
/** Possible where a text is. */
const TEXT_POISON = '9';

type Instants = readonly [loaded: string, fresh: string, stale: string, dead: string];

/** Instants that no pod of ours writes, from those of a record. */
const IMPOSSIBLE: readonly (readonly [what: string, (...instants: Instants) => Instants])[] = [
  ['fresh for ever', (loaded) => [loaded, LARGEST, LARGEST, LARGEST]],
  ['loaded in the far future', () => [LARGEST, LARGEST, LARGEST, LARGEST]],
  ['loaded tomorrow', (...all) => all.map((at) => String(Number(at) + DAY_MS)) as never],
  [
    'fresh longer than any',
    (loaded, ...later) => [loaded, ...later.map((at) => String(Number(at) + YEAR_MS))] as never,
  ],
  ['loaded after it is stale', (_a, b, c, d) => [String(Number(b) + 1), b, c, d]],
  ['dead before it is stale', (a, b, c) => [a, b, c, a]],
  ['served for ever if the source fails', (a, b, c) => [a, b, c, LARGEST]],
  ['loaded in 1970', (_a, b, c, d) => ['0', b, c, d]],
];

describeWithRedis('poisoned records in Redis', () => {
  let clock: MovedClock;
  let redis: RedisServer;
  let redisAtItsTime: RedisAtTimeOf;
  let client: ReturnType<typeof createClient>;
  let world: World;
  let positionsUsed = 0;

  beforeAll(async () => {
    clock = new MovedClock(ONE_PAST_MS);
    redis = await RedisServer.start();
    redisAtItsTime = await RedisAtTimeOf.start(clock, redis.port);
    // The pods' Redis answers through this process, which therefore never waits for a command.
    client = createClient({ url: redis.url });
    await client.connect();
    // Nearly nothing is kept in memory, so that each request reads Redis.
    const environment = {
      ...clock.environment,
      REDIS_URL: redisAtItsTime.url,
      L1_MAX_ENTRIES: '1',
    };
    world = await World.start({ environment, now: () => ONE_PAST_MS });
    world.simulator.settings.alerts = 'always';
  });
  beforeEach(() => client.flushAll());
  afterAll(async () => {
    await world.stop();
    client.destroy();
    await redisAtItsTime.stop();
    await redis.stop();
    clock.remove();
  });

  const keysOf = (cache: string): Promise<string[]> => client.keys(`mfapi:v1:{${cache}:*}`);

  /** Replaces each record of the cache; returns what is written. */
  async function poisonAll(
    cache: string,
    poisoned: (record: string, index: number) => string,
  ): Promise<Map<string, string>> {
    const keys = await keysOf(cache);
    const records = await client.mGet(keys);
    const written = new Map(keys.map((key, index) => [key, poisoned(records[index] ?? '', index)]));
    const expiration = { type: 'PX', value: TTL_MS } as const;
    await Promise.all([...written].map((entry) => client.set(...entry, { expiration })));
    return written;
  }

  /** Requests weather at new positions until so many records are in Redis, which may miss a reply. */
  async function positionsWithRecords(cache: keyof typeof PATHS, count: number): Promise<string[]> {
    const positions: string[] = [];
    while ((await keysOf(cache)).length < count) {
      const position = villagePosition((positionsUsed += 1));
      const answer = await world.get(`${PATHS[cache]}?${position}`);
      expect(answer.status).toBe(200);
      await answer.arrayBuffer();
      positions.push(position);
      expect(positions.length).toBeLessThan(5 * count + 20);
    }
    return positions;
  }

  /** What a request at each position shows, if it is anything but a possible answer. */
  async function flawsAt(positions: readonly string[], path: string): Promise<string[]> {
    const flaws: string[] = [];
    for (const position of positions) {
      const answer = await world.get(`${path}?${position}`);
      const body = await answer.text();
      const maxAge = /max-age=([^,]+)/.exec(answer.headers.get('cache-control') ?? '')?.[1];
      if (answer.status !== 200) flaws.push(`${answer.status}: ${body.slice(0, 200)}`);
      if (!(Number(maxAge) > 0 && Number(maxAge) <= LONGEST_MAX_AGE_SECONDS)) {
        flaws.push(`max-age=${maxAge}`);
      }
      if (body.length > 15_000) flaws.push(`a body of ${body.length} characters`);
      if (path === '/uvidx' && !/^\{"uvidx":(?:\d|1\d|null)\}$/.test(body)) flaws.push(body);
    }
    return flaws;
  }

  /** No request sees a poisoned record; each is soon replaced, unless Redis misses replies. */
  async function expectReplaced(
    written: ReadonlyMap<string, string>,
    positions: readonly string[],
    path: string,
  ): Promise<void> {
    const keys = [...written.keys()];
    for (let pass = 0; pass < MAX_PASSES; pass += 1) {
      expect(await flawsAt(positions, path)).toEqual([]);
      const records = await client.mGet(keys);
      if (keys.every((key, index) => records[index] !== written.get(key))) return;
    }
    throw new Error('a poisoned record is still in Redis');
  }

  it.each(CACHES)('are absent, then replaced: each field of a record of %s', async (cache) => {
    const positions = await positionsWithRecords(cache, AT_ONCE);
    const [sampleKey = ''] = await keysOf(cache);
    const poisons = [...poisonedTexts(textOf((await client.get(sampleKey)) ?? ''))];

    for (let done = 0; done < poisons.length; done += AT_ONCE) {
      const written = await poisonAll(cache, (record, index) => {
        const [, instants = ''] = /^((?:\d+\|){4})/.exec(record) ?? [];
        return instants + (poisons[done + index] ?? '');
      });
      await expectReplaced(written, positions, PATHS[cache]);
    }
  });

  it.each(CACHES)('are absent, then replaced: impossible instants of %s', async (cache) => {
    const positions = await positionsWithRecords(cache, IMPOSSIBLE.length);

    const written = await poisonAll(cache, (record, index) => {
      const [, impossible] = IMPOSSIBLE[index % IMPOSSIBLE.length]!;
      const [a = '', b = '', c = '', d = ''] = record.split('|');
      return [...impossible(a, b, c, d), textOf(record)].join('|');
    });
    expect(written.size).toBeGreaterThan(0);
    await expectReplaced(written, positions, PATHS[cache]);
  });

  it('a lease without an end is taken over', async () => {
    const positions = await positionsWithRecords('conditions', 1);
    const [key = ''] = await keysOf('conditions');
    const others = await positionsWithRecords('conditions', 2);
    await client.del(key);
    await client.set(`${key}:lease`, 'of no holder');

    expect(await flawsAt([...positions, ...others, ...positions], '/uvidx')).toEqual([]);
    expect(await client.exists(key)).toBe(1);
  });
});

const textOf = (record: string): string => record.replace(/^(?:\d+\|){4}/, '');

/** The text with each poison in each field of the record, or of the first one in its list. */
function* poisonedTexts(text: string): Generator<string> {
  const stored = JSON.parse(text) as Record<string, unknown>;
  for (const poisoned of poisonedRecords(stored)) yield JSON.stringify(poisoned);
  for (const [field, value] of Object.entries(stored)) {
    if (!Array.isArray(value)) continue;
    const [head, ...tail] = value as Record<string, unknown>[];
    for (const item of poisonedRecords(head ?? {})) {
      yield JSON.stringify({ ...stored, [field]: [item, ...tail] });
    }
  }
}

function* poisonedRecords(record: Record<string, unknown>): Generator<Record<string, unknown>> {
  for (const [field, value] of Object.entries(record)) {
    for (const poison of POISONS) yield { ...record, [field]: poison };
    if (typeof value !== 'string') yield { ...record, [field]: TEXT_POISON };
  }
}
