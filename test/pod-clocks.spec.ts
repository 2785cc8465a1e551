import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { ApiProcess } from './support/api-process.js';
import { eventually } from './support/eventually.js';
import { ForgingIssuer } from './support/issuer/forging-issuer.js';
import { villagePosition } from './support/positions.js';
import { MovedClock } from './support/preloads/moved-clock.js';
import { RedisAtTimeOf } from './support/redis-at-time-of.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { Scrape } from './support/scrape.js';
import { World } from './support/world.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const LIMIT = 40;

async function secondsAhead({ metricsUrl }: ApiProcess): Promise<number> {
  const metrics = Scrape.of(await (await fetch(metricsUrl)).text());
  return metrics.sum('mfapi_clock_ahead_of_redis_seconds');
}

/** One pod's clock is wrong. The tokens are valid for all of them. */
describeWithRedis('a pod whose clock differs from that of Redis', () => {
  let redis: RedisServer;
  let issuer: ForgingIssuer;
  let token: string;
  let clock: MovedClock;
  let world: World;
  let right: ApiProcess;
  let wrong: ApiProcess;
  let villages = 0;

  beforeEach(async () => {
    [redis, issuer] = await Promise.all([RedisServer.start(), ForgingIssuer.start()]);
    await issuer.addKey({ alg: 'ES256' });
    const nowSeconds = Math.floor(Date.now() / 1_000);
    const claims = { nbf: 0, iat: nowSeconds - 90 * 86_400, exp: nowSeconds + 90 * 86_400 };
    token = await issuer.token({ claims });
    clock = new MovedClock(Date.now());
  });
  afterEach(async () => {
    await world.stop();
    await Promise.all([redis.stop(), issuer.goDown()]);
    clock.remove();
  });

  async function start(aheadMs: number, environment: Record<string, string> = {}): Promise<void> {
    world = await World.start({
      apis: 0,
      now: () => Date.now(),
      environment: { OIDC_ISSUER: issuer.issuer, REDIS_URL: redis.url, ...environment },
    });
    clock.advance(aheadMs);
    wrong = await world.startApi(clock.environment);
    right = await world.startApi();
  }

  async function statusOf(path: string, pod: ApiProcess): Promise<number> {
    const answer = await world.get(path, pod, { authorization: `Bearer ${token}` });
    await answer.arrayBuffer();
    return answer.status;
  }
  const newPlace = (endpoint = '/prcpt'): string =>
    `${endpoint}?${villagePosition((villages += 1))}`;

  /** Requests new places until the budget is spent. @returns the calls that the provider got */
  async function spendAll(pods: readonly ApiProcess[]): Promise<number> {
    for (let refusals = 0; refusals < 4;) {
      for (const pod of pods) refusals += Number((await statusOf(newPlace(), pod)) === 503);
    }
    return world.simulator.calls.total;
  }

  it.each([25 * 60 * MINUTE_MS, 10 * MINUTE_MS, -25 * 60 * MINUTE_MS])(
    'does not keep the others from calling the provider after it was killed (%d ms ahead)',
    async (aheadMs) => {
      await start(aheadMs, { ACCWEA_DAILY_BUDGET: String(LIMIT) });
      expect(await statusOf(newPlace(), wrong)).toBe(200);
      await wrong.end('SIGKILL');

      expect(await eventually(async () => (await statusOf(newPlace(), right)) === 200)).toBe(true);
    },
  );

  it.each([40 * DAY_MS, -40 * DAY_MS])(
    'does not increase what a day and a month may cost (%d ms ahead)',
    async (aheadMs) => {
      const limits = { ACCWEA_DAILY_BUDGET: String(LIMIT), ACCWEA_MONTHLY_BUDGET: '1000' };
      await start(aheadMs, { ...limits, BUDGET_MAX_PODS: '2' });

      expect(await spendAll([right, wrong])).toBeLessThanOrEqual(LIMIT);
      expect(world.simulator.calls.total).toBeGreaterThan(LIMIT / 2);
    },
  );

  it('shares records of the right age with the others', async () => {
    await start(25 * 60 * MINUTE_MS);
    for (const [first, second] of [
      [wrong, right],
      [right, wrong],
    ] as const) {
      const path = newPlace('/v1/conditions');
      expect(await statusOf(path, first)).toBe(200);
      const before = world.simulator.calls.total;
      const answer = await world.get(path, second, { authorization: `Bearer ${token}` });

      expect(await answer.json()).toMatchObject({ stale: false });
      expect(Number(answer.headers.get('age') ?? 0)).toBeLessThan(60);
      expect(world.simulator.calls.total).toBe(before);
    }
  });

  it('stores no record of the future when its clock jumps while it runs', async () => {
    await start(0);
    const path = newPlace();
    clock.advance(25 * 60 * MINUTE_MS);
    expect(await statusOf(path, wrong)).toBe(200);
    const answer = await world.get(path, right, { authorization: `Bearer ${token}` });

    expect(answer.status).toBe(200);
    expect(Number(answer.headers.get('age') ?? 0)).toBeLessThan(60);
  });

  it('keeps no record of the future in memory when its clock jumps while it runs', async () => {
    await start(0);
    const path = newPlace('/v1/conditions');
    clock.advance(25 * 60 * MINUTE_MS);
    expect(await statusOf(path, wrong)).toBe(200);
    await eventually(async () => (await secondsAhead(wrong)) > 60);
    const answer = await world.get(path, wrong, { authorization: `Bearer ${token}` });
    const { expiresAt } = (await answer.json()) as { expiresAt: string };

    expect(Date.parse(expiresAt)).toBeLessThan(Date.now() + 120 * MINUTE_MS);
  });

  it('says so once as an error, and in a metric, and serves', async () => {
    await start(10 * MINUTE_MS);
    expect(await secondsAhead(wrong)).toBeCloseTo(600, -1);
    expect(Math.abs(await secondsAhead(right))).toBeLessThan(1);
    const errors = wrong.lines.filter((line) => line['log.level'] === 'error');
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The clock is (599|600|601) s ahead of that of Redis/),
    ]);
    expect(await statusOf(newPlace(), wrong)).toBe(200);
  });
});

describeWithRedis('pods of a Redis whose clock goes back', () => {
  let redis: RedisServer;
  let redisAtItsTime: RedisAtTimeOf;
  let world: World;
  let aheadMs = 60 * MINUTE_MS;

  beforeAll(async () => {
    redis = await RedisServer.start();
    redisAtItsTime = await RedisAtTimeOf.start({ nowMs: () => Date.now() + aheadMs }, redis.port);
    world = await World.start({
      apis: 2,
      now: () => Date.now(),
      environment: { REDIS_URL: redisAtItsTime.url, ACCWEA_DAILY_BUDGET: '1000' },
    });
  });
  afterAll(async () => {
    await world.stop();
    await redisAtItsTime.stop();
    await redis.stop();
  });

  it('call the provider again within seconds', async () => {
    let villages = 0;
    const isLoaded = async (): Promise<boolean> => {
      const answer = await world.getOnce(`/prcpt?${villagePosition((villages += 1))}`);
      await answer.arrayBuffer();
      return answer.status === 200;
    };
    expect(await eventually(isLoaded)).toBe(true);
    const before = world.simulator.calls.total;
    aheadMs = 0;

    expect(await eventually(isLoaded)).toBe(true);
    for (let call = 0; call < 5; call += 1) await eventually(isLoaded);
    expect(world.simulator.calls.total).toBeGreaterThanOrEqual(before + 10);
  });
});
