import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Fault } from '../../apps/accwea-simulator/faults/fault.js';
import { describeWithRedis, RedisServer } from '../support/redis-server.js';
import { ALL_200, at, DATASETS, RefusalsRegion } from './refusals-region.js';

const BAD_PLACES: readonly [string, Omit<Fault, 'target'>][] = [
  ['empty', { kind: 'empty-array', endpoint: 'currentconditions' }],
  ['malformed', { kind: 'cut-json', endpoint: 'currentconditions' }],
  ['refused with 401', { kind: '401-legacy', endpoint: 'currentconditions' }],
  ['refused with 403', { kind: '403-plan', endpoint: 'currentconditions' }],
  ['rejected with 400', { kind: '400', endpoint: 'currentconditions' }],
  ['failing with 500', { kind: '500', endpoint: 'currentconditions' }],
  ['told to wait', { kind: '500', endpoint: 'currentconditions', retryAfterSeconds: 600 }],
];

let region: RefusalsRegion;

/** What holds in one region for many places, one after the other. */
function describeBadPlaces(start: () => Promise<RefusalsRegion>): void {
  beforeAll(async () => {
    region = await start();
  });
  afterAll(() => region.stop());

  it.each(BAD_PLACES)(
    'one place that is %s is left alone, and nothing changes elsewhere',
    async (_, fault) => {
      const { position, key } = await region.placeWith(fault);
      const asked: Promise<unknown>[] = [];
      for (let round = 0; round < 16; round += 1) {
        for (const pod of region.world.apis)
          asked.push(region.statusOf(at('/v1/conditions', position), pod));
        await pass(125);
      }
      await Promise.all(asked);
      expect(await region.statusesElsewhere('/v1/conditions')).toEqual(ALL_200);

      const calls = region.world.simulator.calls.byTarget[`currentconditions ${key}`] ?? 0;
      // 5xx is retried, and refused only after several failures in a row.
      expect(calls).toBeLessThanOrEqual((fault.kind === '500' ? 12 : 1) * region.maxProbes);
      expect(region.messages('error')).toEqual([]);
      expect(region.messages('warn').join('\n')).not.toContain('circuit breaker');
    },
  );

  it('one slow place is left alone, and nothing changes elsewhere', async () => {
    const { position } = await region.placeWith({ kind: 'hang', endpoint: 'currentconditions' });
    const asked: Promise<unknown>[] = [];
    for (let second = 0; second < 3; second += 1) {
      asked.push(
        ...region.world.apis.map((pod) => region.statusOf(at('/v1/conditions', position), pod)),
      );
      await pass(1_000);
    }
    expect(await region.statusesElsewhere('/v1/conditions')).toEqual(ALL_200);
    await Promise.all(asked);

    expect(region.messages('warn').join('\n')).not.toContain('circuit breaker');
  });

  it.each([0, 1, 249])('a 200 with RateLimit-Remaining: %d pauses nothing', async (remaining) => {
    region.world.simulator.fault = undefined;
    region.world.simulator.settings.rateLimitRemaining = remaining;
    for (const path of DATASETS) expect(await region.statusesElsewhere(path)).toEqual(ALL_200);

    expect(region.messages('warn').join('\n')).not.toContain('quota');
  });
}

describe('what the provider refuses at single places, with two pods without Redis', () =>
  describeBadPlaces(() => RefusalsRegion.start()));

describeWithRedis('what the provider refuses at single places, with two pods', () => {
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await RedisServer.start();
  });
  afterAll(() => redis.stop());

  describeBadPlaces(() => {
    redis.command('FLUSHALL');
    return RefusalsRegion.start(redis.url);
  });
});

const pass = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
