import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { World } from './support/world.js';

const PARIS = '/prcpt?lt=48.8566&lg=2.3522';
const FRESH_MS = 2_000;
const LATENCY_MS = 300;
const EVERY_MS = 10;
const AT_ONCE = 5;

describeWithRedis('a place that everybody asks for (needs redis-server)', () => {
  let redis: RedisServer;
  let world: World;

  beforeAll(async () => {
    redis = await RedisServer.start();
    world = await World.start({
      apis: 2,
      environment: { REDIS_URL: redis.url, WINDOWS: 'conditions=2/2/60' },
    });
    world.simulator.latencyMs = LATENCY_MS;
  });
  afterAll(async () => {
    await world.stop();
    await redis.stop();
  });

  /** How an answer was come by, as its `Cache-Status` tells. */
  async function askOne(index: number): Promise<string> {
    const answer = await world.get(PARIS, world.apis[index % world.apis.length]);
    await answer.arrayBuffer();
    expect(answer.status).toBe(200);
    const [, how = ''] = answer.headers.get('cache-status')?.split('; ') ?? [];
    return how;
  }

  it('is bought once per window at 500 requests a second, and after the first nobody waits', async () => {
    await Promise.all(world.apis.map((_, index) => askOne(index)));
    world.simulator.resetCalls();
    const answers: Promise<string>[] = [];
    const untilMs = performance.now() + 3 * FRESH_MS;
    while (performance.now() < untilMs) {
      for (let index = 0; index < AT_ONCE; index += 1) answers.push(askOne(index));
      await delay(EVERY_MS);
    }
    const ways = await Promise.all(answers);
    expect(ways.length).toBeGreaterThan(1_000);
    expect(new Set(ways)).toEqual(new Set(['hit']));
    expect(world.simulator.calls.total).toBeGreaterThanOrEqual(2);
    expect(world.simulator.calls.total).toBeLessThanOrEqual(3);
  });
});
