import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Fault } from '../../apps/accwea-simulator/faults/fault.js';
import { MovedClock } from '../support/preloads/moved-clock.js';
import { RedisAtTimeOf } from '../support/redis-at-time-of.js';
import { describeWithRedis, RedisServer } from '../support/redis-server.js';
import { ALL_200, at, DATASETS, RefusalsRegion } from './refusals-region.js';

/** How the provider refuses, and the endpoint that the log names. */
const REFUSED_SPANS: readonly [string, Fault, string][] = [
  ['401 (legacy)', { kind: '401-legacy', endpoint: 'daily', span: 10 }, 'daily/10day'],
  ['401', { kind: '401-new', endpoint: 'daily', span: 10 }, 'daily/10day'],
  ['403', { kind: '403-enterprise', endpoint: 'daily', span: 10 }, 'daily/10day'],
  ['403, plan', { kind: '403-plan', endpoint: 'hourly', span: 24 }, 'hourly/24hour'],
];

const REFUSED_DATASETS: readonly [string, Fault][] = [
  ['refused with 401', { kind: '401-legacy', endpoint: 'alerts' }],
  ['refused with 403', { kind: '403-plan', endpoint: 'alerts' }],
  ['a forecast refused with 401', { kind: '401-new', endpoint: 'hourly' }],
];
const FAILING_DATASETS: readonly [string, Fault][] = [
  ['malformed', { kind: 'cut-json', endpoint: 'hourly' }],
  ['empty', { kind: 'empty-array', endpoint: 'daily' }],
  ['slow', { kind: 'hang', endpoint: 'alerts' }],
];

/** How far the pods' clock starts in the past, so that the tokens do not expire. */
const DAY_MS = 86_400_000;

let region: RefusalsRegion;

async function expectNoEffectElsewhere(fault: Fault): Promise<void> {
  const position = region.freshPosition();
  region.world.simulator.fault = fault;
  for (const path of DATASETS) await region.statusOf(at(path, position));

  const others = DATASETS.filter((path) => !path.includes(String(fault.endpoint)));
  for (const path of others) expect(await region.statusesElsewhere(path)).toEqual(ALL_200);
  expect(region.messages('error')).toEqual([]);
}

/**
 * What new pods do, to which the provider never gave what it refuses.
 * @param members how many members of each kind are tried
 */
function describeNewPods(start: () => Promise<RefusalsRegion>, members = Infinity): void {
  beforeEach(async () => {
    region = await start();
  });
  afterEach(() => region.stop());

  it.each(REFUSED_SPANS.slice(0, members))(
    'a span refused with %s is replaced by the next shorter one, and remembered',
    async (_, fault, endpoint) => {
      const position = region.freshPosition();
      region.world.simulator.fault = fault;
      for (const path of DATASETS) {
        expect(await region.statusOf(at(path, position))).toBe(200);
      }
      for (const path of DATASETS) expect(await region.statusesElsewhere(path)).toEqual(ALL_200);

      const refused = region.world.simulator.calls.bySpan[`${fault.endpoint} ${fault.span}`];
      expect(refused).toBeLessThanOrEqual(region.maxProbes);
      expect(region.messages('warn').join('\n')).toContain(endpoint);
      expect(region.messages('error')).toEqual([]);
    },
  );

  it.each(REFUSED_DATASETS.slice(0, members))(
    'a whole dataset that is %s affects no other dataset',
    (_, fault) => expectNoEffectElsewhere(fault),
  );
}

/** What the same pods do, case by case, an hour apart. */
function describeSamePods(
  start: (clock: MovedClock) => Promise<RefusalsRegion>,
  members = Infinity,
): void {
  let clock: MovedClock;

  beforeAll(async () => {
    clock = new MovedClock(Date.now() - DAY_MS);
    region = await start(clock);
  });
  beforeEach(() => region.anHourLater());
  afterAll(async () => {
    await region.stop();
    clock.remove();
  });

  it.each(FAILING_DATASETS.slice(0, members))(
    'a whole dataset that is %s affects no other dataset',
    (_, fault) => expectNoEffectElsewhere(fault),
  );

  it('a dataset that is refused from the start of a pod affects no other one', async () => {
    const known = Array.from({ length: 3 }, () => region.freshPosition());
    for (const position of known) await region.statusOf(at('/v1/conditions', position));
    region.world.simulator.fault = { kind: '401-legacy', endpoint: 'daily' };
    const pod = await region.world.startApi();
    for (const position of known) {
      expect(await region.statusOf(at('/v1/forecast/daily', position), pod)).toBe(503);
    }

    expect(await region.statusesElsewhere('/v1/forecast/hourly')).toEqual(ALL_200);
    expect(region.messages('error')).toEqual([]);
  });

  it('a span refused for one place is not replaced for others', async () => {
    for (const pod of region.world.apis)
      await region.statusOf(at(DATASETS[2], region.freshPosition()), pod);
    const { position } = await region.placeWith({ kind: '403-plan', endpoint: 'daily', span: 10 });
    expect(await region.statusOf(at(DATASETS[2], position))).toBe(200);
    region.world.simulator.resetCalls();
    await region.statusOf(at(DATASETS[2], region.freshPosition()));

    expect(region.world.simulator.calls.bySpan).toEqual({ 'daily 10': 1 });
  });

  it.each(['cut-json', 'empty-array', 'hang'] as const)(
    'a span that answers %s is replaced by the next shorter one in the same request',
    async (kind) => {
      region.world.simulator.fault = { kind, endpoint: 'daily', span: 10 };

      expect(await region.statusOf(at(DATASETS[2], region.freshPosition()))).toBe(200);
      expect(await region.statusesElsewhere('/prcpt')).toEqual(ALL_200);
    },
  );

  it.each(['429', '503-quota'] as const)('%s stops all calls for a while', async (kind) => {
    const position = region.freshPosition();
    await region.statusOf(at('/prcpt', position));
    region.world.simulator.fault = { kind, times: 1 };
    expect(await region.statusOf(at('/v1/forecast/hourly', position))).toBe(503);
    region.world.simulator.resetCalls();

    expect(await region.statusOf(at('/v1/forecast/daily', position))).toBe(503);
    expect(await region.statusOf(at('/prcpt', region.freshPosition()))).toBe(503);
    expect(region.world.simulator.calls.total).toBe(0);
  });
}

describe('what the provider refuses and the pods remember, with two pods without Redis', () => {
  describe('that are new', () => describeNewPods(() => RefusalsRegion.start(), 1));
  describe('hour by hour', () =>
    describeSamePods((clock) => RefusalsRegion.start(undefined, clock), 1));
});

describeWithRedis('what the provider refuses and the pods remember, with two pods', () => {
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await RedisServer.start();
  });
  afterAll(() => redis.stop());

  describe('that are new', () =>
    describeNewPods(() => {
      redis.command('FLUSHALL');
      return RefusalsRegion.start(redis.url);
    }));

  describe('hour by hour', () => {
    let redisAtItsTime: RedisAtTimeOf;

    afterAll(() => redisAtItsTime.stop());
    describeSamePods(async (clock) => {
      redis.command('FLUSHALL');
      // Scripts of other pods, which have the server's time.
      redis.command('SCRIPT', 'FLUSH');
      redisAtItsTime = await RedisAtTimeOf.start(clock, redis.port);
      return RefusalsRegion.start(redisAtItsTime.url, clock);
    });
  });
});
