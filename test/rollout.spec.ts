import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { redisKeyPrefix } from '../src/shared-state/redis-keys.js';
import type { ApiProcess } from './support/api-process.js';
import { villagePosition } from './support/positions.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { World } from './support/world.js';

const NEXT_RELEASE = new URL('support/preloads/next-record-version-preload.mjs', import.meta.url);
const BUDGET = 40;
/** What Redis issues; with so many pods none has a share of the rest (ADR 9). */
const ISSUABLE = 0.9 * BUDGET;
const TOO_MANY_PODS = 1_000;

describeWithRedis('a rollout that raises the version of records', () => {
  let redis: RedisServer;
  let world: World;
  let oldPod: ApiProcess;
  let newPod: ApiProcess;

  beforeEach(async () => {
    redis = await RedisServer.start();
    world = await World.start({
      environment: {
        REDIS_URL: redis.url,
        ACCWEA_DAILY_BUDGET: String(BUDGET),
        BUDGET_MAX_PODS: String(TOO_MANY_PODS),
      },
    });
    oldPod = world.api;
    newPod = await world.startApi(
      { NODE_OPTIONS: `--import=${NEXT_RELEASE.href}` },
      { modules: true },
    );
  });
  afterEach(async () => {
    await (world as World | undefined)?.stop();
    await redis.stop();
  });

  const seen = (): number => world.simulator.calls.total;

  async function ask(pod: ApiProcess, village: number): Promise<number> {
    const answer = await world.get(`/v1/conditions?${villagePosition(village)}`, pod);
    await answer.arrayBuffer();
    return answer.status;
  }

  it('lets old and new pods share one budget, and no records', async () => {
    expect(await ask(oldPod, 0)).toBe(200);
    const callsOfOld = seen();
    expect(await ask(newPod, 0)).toBe(200);
    expect(seen()).toBe(2 * callsOfOld);

    const statuses = new Set<number>();
    for (let village = 1; village <= BUDGET; village += 1) {
      for (const pod of [oldPod, newPod]) statuses.add(await ask(pod, village));
    }

    expect(statuses).toEqual(new Set([200, 503]));
    expect(seen()).toBe(ISSUABLE);
    expect(redis.command('KEYS', '*{budget}')).toBe(`${redisKeyPrefix('budget')}{budget}`);
  });
});
