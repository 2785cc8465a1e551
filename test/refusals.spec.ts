import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Fault } from '../apps/accwea-simulator/faults/fault.js';
import type { ApiProcess } from './support/api-process.js';
import { villagePosition } from './support/positions.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { World } from './support/world.js';

const BAD = 'lt=48.8705&lg=2.3049';
const COLD_PLACES = 13;
const DATASETS = [
  '/v1/conditions',
  '/v1/forecast/hourly',
  '/v1/forecast/daily?days=10',
  '/v1/alerts',
] as const;

/** How the provider refuses, and the endpoint that the log names. */
const REFUSED_SPANS: readonly [string, Fault, string][] = [
  ['401 (legacy)', { kind: '401-legacy', endpoint: 'daily', span: 10 }, 'daily/10day'],
  ['401', { kind: '401-new', endpoint: 'daily', span: 10 }, 'daily/10day'],
  ['403', { kind: '403-enterprise', endpoint: 'daily', span: 10 }, 'daily/10day'],
  ['403, plan', { kind: '403-plan', endpoint: 'hourly', span: 24 }, 'hourly/24hour'],
];

const BAD_DATASETS: readonly [string, Fault][] = [
  ['refused with 401', { kind: '401-legacy', endpoint: 'alerts' }],
  ['refused with 403', { kind: '403-plan', endpoint: 'alerts' }],
  ['a forecast refused with 401', { kind: '401-new', endpoint: 'hourly' }],
  ['malformed', { kind: 'cut-json', endpoint: 'hourly' }],
  ['empty', { kind: 'empty-array', endpoint: 'daily' }],
  ['slow', { kind: 'hang', endpoint: 'alerts' }],
];

const BAD_PLACES: readonly [string, Omit<Fault, 'target'>][] = [
  ['empty', { kind: 'empty-array', endpoint: 'currentconditions' }],
  ['malformed', { kind: 'cut-json', endpoint: 'currentconditions' }],
  ['refused with 401', { kind: '401-legacy', endpoint: 'currentconditions' }],
  ['refused with 403', { kind: '403-plan', endpoint: 'currentconditions' }],
  ['rejected with 400', { kind: '400', endpoint: 'currentconditions' }],
  ['failing with 500', { kind: '500', endpoint: 'currentconditions' }],
  ['told to wait', { kind: '500', endpoint: 'currentconditions', retryAfterSeconds: 600 }],
];

let world: World;
let usedVillages = 0;

/** A position whose place no test has asked for. */
const freshPosition = (): string => villagePosition(7 * (usedVillages += 1));

async function get(path: string, pod: ApiProcess): Promise<{ status: number; body: unknown }> {
  const answer = await world.getOnce(path, pod);
  return { status: answer.status, body: await answer.json() };
}

const at = (path: string, position: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}${position}`;

/** The statuses of cold places for a dataset, asked of the pods in turn. */
async function statusesElsewhere(path: string): Promise<number[]> {
  const statuses: number[] = [];
  for (let place = 0; place < COLD_PLACES; place += 1) {
    const pod = world.apis[place % world.apis.length]!;
    statuses.push((await get(at(path, freshPosition()), pod)).status);
  }
  return statuses;
}

const all200 = Array.from({ length: COLD_PLACES }, () => 200);

/** A known place whose conditions show a fault from now on. */
async function placeWith(fault: Omit<Fault, 'target'>): Promise<{ position: string; key: string }> {
  world.simulator.fault = undefined;
  world.simulator.resetCalls();
  const position = freshPosition();
  await get(at('/prcpt', position), world.api);
  const targets = Object.keys(world.simulator.calls.byTarget);
  const key = targets.find((target) => target.startsWith('currentconditions '))!.split(' ')[1]!;
  world.simulator.fault = { ...fault, target: key };
  world.simulator.resetCalls();
  return { position, key };
}

function messages(level: string): string[] {
  const lines = world.apis.flatMap((api) => api.lines);
  return lines.filter((line) => line['log.level'] === level).map(({ message }) => String(message));
}

/**
 * What holds with and without a shared store.
 * @param members how many members of each kind are tried
 */
function describeRefusals(start: () => Promise<World>, members = Infinity): void {
  beforeEach(async () => {
    world = await start();
  });
  afterEach(() => world.stop());

  it.each(REFUSED_SPANS.slice(0, members))(
    'a span refused with %s is replaced by the next shorter one, and remembered',
    async (_, fault, endpoint) => {
      world.simulator.fault = fault;
      for (const path of DATASETS) {
        expect((await get(at(path, BAD), world.api)).status).toBe(200);
      }
      for (const path of DATASETS) expect(await statusesElsewhere(path)).toEqual(all200);

      const refused = world.simulator.calls.bySpan[`${fault.endpoint} ${fault.span}`];
      expect(refused).toBeLessThanOrEqual(maxProbes());
      expect(messages('warn').join('\n')).toContain(endpoint);
      expect(messages('error')).toEqual([]);
    },
  );

  it.each(BAD_DATASETS.slice(0, members))(
    'a whole dataset that is %s affects no other dataset',
    async (_, fault) => {
      world.simulator.fault = fault;
      for (const path of DATASETS) await get(at(path, BAD), world.api);

      const others = DATASETS.filter((path) => !path.includes(String(fault.endpoint)));
      for (const path of others) expect(await statusesElsewhere(path)).toEqual(all200);
      expect(messages('error')).toEqual([]);
    },
  );

  it('a dataset that is refused from the start of a pod affects no other one', async () => {
    const known = Array.from({ length: 3 }, freshPosition);
    for (const position of known) await get(at('/v1/conditions', position), world.api);
    world.simulator.fault = { kind: '401-legacy', endpoint: 'daily' };
    const pod = await world.startApi();
    for (const position of known) {
      expect((await get(at('/v1/forecast/daily', position), pod)).status).toBe(503);
    }

    expect(await statusesElsewhere('/v1/forecast/hourly')).toEqual(all200);
    expect(messages('error')).toEqual([]);
  });

  it('a span refused for one place is not replaced for others', async () => {
    for (const pod of world.apis) await get(at(DATASETS[2], freshPosition()), pod);
    const { position } = await placeWith({ kind: '403-plan', endpoint: 'daily', span: 10 });
    expect((await get(at(DATASETS[2], position), world.api)).status).toBe(200);
    world.simulator.resetCalls();
    await get(at(DATASETS[2], freshPosition()), world.api);

    expect(world.simulator.calls.bySpan).toEqual({ 'daily 10': 1 });
  });

  it.each(['cut-json', 'empty-array', 'hang'] as const)(
    'a span that answers %s is replaced by the next shorter one in the same request',
    async (kind) => {
      world.simulator.fault = { kind, endpoint: 'daily', span: 10 };

      expect((await get(at(DATASETS[2], BAD), world.api)).status).toBe(200);
      expect(await statusesElsewhere('/prcpt')).toEqual(all200);
    },
  );

  it.each(['429', '503-quota'] as const)('%s stops all calls for a while', async (kind) => {
    await get(at('/prcpt', BAD), world.api);
    world.simulator.fault = { kind, times: 1 };
    expect((await get(at('/v1/forecast/hourly', BAD), world.api)).status).toBe(503);
    world.simulator.resetCalls();

    expect((await get(at('/v1/forecast/daily', BAD), world.api)).status).toBe(503);
    expect((await get(at('/prcpt', freshPosition()), world.api)).status).toBe(503);
    expect(world.simulator.calls.total).toBe(0);
  });
}

/** What holds in one region for many places, one after the other. */
function describeBadPlaces(start: () => Promise<World>): void {
  beforeAll(async () => {
    world = await start();
  });
  afterAll(() => world.stop());

  it.each(BAD_PLACES)(
    'one place that is %s is left alone, and nothing changes elsewhere',
    async (_, fault) => {
      const { position, key } = await placeWith(fault);
      const asked: Promise<unknown>[] = [];
      for (let round = 0; round < 16; round += 1) {
        for (const pod of world.apis) asked.push(get(at('/v1/conditions', position), pod));
        await pass(125);
      }
      await Promise.all(asked);
      expect(await statusesElsewhere('/v1/conditions')).toEqual(all200);

      const calls = world.simulator.calls.byTarget[`currentconditions ${key}`] ?? 0;
      // 5xx is retried, and refused only after several failures in a row.
      expect(calls).toBeLessThanOrEqual((fault.kind === '500' ? 12 : 1) * maxProbes());
      expect(messages('error')).toEqual([]);
      expect(messages('warn').join('\n')).not.toContain('circuit breaker');
    },
  );

  it('one slow place is left alone, and nothing changes elsewhere', async () => {
    const { position } = await placeWith({ kind: 'hang', endpoint: 'currentconditions' });
    const asked: Promise<unknown>[] = [];
    for (let second = 0; second < 3; second += 1) {
      asked.push(...world.apis.map((pod) => get(at('/v1/conditions', position), pod)));
      await pass(1_000);
    }
    expect(await statusesElsewhere('/v1/conditions')).toEqual(all200);
    await Promise.all(asked);

    expect(messages('warn').join('\n')).not.toContain('circuit breaker');
  });

  it.each([0, 1, 249])('a 200 with RateLimit-Remaining: %d pauses nothing', async (remaining) => {
    world.simulator.fault = undefined;
    world.simulator.settings.rateLimitRemaining = remaining;
    for (const path of DATASETS) expect(await statusesElsewhere(path)).toEqual(all200);

    expect(messages('warn').join('\n')).not.toContain('quota');
  });
}

/** Without a shared store each pod finds out for itself. */
function maxProbes(): number {
  return world.apis.length;
}

const SHORT_WINDOWS = { WINDOWS: 'conditions=1/0/3600', LOG_LEVEL: 'trace' };

const startAlone = (): Promise<World> => World.start({ apis: 2, environment: SHORT_WINDOWS });

describe('what the provider refuses, with two pods without Redis', () => {
  describe('and remembers', () => describeRefusals(startAlone, 1));
  describe('at single places', () => describeBadPlaces(startAlone));
});

describeWithRedis('what the provider refuses, with two pods', () => {
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await RedisServer.start();
  });
  afterAll(() => redis.stop());

  function start(): Promise<World> {
    redis.command('FLUSHALL');
    return World.start({ apis: 2, environment: { REDIS_URL: redis.url, ...SHORT_WINDOWS } });
  }

  describe('and remembers', () => describeRefusals(start));
  describe('at single places', () => describeBadPlaces(start));
});

const pass = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
