import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { ApiProcess } from './support/api-process.js';
import { sendRequest, expectProblem, type RawResponse } from './support/http-client.js';
import { villagePosition } from './support/positions.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { World } from './support/world.js';

jest.setTimeout(60_000);

const CELLS = 100;
/** The default of `MISS_LIMIT_PER_HOUR`. */
const QUESTIONS_PER_HOUR = 120;
/** A search, conditions, hours, days and alerts; the rain of the next hour where it is likely. */
const CALLS_PER_PLACE = 5;

describeWithRedis('a watch on a train, in an hour, with the default limits', () => {
  let redis: RedisServer;
  let world: World;

  beforeAll(async () => {
    redis = await RedisServer.start();
    world = await World.start({
      apis: 2,
      environment: {
        REDIS_URL: redis.url,
        // Empty = the default.
        MISS_LIMIT_PER_HOUR: '',
        REFRESH_LIMIT_PER_HOUR: '',
      },
    });
  });
  afterAll(async () => {
    await world.stop();
    await redis.stop();
  });

  const podOf = (cell: number): ApiProcess => world.apis[cell % world.apis.length] ?? world.api;

  /** The glance in a cell, from the pods in turn. */
  const glanceIn = (cell: number, pod = podOf(cell)): Promise<RawResponse> =>
    sendRequest(`${pod.url}/v1/glance?${villagePosition(cell)}`, {
      headers: { authorization: `Bearer ${world.token}` },
    });

  async function ride(from: number, to: number): Promise<number[]> {
    const statuses: number[] = [];
    for (let cell = from; cell < to; cell += 1) statuses.push((await glanceIn(cell)).status);
    return statuses;
  }

  it('gets a whole glance in each of a hundred new cells', async () => {
    expect(await ride(0, CELLS)).toEqual(Array(CELLS).fill(200));
    const { total, byEndpoint } = world.simulator.calls;
    expect(total - byEndpoint.minute).toBe(CELLS * CALLS_PER_PLACE);
    expect(byEndpoint.minute).toBeLessThanOrEqual(CELLS);
  });

  it('is refused the 121st new place, without an upstream call', async () => {
    await ride(CELLS, QUESTIONS_PER_HOUR);
    const before = world.simulator.calls.total;
    const refused = await glanceIn(QUESTIONS_PER_HOUR);

    await expectProblem(refused, { status: 429, type: '/problems/too-many-requests' }, podOf(0));
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(3_000);
    expect(seconds).toBeLessThanOrEqual(3_600);
    expect(refused.headers['ratelimit']).toBe(`"misses";r=0;t=${seconds}`);
    expect(world.simulator.calls.total).toBe(before);
  });

  it('still gets the places that are known, on both pods', async () => {
    const before = world.simulator.calls.total;
    for (const pod of world.apis) {
      expect((await glanceIn(0, pod)).status).toBe(200);
      expect((await glanceIn(CELLS - 1, pod)).status).toBe(200);
    }

    expect(world.simulator.calls.total).toBe(before);
  });
});
