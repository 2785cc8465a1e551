import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Fault } from '../apps/accwea-simulator/faults/fault.js';
import type { ApiProcess } from './support/api-process.js';
import { villagePosition } from './support/positions.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { World } from './support/world.js';

const BAD = 'lt=48.8705&lg=2.3049';
const ELSEWHERE = Array.from({ length: 13 }, (_, index) => villagePosition(index * 40));
const DATASETS = [
  '/v1/conditions',
  '/v1/forecast/hourly',
  '/v1/forecast/daily?days=10',
  '/v1/alerts',
] as const;

let world: World;

afterEach(() => world.stop());

async function get(path: string, pod: ApiProcess): Promise<{ status: number; body: unknown }> {
  const answer = await world.getOnce(path, pod);
  return { status: answer.status, body: await answer.json() };
}

const at = (path: string, position: string): string =>
  `${path}${path.includes('?') ? '&' : '?'}${position}`;

/** The statuses of 13 cold places for a dataset, asked of the pods in turn. */
async function statusesElsewhere(path: string): Promise<number[]> {
  const statuses: number[] = [];
  for (const [index, position] of ELSEWHERE.entries()) {
    const pod = world.apis[index % world.apis.length]!;
    statuses.push((await get(at(path, position), pod)).status);
  }
  return statuses;
}

const all200 = ELSEWHERE.map(() => 200);

/** The key of the place at the bad position. */
async function badKey(): Promise<string> {
  await get(at('/prcpt', BAD), world.api);
  const targets = Object.keys(world.simulator.calls.byTarget);
  return targets.find((target) => target.startsWith('currentconditions '))!.split(' ')[1]!;
}

function messages(level: string): string[] {
  const lines = world.apis.flatMap((api) => api.lines);
  return lines.filter((line) => line['log.level'] === level).map(({ message }) => String(message));
}

/** Without a shared store each pod finds out for itself. */
function maxProbes(): number {
  return world.apis.length;
}

/** What holds with and without a shared store. */
function describeRefusals(start: () => Promise<World>): void {
  beforeEach(async () => {
    world = await start();
  });

  it.each<[string, Fault, string]>([
    ['401 (legacy)', { kind: '401-legacy', endpoint: 'daily', span: 10 }, 'daily/10day'],
    ['401', { kind: '401-new', endpoint: 'daily', span: 10 }, 'daily/10day'],
    ['403', { kind: '403-enterprise', endpoint: 'daily', span: 10 }, 'daily/10day'],
    ['403, plan', { kind: '403-plan', endpoint: 'hourly', span: 24 }, 'hourly/24hour'],
  ])(
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

  it.each<[string, Fault]>([
    ['401', { kind: '401-legacy', endpoint: 'alerts' }],
    ['403', { kind: '403-plan', endpoint: 'alerts' }],
    ['401', { kind: '401-new', endpoint: 'hourly' }],
  ])('a whole dataset refused with %s affects no other dataset', async (_, fault) => {
    world.simulator.fault = fault;
    for (const path of DATASETS) await get(at(path, BAD), world.api);

    const others = DATASETS.filter((path) => !path.includes(String(fault.endpoint)));
    for (const path of others) expect(await statusesElsewhere(path)).toEqual(all200);
    expect(messages('error')).toEqual([]);
  });

  it.each<[string, Omit<Fault, 'target'>]>([
    ['empty', { kind: 'empty-array', endpoint: 'currentconditions' }],
    ['malformed', { kind: 'cut-json', endpoint: 'currentconditions' }],
    ['refused with 401', { kind: '401-legacy', endpoint: 'currentconditions' }],
    ['refused with 403', { kind: '403-plan', endpoint: 'currentconditions' }],
    ['rejected with 400', { kind: '400', endpoint: 'currentconditions' }],
    ['failing with 500', { kind: '500', endpoint: 'currentconditions' }],
    ['told to wait', { kind: '500', endpoint: 'currentconditions', retryAfterSeconds: 600 }],
  ])('one place that is %s is left alone, and nothing changes elsewhere', async (_, fault) => {
    const target = await badKey();
    world.simulator.fault = { ...fault, target };
    world.simulator.resetCalls();
    const asked: Promise<unknown>[] = [];
    for (let round = 0; round < 16; round += 1) {
      for (const pod of world.apis) asked.push(get(at('/v1/conditions', BAD), pod));
      await pass(125);
    }
    await Promise.all(asked);
    expect(await statusesElsewhere('/v1/conditions')).toEqual(all200);

    const calls = world.simulator.calls.byTarget[`currentconditions ${target}`] ?? 0;
    // 5xx is retried, and refused only after several failures in a row.
    expect(calls).toBeLessThanOrEqual(fault.kind === '500' ? 12 : maxProbes());
    expect(messages('error')).toEqual([]);
    expect(messages('warn').join('\n')).not.toContain('circuit breaker');
  });

  it('a dataset that is refused from the start of a pod affects no other one', async () => {
    for (const position of ELSEWHERE.slice(0, 3))
      await get(at('/v1/conditions', position), world.api);
    world.simulator.fault = { kind: '401-legacy', endpoint: 'daily' };
    const pod = await world.startApi();
    for (const position of ELSEWHERE.slice(0, 3)) {
      expect((await get(at('/v1/forecast/daily', position), pod)).status).toBe(503);
    }

    expect(await statusesElsewhere('/v1/forecast/hourly')).toEqual(all200);
    expect(messages('error')).toEqual([]);
  });

  it('a span refused for one place is not replaced for others', async () => {
    const target = await badKey();
    for (const pod of world.apis) await get(at(DATASETS[2], ELSEWHERE[0]!), pod);
    await get(at(DATASETS[2], ELSEWHERE[1]!), world.api);
    world.simulator.fault = { kind: '403-plan', endpoint: 'daily', span: 10, target };
    expect((await get(at(DATASETS[2], BAD), world.api)).status).toBe(200);
    world.simulator.resetCalls();
    await get(at(DATASETS[2], ELSEWHERE[2]!), world.api);

    expect(world.simulator.calls.bySpan).toEqual({ 'daily 10': 1 });
  });

  it('one slow place is left alone, and nothing changes elsewhere', async () => {
    const target = await badKey();
    world.simulator.fault = { kind: 'hang', endpoint: 'currentconditions', target };
    const asked: Promise<unknown>[] = [];
    for (let second = 0; second < 3; second += 1) {
      asked.push(...world.apis.map((pod) => get(at('/v1/conditions', BAD), pod)));
      await pass(1_000);
    }
    expect(await statusesElsewhere('/v1/conditions')).toEqual(all200);
    await Promise.all(asked);

    expect(messages('warn').join('\n')).not.toContain('circuit breaker');
  });

  it.each(['cut-json', 'empty-array', 'hang'] as const)(
    'a span that answers %s is replaced by the next shorter one in the same request',
    async (kind) => {
      world.simulator.fault = { kind, endpoint: 'daily', span: 10 };

      expect((await get(at(DATASETS[2], BAD), world.api)).status).toBe(200);
      expect(await statusesElsewhere('/prcpt')).toEqual(all200);
    },
  );

  it.each([0, 1, 249])('a 200 with RateLimit-Remaining: %d pauses nothing', async (remaining) => {
    world.simulator.settings.rateLimitRemaining = remaining;
    for (const path of DATASETS) expect(await statusesElsewhere(path)).toEqual(all200);

    expect(messages('warn').join('\n')).not.toContain('cooldown');
  });

  it.each(['429', '503-quota'] as const)('%s stops all calls for a while', async (kind) => {
    await get(at('/prcpt', BAD), world.api);
    world.simulator.fault = { kind, times: 1 };
    expect((await get(at('/v1/forecast/hourly', BAD), world.api)).status).toBe(503);
    world.simulator.resetCalls();

    expect((await get(at('/v1/forecast/daily', BAD), world.api)).status).toBe(503);
    expect((await get(at('/prcpt', ELSEWHERE[0]!), world.api)).status).toBe(503);
    expect(world.simulator.calls.total).toBe(0);
  });
}

const SHORT_WINDOWS = { WINDOWS: 'conditions=1/0/3600', LOG_LEVEL: 'trace' };

describe('what the provider refuses, without Redis', () => {
  describeRefusals(() => World.start({ apis: 1, environment: SHORT_WINDOWS }));
});

describeWithRedis('what the provider refuses, with two pods (needs redis-server)', () => {
  let redis: RedisServer;

  beforeAll(async () => {
    redis = await RedisServer.start();
  });
  afterAll(() => redis.stop());

  describeRefusals(() => {
    redis.command('FLUSHALL');
    return World.start({ apis: 2, environment: { REDIS_URL: redis.url, ...SHORT_WINDOWS } });
  });
});

const pass = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
