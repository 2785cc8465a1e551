import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Clock } from '@app/clock/clock.js';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { BudgetEvents } from '@app/budget/budget-events.js';
import type { Budget } from '@app/budget/budget.js';
import { createBudget } from '@app/budget/create-budget.js';
import type {
  BudgetReply,
  BudgetRequest,
  BudgetStore,
  WindowClaim,
} from '@app/budget/shared/budget-store.js';
import { RedisBudgetStore } from '@app/budget/shared/redis-budget-store.js';
import { SharedBudget } from '@app/budget/shared/shared-budget.js';
import { FakeBudgetStore } from '@app/budget/shared/testing/fake-budget-store.js';
import { takeAll, tryTake } from '@app/budget/shared/testing/budget-cluster.js';
import { createRedisClient, type RedisClient } from '@app/redis/redis-client.js';
import { RedisConnection } from '@app/redis/redis-connection.js';
import { atTimeOf } from './support/at-time-of.js';
import { eventually } from './support/eventually.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { seededRandom } from './support/seeded-random.js';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 0, 1);
const LAG = 5;
const SHARES = 2;

/** A store, and a way to delete what it holds. */
interface Subject {
  readonly store: BudgetStore;
  readonly flush: () => void;
}

const day = (claim: Partial<WindowClaim> = {}): WindowClaim => ({
  name: 'day',
  span: { startMs: START_MS, endMs: START_MS + DAY_MS },
  known: undefined,
  maxIssued: 1_000,
  wantsShare: false,
  ...claim,
});

const request = (changes: Partial<BudgetRequest> = {}): BudgetRequest => ({
  act: 'take',
  pod: 'one',
  nowMs,
  lastReply: undefined,
  windows: [day()],
  ...changes,
});

/** The time of every store. */
let nowMs = START_MS;
const storeClock: Clock = { nowMs: () => nowMs };

/** The contract that a budget relies on. */
function describeBudgetStore(open: () => Subject): void {
  let store: BudgetStore;
  let flush: () => void;
  let last: BudgetReply;

  beforeEach(() => {
    ({ store, flush } = open());
    nowMs = START_MS;
  });

  async function send(changes: Partial<BudgetRequest> = {}): Promise<BudgetReply> {
    const reply = await store.send(request(changes));
    if (!reply) throw new Error('the store is unavailable');
    return (last = reply);
  }

  /** Syncs with an empty store until it issues calls. */
  async function startIssuing(): Promise<void> {
    await send({ act: 'sync' });
    for (const ms of [500, 500]) {
      nowMs += ms;
      await send({ act: 'sync' });
    }
  }

  const lastReply = (): NonNullable<BudgetRequest['lastReply']> => ({
    epoch: last.epoch,
    issued: last.issued,
  });
  const count = (): number | undefined => last.windows[0]?.count;

  it('issues no calls in the first second of an empty store', async () => {
    expect(await send()).toMatchObject({ outcome: 'wait', issued: 0 });
    nowMs += 999;
    expect((await send()).outcome).toBe('wait');
    expect((await send({ act: 'sync' })).outcome).toBe('wait');
    nowMs += 1;
    expect((await send({ act: 'sync' })).outcome).toBe('open');

    expect(await send()).toMatchObject({ outcome: 'granted', issued: 1, windows: [{ count: 1 }] });
  });

  it.each([
    [1_000, 'granted'],
    [1_001, 'wait'],
  ])('answers a take that comes %d ms after the last one with "%s"', async (silenceMs, outcome) => {
    await startIssuing();
    await send();
    nowMs += silenceMs;

    expect((await send()).outcome).toBe(outcome);
  });

  it('ignores a caller whose clock is behind', async () => {
    await startIssuing();
    nowMs += 5_000;
    await send({ act: 'sync' });
    nowMs += 1_000;
    await send();
    await send({ windows: [day({ span: { startMs: nowMs - 3_000, endMs: nowMs + DAY_MS } })] });

    expect((await send()).outcome).toBe('granted');
  });

  it('issues calls up to the limit of every window', async () => {
    await startIssuing();
    const month = day({ name: 'month', maxIssued: 2 });
    const outcomes: string[] = [];
    for (const upTo of [3, 3, 3]) {
      outcomes.push((await send({ windows: [day({ maxIssued: upTo }), month] })).outcome);
    }

    expect(outcomes).toEqual(['granted', 'granted', 'refused']);
    expect(last.windows.map((window) => window.count)).toEqual([2, 2]);
  });

  it('opens a window with the first call, not with a sync', async () => {
    await startIssuing();
    expect(last.windows[0]).toEqual({ span: { startMs: 0, endMs: 0 }, count: 0, share: 'later' });
    await send();

    expect(last.windows[0]).toEqual({ span: day().span, count: 1, share: 'none' });
  });

  it('keeps the open window when a caller proposes another span', async () => {
    await startIssuing();
    await send();
    await send({ windows: [day({ span: { startMs: nowMs, endMs: nowMs + DAY_MS } })] });

    expect(last.windows[0]).toMatchObject({ span: day().span, count: 2 });
  });

  it('replaces an ended window immediately', async () => {
    await startIssuing();
    await send();
    for (nowMs = START_MS + DAY_MS - 1_500; nowMs < START_MS + DAY_MS; nowMs += 500) {
      await send({ act: 'sync' });
    }
    const next = { startMs: nowMs, endMs: nowMs + DAY_MS };
    expect((await send({ windows: [day({ span: next })] })).outcome).toBe('granted');

    expect(last.windows[0]).toMatchObject({ span: next, count: 1 });
  });

  it.each([
    ['ahead', START_MS + 7_000],
    ['behind', START_MS - DAY_MS],
  ])('makes a caller wait whose clock is %s, and learns nothing of it', async (_where, startMs) => {
    await startIssuing();
    await send();
    const span = { startMs, endMs: startMs + DAY_MS };
    await send({ lastReply: lastReply(), windows: [day({ span, known: 900 })] });

    expect(last).toMatchObject({ outcome: 'wait', windows: [{ span: day().span, count: 1 }] });
  });

  it.each([-23, 23])(
    'opens no window for a caller whose clock is %d hours ahead: it would end too soon or too late',
    async (hours) => {
      await startIssuing();
      const wrongMs = nowMs + (hours * DAY_MS) / 24;
      const span = { startMs: Math.min(wrongMs, nowMs), endMs: wrongMs + DAY_MS };
      expect((await send({ nowMs: wrongMs, windows: [day({ span })] })).outcome).toBe('wait');

      expect((await send()).windows[0]).toMatchObject({ span: day().span, count: 1 });
    },
  );

  it('accepts a caller whose clock is five seconds ahead', async () => {
    await startIssuing();
    const startMs = nowMs + 5_000;

    expect(await send({ windows: [day({ span: { startMs, endMs: startMs + DAY_MS } })] })).toEqual(
      expect.objectContaining({ outcome: 'granted' }),
    );
  });

  it('issues calls again a second after its own clock went back by a day', async () => {
    await startIssuing();
    await send();
    nowMs -= DAY_MS;
    const span = { startMs: nowMs, endMs: nowMs + DAY_MS };
    await send({ act: 'sync', windows: [day({ span })] });
    for (const ms of [500, 500]) {
      nowMs += ms;
      await send({ act: 'sync', windows: [day({ span })] });
    }

    expect((await send({ windows: [day({ span })] })).outcome).toBe('granted');
  });

  it('adopts the earlier start of a window that a process opened on its own', async () => {
    await startIssuing();
    await send();
    const earlier = { startMs: START_MS - 60_000, endMs: START_MS - 60_000 + DAY_MS };
    await send({ lastReply: lastReply(), windows: [day({ span: earlier, known: 0 })] });

    expect(last.windows[0]).toMatchObject({ span: earlier, count: 2 });
  });

  it('never counts fewer calls than a process reports, and adds the maximum lag', async () => {
    await startIssuing();
    await send();
    await send({ act: 'sync', lastReply: lastReply(), windows: [day({ known: 7 })] });
    expect(count()).toBe(7 + LAG);
    await send({ act: 'sync', lastReply: lastReply(), windows: [day({ known: 3 })] });

    expect(count()).toBe(7 + LAG);
  });

  it('issues no calls while a live process lags too far behind', async () => {
    await startIssuing();
    await send({ act: 'sync', pod: 'two', lastReply: lastReply() });
    for (let calls = 0; calls < LAG; calls += 1) expect((await send()).outcome).toBe('granted');
    expect((await send()).outcome).toBe('wait');
    expect((await send({ act: 'sync' })).outcome).toBe('wait');
    await send({ act: 'sync', pod: 'two', lastReply: lastReply() });

    expect((await send()).outcome).toBe('granted');
  });

  it('does not wait for the caller itself, a dead process or one that left', async () => {
    await startIssuing();
    const atStart = lastReply();
    for (const pod of ['one', 'dead', 'left']) await send({ act: 'sync', pod, lastReply: atStart });
    await store.leave('left', last.epoch, []);
    for (nowMs += 501; nowMs <= START_MS + 2_501; nowMs += 500) {
      await send({ act: 'sync', lastReply: atStart });
    }
    for (let calls = 0; calls < 2 * LAG; calls += 1) {
      expect((await send({ lastReply: atStart })).outcome).toBe('granted');
    }
  });

  it('gives a fixed number of shares per window and reuses returned ones', async () => {
    await startIssuing();
    await send();
    const wants = { act: 'sync', windows: [day({ wantsShare: true })] } as const;
    const shares: (string | undefined)[] = [];
    for (let gives = 0; gives <= SHARES; gives += 1) {
      shares.push((await send(wants)).windows[0]?.share);
    }
    expect(shares).toEqual([...Array<string>(SHARES).fill('given'), 'none']);
    const { endMs } = day().span;
    await store.leave('one', 'another epoch', [{ name: 'day', endMs }]);
    await store.leave('one', last.epoch, [{ name: 'day', endMs: endMs - 1 }]);
    expect((await send(wants)).windows[0]?.share).toBe('none');
    await store.leave('one', last.epoch, [{ name: 'day', endMs }]);

    expect((await send(wants)).windows[0]?.share).toBe('given');
  });

  describe('after a loss of its data', () => {
    let before: NonNullable<BudgetRequest['lastReply']>;

    beforeEach(async () => {
      await startIssuing();
      for (let calls = 0; calls < 3; calls += 1) await send();
      before = lastReply();
      flush();
      nowMs += 100;
    });

    it('starts a new epoch and issues no calls yet', async () => {
      await send();

      expect(last).toMatchObject({ outcome: 'wait', issued: 0 });
      expect(last.epoch).not.toBe(before.epoch);
    });

    it('adopts the highest reported count plus the maximum lag', async () => {
      await send({ act: 'sync', lastReply: before, windows: [day({ known: 3 })] });
      await send({ act: 'sync', pod: 'two', lastReply: before, windows: [day({ known: 4 })] });
      await send({ act: 'sync', pod: 'three', lastReply: before, windows: [day({ known: 2 })] });

      expect(last.windows[0]).toEqual({ span: day().span, count: 4 + LAG, share: 'later' });
    });

    it('restores the count from a late report and keeps the calls issued since', async () => {
      await startIssuing();
      await send();
      await send();
      await send({ act: 'sync', lastReply: before, windows: [day({ known: 3 })] });

      expect(count()).toBe(3 + LAG + 2);
    });

    it('adds the maximum lag to a window that no process reports', async () => {
      await send({ act: 'sync', lastReply: before });

      expect(last.windows[0]).toMatchObject({ span: day().span, count: LAG });
    });

    it('gives no more shares', async () => {
      await send({ act: 'sync', lastReply: before, windows: [day({ known: 3 })] });
      await startIssuing();

      expect((await send({ windows: [day({ wantsShare: true })] })).windows[0]?.share).toBe('none');
    });
  });

  it('gives the same replies as the in-memory store to 400 random requests', async () => {
    const random = seededRandom(7);
    const twin = new FakeBudgetStore(storeClock, LAG, SHARES);
    const seen = new Map<string, BudgetReply>();
    for (let step = 0; step < 400; step += 1) {
      const pod = `pod ${Math.floor(random() * 4)}`;
      const from = nowMs - Math.floor(random() * DAY_MS);
      const own = seen.get(pod);
      const windows = ['day', 'month'].map((name) => ({
        name,
        span: { startMs: from, endMs: from + DAY_MS },
        known: random() < 0.5 ? undefined : Math.floor(random() * 30),
        maxIssued: Math.floor(random() * 60),
        wantsShare: random() < 0.3,
      }));
      const what = { act: random() < 0.7 ? 'take' : 'sync', pod, nowMs, windows } as const;
      const [mine, its] = await Promise.all([
        store.send({ ...what, lastReply: own && { epoch: own.epoch, issued: own.issued } }),
        twin.send({ ...what, lastReply: own && { epoch: 'epoch 1', issued: own.issued } }),
      ]);
      expect({ ...mine, epoch: '' }).toEqual({ ...its, epoch: '' });
      if (mine) seen.set(pod, mine);
      nowMs += Math.floor(random() * (random() < 0.05 ? DAY_MS : 700));
    }
  });
}

describe('FakeBudgetStore', () => {
  describeBudgetStore(() => {
    const store = new FakeBudgetStore(storeClock, LAG, SHARES);
    return { store, flush: () => store.flush() };
  });
});

describeWithRedis('RedisBudgetStore', () => {
  const KEY = 'test:v1:{budget}';
  let server: RedisServer;
  let redis: RedisConnection;
  /** A client without a command timeout, so that counts do not depend on the load of the machine. */
  let clientWithoutTimeout: RedisClient;
  let clock: FakeClock;
  let budgets: Budget[];

  beforeAll(async () => {
    server = await RedisServer.start();
    const options = { url: () => server.url, cluster: false, ca: undefined };
    redis = new RedisConnection(() => createRedisClient(options), 'test:', 50);
    await redis.onModuleInit();
    clientWithoutTimeout = createRedisClient(options);
    await clientWithoutTimeout.connect();
  });
  afterAll(async () => {
    clientWithoutTimeout.destroy();
    redis.onApplicationShutdown();
    await server.stop();
  });
  beforeEach(() => {
    server.command('FLUSHALL');
    nowMs = START_MS;
    clock = new FakeClock(START_MS);
    budgets = [];
  });
  afterEach(async () => {
    for (const budget of budgets) {
      if (budget instanceof SharedBudget) await budget.beforeApplicationShutdown();
    }
  });

  const storeAt = (
    key: string,
    connection: Pick<RedisConnection, 'evaluate'> = clientWithoutTimeout,
  ) =>
    new RedisBudgetStore(atTimeOf(storeClock, connection), {
      key,
      maxLag: LAG,
      maxShares: SHARES,
    });

  describeBudgetStore(() => {
    const key = `test:v1:{${randomUUID()}}`;
    return { store: storeAt(key), flush: () => server.command('DEL', key) };
  });

  it('keeps one hash without expiry, also when an earlier release gave it one', async () => {
    const store = storeAt(KEY);
    await store.send(request());
    server.command('EXPIRE', KEY, '100');
    await store.send(request());

    expect(server.command('KEYS', '*')).toBe(KEY);
    expect(server.command('TTL', KEY)).toBe('-1');
    expect(server.command('HGET', KEY, 'heardAt')).toBe(String(START_MS));
  });

  it('keeps its count in a Redis that is full and evicts keys with an expiry', async () => {
    const store = storeAt(KEY);
    await store.send(request());
    server.command('CONFIG', 'SET', 'maxmemory-policy', 'volatile-ttl', 'maxmemory', '6mb');
    const fill =
      "for i = 1, 300 do redis.call('SET', 'record' .. i, string.rep('x', 50000), 'EX', 9000) end";
    server.command('EVAL', fill, '0');
    const evicted = Number(/evicted_keys:(\d+)/.exec(server.command('INFO', 'stats'))?.[1]);
    server.command('CONFIG', 'SET', 'maxmemory', '0');

    expect(evicted).toBeGreaterThan(100);
    expect(server.command('EXISTS', KEY)).toBe('1');
  });

  it.each([
    ['5 001 more fields', "for i = 1, 5001 do redis.call('HSET', KEYS[1], 'other' .. i, '') end"],
    ['a long epoch', "redis.call('HSET', KEYS[1], 'memory', string.rep('x', 1000))"],
    ['a long field', "redis.call('HSET', KEYS[1], 'other', string.rep('x', 1000))"],
    ['a long name', "redis.call('HSET', KEYS[1], string.rep('x', 1000), '')"],
  ])('is lost, and so never read again, when it has %s', async (_what, script) => {
    const { epoch } = (await storeAt(KEY).send(request()))!;
    server.command('EVAL', script, '1', KEY);
    const reply = (await storeAt(KEY).send(request()))!;

    expect(reply.epoch).toHaveLength(epoch.length);
    expect(reply.epoch).not.toBe(epoch);
    expect(Number(server.command('HLEN', KEY))).toBeLessThan(10);
  });

  it('deletes processes that no longer sync', async () => {
    const reply = await storeAt(KEY).send(request({ pod: 'one' }));
    const lastReply = { epoch: reply!.epoch, issued: 0 };
    await storeAt(KEY).send(request({ pod: 'one', lastReply }));
    expect(server.command('HEXISTS', KEY, 'pod:one')).toBe('1');
    for (nowMs of [START_MS + 2_000, START_MS + 3_000]) {
      await storeAt(KEY).send(request({ pod: 'two', lastReply }));
    }

    expect(server.command('HEXISTS', KEY, 'pod:one')).toBe('0');
  });

  it('returns undefined while Redis is unavailable, and works again afterwards', async () => {
    const store = storeAt(KEY, redis);
    await server.kill();
    expect(await store.send(request())).toBeUndefined();
    await store.leave('one', 'epoch', []);
    await server.startAgain();

    expect(await eventually(() => store.send(request()))).toMatchObject({ outcome: 'wait' });
  });

  describe('with two processes, 200 calls and two reserve shares of 10', () => {
    let first: SharedBudget;
    let second: SharedBudget;
    let events: string[];

    const open = (): SharedBudget => {
      const reported = new BudgetEvents();
      reported.on(({ name }) => events.push(name));
      const budget = createBudget({
        limits: { perDay: 200 },
        maxPods: 2,
        redis: atTimeOf(clock, redis),
        keyPrefix: 'test:v1:',
        clock,
        events: reported,
      });
      budgets.push(budget);
      return budget as SharedBudget;
    };

    /** Advances the clock by more than a second; both processes sync every 250 ms. */
    const passTime = async (): Promise<void> => {
      for (let steps = 0; steps < 5; steps += 1) {
        await Promise.all([first.sync(), second.sync()]);
        clock.advance(250);
      }
      await Promise.all([first.sync(), second.sync()]);
    };

    /** Takes calls from both processes in turn, so that each learns of the other's calls. */
    const take = async (calls: number): Promise<number> => {
      let made = 0;
      for (let turn = 0; turn < calls; turn += 1) {
        made += Number(await tryTake(turn % 2 === 0 ? first : second));
      }
      return made;
    };

    const untilReserveEnds = async (): Promise<void> => {
      await eventually(async () => {
        await passTime();
        return events.filter((name) => name === 'reserve-ended').length === budgets.length;
      });
    };

    beforeEach(async () => {
      events = [];
      first = open();
      second = open();
      await passTime();
      expect(await take(100)).toBe(100);
      await passTime();
    });

    it('issues 90 % of the budget and not one call more under concurrency', async () => {
      const before = await take(70);
      const both = [first, second].flatMap((budget) => Array.from({ length: 50 }, () => budget));
      const made = await Promise.all(both.map((budget) => tryTake(budget)));

      expect(before + made.filter(Boolean).length).toBe(80);
      expect(await tryTake(second)).toBe(false);
    });

    it('continues after FLUSHALL with the calls left, less the maximum lag of both processes', async () => {
      server.command('FLUSHALL');
      await passTime();

      expect(await take(200)).toBe(80 - 20);
      expect(events).toContain('count-lost');
    });

    it('spends the reserve shares once while Redis is down, and recovers from an empty Redis', async () => {
      await server.kill();
      expect((await takeAll(first)) + (await takeAll(second))).toBe(20);
      await server.startAgain();
      await untilReserveEnds();
      await passTime();

      expect(await take(200)).toBe(80 - 20);
      await server.kill();
      expect((await takeAll(first)) + (await takeAll(second))).toBe(0);
      await server.startAgain();
      await eventually(() => storeAt(KEY, redis).send(request()));
    });

    it('counts the calls that a suspended Redis may have counted and those from the reserve shares', async () => {
      server.suspend();
      expect((await takeAll(first)) + (await takeAll(second))).toBe(20);
      server.resume();
      await untilReserveEnds();
      await passTime();
      const made = await take(200);

      expect(made).toBeLessThanOrEqual(80);
      expect(made).toBeGreaterThanOrEqual(80 - 2);
    });
  });
});
