import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { setTimeout as delay } from 'node:timers/promises';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { World } from './support/world.js';

const PARIS = '/prcpt?lt=48.8566&lg=2.3522';
const FRESH_MS = 2_000;
const LATENCY_MS = 300;
const BURST_EVERY_MS = 10;
const BURST = 5;

describeWithRedis('a hot key', () => {
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

  /** The cache result in the `Cache-Status` header. */
  async function cacheResultOf(index: number): Promise<string> {
    const answer = await world.get(PARIS, world.apis[index % world.apis.length]);
    await answer.arrayBuffer();
    expect(answer.status).toBe(200);
    const [, result = ''] = answer.headers.get('cache-status')?.split('; ') ?? [];
    return result;
  }

  it('is loaded once per window at hundreds of requests per second, and no request waits after the first', async () => {
    await Promise.all(world.apis.map((_, index) => cacheResultOf(index)));
    world.simulator.resetCalls();
    const answers: Promise<string>[] = [];
    const untilMs = performance.now() + 3 * FRESH_MS;
    while (performance.now() < untilMs) {
      for (let index = 0; index < BURST; index += 1) answers.push(cacheResultOf(index));
      await delay(BURST_EVERY_MS);
    }
    const results = await Promise.all(answers);
    expect(results.length).toBeGreaterThan(400);
    expect(new Set(results)).toEqual(new Set(['hit']));
    expect(world.simulator.calls.total).toBeGreaterThanOrEqual(2);
    expect(world.simulator.calls.total).toBeLessThanOrEqual(3);
  });
});
