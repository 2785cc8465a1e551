import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { ApiProcess } from './support/api-process.js';
import { eventually } from './support/eventually.js';
import { pairsInTenPlaces, villagePosition } from './support/positions.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { statusesInWaves } from './support/statuses-in-waves.js';
import { World } from './support/world.js';

const POSITIONS = pairsInTenPlaces();
const PARIS = 'lt=48.8566&lg=2.3522';

describeWithRedis('load coalescing between the pods of a region', () => {
  let redis: RedisServer;
  let world: World;

  beforeAll(async () => {
    redis = await RedisServer.start();
  });
  afterAll(() => redis.stop());
  beforeEach(async () => {
    redis.command('FLUSHALL');
    world = await World.start({ apis: 4, environment: { REDIS_URL: redis.url } });
    await untilShared();
    world.simulator.resetCalls();
  });
  afterEach(() => world.stop());

  /** Sends requests to the pods in turn; returns the statuses. */
  function statusesOf(requests: number, positions: readonly string[]): Promise<Set<number>> {
    return statusesInWaves(requests, (index) => {
      const pod = world.apis[Math.floor(index / positions.length) % world.apis.length];
      return statusOf(positions[index % positions.length] ?? '', pod);
    });
  }

  async function statusOf(position: string, pod?: ApiProcess): Promise<number> {
    const answer = await world.getOnce(`/prcpt?${position}`, pod);
    await answer.arrayBuffer();
    return answer.status;
  }

  /** Waits until a new position costs one search for all pods: on a busy machine Redis is used a moment later. */
  async function untilShared(): Promise<void> {
    let positions = 0;
    await eventually(async () => {
      const before = world.simulator.calls.byEndpoint.search;
      const position = villagePosition((positions += 1));
      for (const pod of world.apis) expect(await statusOf(position, pod)).toBe(200);
      return world.simulator.calls.byEndpoint.search === before + 1;
    });
  }

  it.each([
    { requests: 400, latencyMs: 0 },
    { requests: 1_000, latencyMs: 0 },
    { requests: 400, latencyMs: 300 },
    { requests: 1_000, latencyMs: 300 },
  ])(
    'makes 20 searches and 10 conditions calls for $requests cold requests at 20 positions in 10 places ($latencyMs ms latency)',
    async ({ requests, latencyMs }) => {
      world.simulator.latencyMs = latencyMs;
      expect(await statusesOf(requests, POSITIONS)).toEqual(new Set([200]));
      expect(world.simulator.calls).toMatchObject({
        total: 30,
        byEndpoint: { search: 20, currentconditions: 10 },
      });
    },
  );

  it('makes no call for records in Redis after a rolling restart of all pods', async () => {
    await statusesOf(20, POSITIONS);
    world.simulator.resetCalls();
    const ends: Promise<number | null>[] = [];
    for (const old of world.apis.splice(0)) {
      await world.startApi();
      ends.push(old.end());
    }
    expect(new Set(await Promise.all(ends))).toEqual(new Set([0]));
    expect(await statusesOf(80, POSITIONS)).toEqual(new Set([200]));
    expect(world.simulator.calls.total).toBe(0);
  });

  it('answers all followers with one more call when the leader is killed during its call', async () => {
    await statusOf(PARIS);
    redis.command('DEL', ...redis.command('KEYS', '*conditions*').split('\n'));
    const [first, ...others] = await Promise.all([world.startApi(), world.startApi()]);
    if (!first || !others[0]) throw new Error('no pods');
    world.simulator.resetCalls();
    world.simulator.latencyMs = 1_000;
    const lost = statusOf(PARIS, first).catch(() => 'lost');
    await eventually(() => world.simulator.calls.byEndpoint.currentconditions === 1);
    const waiting = Array.from({ length: 20 }, () => statusOf(PARIS, others[0]));
    await first.end('SIGKILL');

    expect(await lost).toBe('lost');
    expect(new Set(await Promise.all(waiting))).toEqual(new Set([200]));
    expect(world.simulator.calls).toMatchObject({ total: 2, byEndpoint: { currentconditions: 2 } });
  });
});
