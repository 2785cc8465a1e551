import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { OpenMeteoSimulator } from '../apps/open-meteo-simulator/open-meteo-simulator.js';
import type { ApiProcess } from './support/api-process.js';
import { sendRequest, expectProblem, type RawResponse } from './support/http-client.js';
import { villagePosition } from './support/positions.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { World } from './support/world.js';

const IN_FULL = Boolean(process.env['TEST_FULL']);
jest.setTimeout(IN_FULL ? 240_000 : 60_000);

const CELLS = IN_FULL ? 10_000 : 1_000;
const MISSES_PER_HOUR = 60;
const TOO_MANY = { status: 429, type: '/problems/too-many-requests' };

/** A position that the walk does not reach. */
const elsewhere = (index: number): string => villagePosition(CELLS + index);

/** A pod whose first answers from Redis take more than 50 ms, while V8 compiles, counts in memory. */
async function warmUp(world: World): Promise<void> {
  for (const [pod, api] of world.apis.entries()) {
    for (const place of [1, 2]) {
      const token = await world.tokenOf(`watch-${1_000 + 10 * pod + place}`);
      await requestAs(token, api, elsewhere(5_000 + 10 * pod + place));
    }
  }
  world.simulator.resetCalls();
}

/** Requests `/prcpt` as a user. */
function requestAs(token: string, api: ApiProcess, position: string): Promise<RawResponse> {
  return sendRequest(`${api.url}/prcpt?${position}`, {
    headers: { authorization: `Bearer ${token}` },
  });
}

describeWithRedis('a user who requests many uncached locations', () => {
  const REQUESTS_PER_MINUTE = 1_000_000;
  const CONCURRENCY = 10;
  const OTHER_USERS_PLACES = 20;

  let redis: RedisServer;
  let world: World;
  let walker: string;
  let other: string;
  let third: string;

  beforeAll(async () => {
    redis = await RedisServer.start();
    world = await World.start({
      apis: 2,
      environment: {
        REDIS_URL: redis.url,
        MISS_LIMIT_PER_HOUR: String(MISSES_PER_HOUR),
        RATE_LIMIT_PER_MINUTE: String(REQUESTS_PER_MINUTE),
      },
    });
    walker = world.token;
    [other, third] = await Promise.all([world.tokenOf('watch-2'), world.tokenOf('watch-3')]);
    await warmUp(world);
  });
  afterAll(async () => {
    await world.stop();
    await redis.stop();
  });

  const podOf = (index: number): ApiProcess => world.apis[index % world.apis.length] ?? world.api;

  /** The answer for each cell, from the pods in turn. */
  async function walk(): Promise<RawResponse[]> {
    const answers: RawResponse[] = [];
    let next = 0;
    const step = async (): Promise<void> => {
      while (next < CELLS) {
        const cell = next++;
        answers[cell] = await requestAs(walker, podOf(cell), villagePosition(cell));
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, step));
    return answers;
  }

  /** The answers that another user gets in the meantime. */
  async function requestAsOtherUser(): Promise<RawResponse[]> {
    const answers: RawResponse[] = [];
    for (let i = 0; i < OTHER_USERS_PLACES; i += 1) {
      answers.push(await requestAs(other, world.api, elsewhere(i)));
    }
    return answers;
  }

  it('is stopped by the miss limit without any effect on other users', async () => {
    const [walked, others] = await Promise.all([walk(), requestAsOtherUser()]);
    const answered = [...walked.keys()].filter((cell) => walked[cell]?.status === 200);

    expect(new Set(walked.map(({ status }) => status))).toEqual(new Set([200, 429]));
    expect(answered).toHaveLength(MISSES_PER_HOUR);
    expect(Math.max(...answered)).toBeLessThan(MISSES_PER_HOUR + CONCURRENCY);
    // A search and the conditions for each.
    expect(world.simulator.calls.total).toBe(2 * (MISSES_PER_HOUR + OTHER_USERS_PLACES));
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));
    expect(others.map(({ headers }) => headers['ratelimit'])).toEqual(
      others.map((_, sent) =>
        expect.stringMatching(`^"requests";r=${REQUESTS_PER_MINUTE - sent - 1};t=\\d+$`),
      ),
    );
    for (const cell of answered) {
      const again = await requestAs(walker, podOf(cell), villagePosition(cell));
      expect(again.headers['cache-status']).toMatch(/^mfapi; hit/);
    }
  });

  it('gets 429 with Retry-After and RateLimit headers', async () => {
    const refused = await requestAs(walker, world.api, elsewhere(500));

    await expectProblem(refused, TOO_MANY, world.api);
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(3_000);
    expect(seconds).toBeLessThanOrEqual(3_600);
    expect(refused.headers['ratelimit']).toBe(`"misses";r=0;t=${seconds}`);
    expect(refused.headers['ratelimit-policy']).toBe(
      `"requests";q=${REQUESTS_PER_MINUTE};w=60, "misses";q=${MISSES_PER_HOUR};w=3600`,
    );
  });

  it('is served cached locations of other users on any pod', async () => {
    for (const pod of world.apis) {
      expect((await requestAs(walker, pod, elsewhere(0))).status).toBe(200);
    }
  });

  it('does not make concurrent requests of other users for the same cell fail', async () => {
    world.simulator.latencyMs = 50;
    const before = world.simulator.calls.total;
    const cells = Array.from({ length: 20 }, (_, at) => elsewhere(1_000 + at));
    const answers = await Promise.all(
      cells.map(async (cell, at) => {
        const refused = world.apis.map((pod) => requestAs(walker, pod, cell));
        const good = await requestAs(third, podOf(at), cell);
        await Promise.all(refused);
        return good.status;
      }),
    );

    expect(answers).toEqual(cells.map(() => 200));
    expect(world.simulator.calls.total - before).toBe(2 * cells.length);
  });
});

describe('a user who exceeds the request rate limit', () => {
  const QUOTA = 5;
  const POLICIES = `"requests";q=${QUOTA};w=60, "misses";q=1000000;w=3600`;
  let world: World;

  beforeAll(async () => {
    world = await World.start({ apis: 2, environment: { RATE_LIMIT_PER_MINUTE: String(QUOTA) } });
  });
  afterAll(() => world.stop());

  it('sees the remaining requests, then 429; other users and other pods are not affected', async () => {
    const [pod, otherPod] = world.apis as [ApiProcess, ApiProcess];
    const here = villagePosition(0);
    for (let left = QUOTA - 1; left >= 0; left -= 1) {
      const { status, headers } = await requestAs(world.token, pod, here);
      expect(status).toBe(200);
      expect(headers['ratelimit']).toMatch(new RegExp(`^"requests";r=${left};t=\\d+$`));
      expect(headers['ratelimit-policy']).toBe(POLICIES);
    }
    const refused = await requestAs(world.token, pod, here);

    await expectProblem(refused, TOO_MANY, pod);
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused.headers['ratelimit']).toBe(`"requests";r=0;t=${seconds}`);
    expect(refused.headers['ratelimit-policy']).toBe(POLICIES);
    expect((await requestAs(await world.tokenOf('watch-2'), pod, here)).status).toBe(200);
    expect((await requestAs(world.token, otherPod, here)).status).toBe(200);
  });
});

describe('a response to a user', () => {
  const POLICIES = '"requests";q=1000000;w=60, "misses";q=7;w=3600';
  let world: World;

  beforeAll(async () => {
    world = await World.start({ environment: { MISS_LIMIT_PER_HOUR: '7' } });
  });
  afterAll(() => world.stop());

  it.each([
    [200, '/prcpt', villagePosition(0), {}],
    [200, '/v1/glance', villagePosition(0), {}],
    [304, '/v1/conditions', villagePosition(0), { 'if-none-match': '*' }],
    [400, '/v1/alerts', 'lt=91&lg=0', {}],
    [404, '/uvidx', 'lt=0&lg=-30', {}],
  ])('with status %d states both limits: %s', async (status, path, position, headers) => {
    const answer = await world.get(`${path}?${position}`, world.api, headers);
    await answer.text();

    expect(answer.status).toBe(status);
    expect(answer.headers.get('ratelimit-policy')).toBe(POLICIES);
    expect(answer.headers.get('ratelimit')).toMatch(/^"requests";r=\d+;t=\d+$/);
  });
});

describeWithRedis('a user without allowance where a fallback needs no search', () => {
  const MISSES = 3;
  let redis: RedisServer;
  let openMeteo: OpenMeteoSimulator;
  let world: World;

  beforeAll(async () => {
    redis = await RedisServer.start();
    openMeteo = new OpenMeteoSimulator({ now: () => Date.now() });
    const { url } = await openMeteo.start();
    world = await World.start({
      environment: {
        REDIS_URL: redis.url,
        MISS_LIMIT_PER_HOUR: String(MISSES),
        FALLBACK_PROVIDER: 'open-meteo',
        OPEN_METEO_URL: url,
      },
    });
    await warmUp(world);
  });
  afterAll(async () => {
    await Promise.all([world.stop(), openMeteo.stop()]);
    await redis.stop();
  });

  it('stores nothing', async () => {
    for (let index = 0; index < MISSES; index += 1) {
      expect((await requestAs(world.token, world.api, elsewhere(index))).status).toBe(200);
    }
    const before = redis.command('DBSIZE');
    for (let index = MISSES; index < MISSES + 10; index += 1) {
      expect((await requestAs(world.token, world.api, elsewhere(index))).status).toBe(429);
    }

    expect(redis.command('DBSIZE')).toBe(before);
    expect(world.simulator.calls.total).toBe(2 * MISSES);
  });
});
