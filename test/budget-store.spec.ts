import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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
import { eventually } from './support/eventually.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { seededRandom } from './support/seeded-random.js';

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 0, 1);
const LAG = 5;
const SHARES = 2;

/** A store, and how it loses its memory. */
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

const asking = (ask: Partial<BudgetRequest> = {}): BudgetRequest => ({
  act: 'take',
  pod: 'one',
  nowMs: START_MS,
  lastReply: undefined,
  windows: [day()],
  ...ask,
});

/** What a budget relies on. Time is what those who ask say that it is. */
function itIsABudgetStore(open: () => Subject): void {
  let store: BudgetStore;
  let flush: () => void;
  let nowMs: number;
  let last: BudgetReply;

  beforeEach(() => {
    ({ store, flush } = open());
    nowMs = START_MS;
  });

  async function ask(what: Partial<BudgetRequest> = {}): Promise<BudgetReply> {
    const answer = await store.send(asking({ nowMs, ...what }));
    if (!answer) throw new Error('the store is away');
    return (last = answer);
  }

  /** Opens a new memory. */
  async function opened(): Promise<void> {
    await ask({ act: 'sync' });
    for (const ms of [500, 500]) {
      nowMs += ms;
      await ask({ act: 'sync' });
    }
  }

  const heard = (): NonNullable<BudgetRequest['lastReply']> => ({
    epoch: last.epoch,
    issued: last.issued,
  });
  const count = (): number | undefined => last.windows[0]?.count;

  it('issues nothing in its first second', async () => {
    expect(await ask()).toMatchObject({ outcome: 'wait', issued: 0 });
    nowMs += 999;
    expect((await ask()).outcome).toBe('wait');
    expect((await ask({ act: 'sync' })).outcome).toBe('wait');
    nowMs += 1;
    expect((await ask({ act: 'sync' })).outcome).toBe('open');

    expect(await ask()).toMatchObject({ outcome: 'granted', issued: 1, windows: [{ count: 1 }] });
  });

  it.each([
    [1_000, 'granted'],
    [1_001, 'wait'],
  ])('after a silence of %d ms says to a take: %s', async (silenceMs, outcome) => {
    await opened();
    await ask();
    nowMs += silenceMs;

    expect((await ask()).outcome).toBe(outcome);
  });

  it('takes no notice of a clock that is behind', async () => {
    await opened();
    nowMs += 5_000;
    await ask({ act: 'sync' });
    nowMs += 1_000;
    await ask();
    await ask({ nowMs: nowMs - 3_000 });

    expect((await ask()).outcome).toBe('granted');
  });

  it('issues up to what each window allows', async () => {
    await opened();
    const month = day({ name: 'month', maxIssued: 2 });
    const outcomes: string[] = [];
    for (const upTo of [3, 3, 3]) {
      outcomes.push((await ask({ windows: [day({ maxIssued: upTo }), month] })).outcome);
    }

    expect(outcomes).toEqual(['granted', 'granted', 'refused']);
    expect(last.windows.map((window) => window.count)).toEqual([2, 2]);
  });

  it('opens a window by a call, not by a question', async () => {
    await opened();
    expect(last.windows[0]).toEqual({ span: { startMs: 0, endMs: 0 }, count: 0, share: 'later' });
    await ask();

    expect(last.windows[0]).toEqual({ span: day().span, count: 1, share: 'none' });
  });

  it('keeps the window that is open, whatever one a caller would open', async () => {
    await opened();
    await ask();
    await ask({ windows: [day({ span: { startMs: nowMs, endMs: nowMs + DAY_MS } })] });

    expect(last.windows[0]).toMatchObject({ span: day().span, count: 2 });
  });

  it('replaces a window that has ended at once', async () => {
    await opened();
    await ask();
    for (nowMs = START_MS + DAY_MS - 1_500; nowMs < START_MS + DAY_MS; nowMs += 500) {
      await ask({ act: 'sync' });
    }
    const next = { startMs: nowMs, endMs: nowMs + DAY_MS };
    expect((await ask({ windows: [day({ span: next })] })).outcome).toBe('granted');

    expect(last.windows[0]).toMatchObject({ span: next, count: 1 });
  });

  it('is not led back into an ended window by a clock that is behind', async () => {
    await opened();
    const next = { startMs: START_MS + DAY_MS, endMs: START_MS + 2 * DAY_MS };
    await ask({ windows: [day({ span: next })] });
    await ask({ lastReply: heard(), windows: [day({ known: 900 })] });

    expect(last.windows[0]).toMatchObject({ span: next, count: 2 });
  });

  it('takes over a window that a process opened on its own, as early as it began', async () => {
    await opened();
    await ask();
    const earlier = { startMs: START_MS - 60_000, endMs: START_MS - 60_000 + DAY_MS };
    await ask({ lastReply: heard(), windows: [day({ span: earlier, known: 0 })] });

    expect(last.windows[0]).toMatchObject({ span: earlier, count: 2 });
  });

  it('never counts less than a process has seen, and reckons with what nobody saw', async () => {
    await opened();
    await ask();
    await ask({ act: 'sync', lastReply: heard(), windows: [day({ known: 7 })] });
    expect(count()).toBe(7 + LAG);
    await ask({ act: 'sync', lastReply: heard(), windows: [day({ known: 3 })] });

    expect(count()).toBe(7 + LAG);
  });

  it('waits for a living process that has not heard of too many calls', async () => {
    await opened();
    await ask({ act: 'sync', pod: 'two', lastReply: heard() });
    for (let calls = 0; calls < LAG; calls += 1) expect((await ask()).outcome).toBe('granted');
    expect((await ask()).outcome).toBe('wait');
    expect((await ask({ act: 'sync' })).outcome).toBe('wait');
    await ask({ act: 'sync', pod: 'two', lastReply: heard() });

    expect((await ask()).outcome).toBe('granted');
  });

  it('does not wait for the one that asks, for a dead one, or for one that left', async () => {
    await opened();
    const atStart = heard();
    for (const pod of ['one', 'dead', 'left']) await ask({ act: 'sync', pod, lastReply: atStart });
    await store.leave('left', last.epoch, []);
    for (nowMs += 501; nowMs <= START_MS + 2_501; nowMs += 500) {
      await ask({ act: 'sync', lastReply: atStart });
    }
    for (let calls = 0; calls < 2 * LAG; calls += 1) {
      expect((await ask({ lastReply: atStart })).outcome).toBe('granted');
    }
  });

  it('gives so many shares of a window, and those again that come back', async () => {
    await opened();
    await ask();
    const wants = { act: 'sync', windows: [day({ wantsShare: true })] } as const;
    const shares: (string | undefined)[] = [];
    for (let asked = 0; asked <= SHARES; asked += 1) {
      shares.push((await ask(wants)).windows[0]?.share);
    }
    expect(shares).toEqual([...Array<string>(SHARES).fill('given'), 'none']);
    const { endMs } = day().span;
    await store.leave('one', 'another epoch', [{ name: 'day', endMs }]);
    await store.leave('one', last.epoch, [{ name: 'day', endMs: endMs - 1 }]);
    expect((await ask(wants)).windows[0]?.share).toBe('none');
    await store.leave('one', last.epoch, [{ name: 'day', endMs }]);

    expect((await ask(wants)).windows[0]?.share).toBe('given');
  });

  describe('that lost its memory', () => {
    let before: NonNullable<BudgetRequest['lastReply']>;

    beforeEach(async () => {
      await opened();
      for (let calls = 0; calls < 3; calls += 1) await ask();
      before = heard();
      flush();
      nowMs += 100;
    });

    it('has a new one', async () => {
      await ask();

      expect(last).toMatchObject({ outcome: 'wait', issued: 0 });
      expect(last.epoch).not.toBe(before.epoch);
    });

    it('learns the most that anybody remembers, and reckons with what nobody saw', async () => {
      await ask({ act: 'sync', lastReply: before, windows: [day({ known: 3 })] });
      await ask({ act: 'sync', pod: 'two', lastReply: before, windows: [day({ known: 4 })] });
      await ask({ act: 'sync', pod: 'three', lastReply: before, windows: [day({ known: 2 })] });

      expect(last.windows[0]).toEqual({ span: day().span, count: 4 + LAG, share: 'later' });
    });

    it('learns it late, too, without forgetting what it issued since', async () => {
      await opened();
      await ask();
      await ask();
      await ask({ act: 'sync', lastReply: before, windows: [day({ known: 3 })] });

      expect(count()).toBe(3 + LAG + 2);
    });

    it('reckons with calls of a window that nobody remembers', async () => {
      await ask({ act: 'sync', lastReply: before });

      expect(last.windows[0]).toMatchObject({ span: day().span, count: LAG });
    });

    it('gives no share any more', async () => {
      await ask({ act: 'sync', lastReply: before, windows: [day({ known: 3 })] });
      await opened();

      expect((await ask({ windows: [day({ wantsShare: true })] })).windows[0]?.share).toBe('none');
    });
  });

  it('answers what its twin in memory answers, whatever it is asked', async () => {
    const random = seededRandom(7);
    const twin = new FakeBudgetStore(LAG, SHARES);
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
      const what = { act: random() < 0.7 ? 'take' : 'sync', pod, windows, nowMs } as const;
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

describe('a budget store in memory, for tests', () => {
  itIsABudgetStore(() => {
    const store = new FakeBudgetStore(LAG, SHARES);
    return { store, flush: () => store.flush() };
  });
});

describeWithRedis('a budget store in Redis (needs redis-server)', () => {
  const KEY = 'test:v1:{budget}';
  let server: RedisServer;
  let redis: RedisConnection;
  /** Waits for Redis however long it takes: what is counted does not depend on this machine's load. */
  let patient: RedisClient;
  let clock: FakeClock;
  let budgets: Budget[];

  beforeAll(async () => {
    server = await RedisServer.start();
    const options = { url: () => server.url, cluster: false, ca: undefined };
    redis = new RedisConnection(createRedisClient(options));
    await redis.onModuleInit();
    patient = createRedisClient(options);
    await patient.connect();
  });
  afterAll(async () => {
    patient.destroy();
    redis.onApplicationShutdown();
    await server.stop();
  });
  beforeEach(() => {
    server.command('FLUSHALL');
    clock = new FakeClock(START_MS);
    budgets = [];
  });
  afterEach(async () => {
    for (const budget of budgets) {
      if (budget instanceof SharedBudget) await budget.beforeApplicationShutdown();
    }
  });

  const storeAt = (key: string, connection: Pick<RedisConnection, 'evaluate'> = patient) =>
    new RedisBudgetStore(connection, { key, maxLag: LAG, maxShares: SHARES });

  itIsABudgetStore(() => {
    const key = `test:v1:{${randomUUID()}}`;
    return { store: storeAt(key), flush: () => server.command('DEL', key) };
  });

  it('is one hash that outlasts every window', async () => {
    await storeAt(KEY).send(asking());

    expect(server.command('KEYS', '*')).toBe(KEY);
    expect(Number(server.command('TTL', KEY))).toBeGreaterThan(39 * 86_400);
    expect(server.command('HGET', KEY, 'heardAt')).toBe(String(START_MS));
  });

  it('forgets processes that are not heard of any more', async () => {
    const answer = await storeAt(KEY).send(asking({ pod: 'one' }));
    const heard = { epoch: answer!.epoch, issued: 0 };
    await storeAt(KEY).send(asking({ pod: 'one', lastReply: heard }));
    expect(server.command('HEXISTS', KEY, 'pod:one')).toBe('1');
    await storeAt(KEY).send(asking({ pod: 'two', lastReply: heard, nowMs: START_MS + 2_000 }));
    await storeAt(KEY).send(asking({ pod: 'two', lastReply: heard, nowMs: START_MS + 3_000 }));

    expect(server.command('HEXISTS', KEY, 'pod:one')).toBe('0');
  });

  it('is away while Redis is, and nobody waits for it', async () => {
    const store = storeAt(KEY, redis);
    await server.kill();
    expect(await store.send(asking())).toBeUndefined();
    await store.leave('one', 'epoch', []);
    await server.startAgain();

    expect(await eventually(() => store.send(asking()))).toMatchObject({ outcome: 'wait' });
  });

  describe('with two budgets of 200 calls and two shares of 10', () => {
    let first: SharedBudget;
    let second: SharedBudget;
    let events: string[];

    const open = (): SharedBudget => {
      const reported = new BudgetEvents();
      reported.on(({ name }) => events.push(name));
      const budget = createBudget({
        limits: { perDay: 200 },
        maxPods: 2,
        redis,
        keyPrefix: 'test:v1:',
        clock,
        events: reported,
      });
      budgets.push(budget);
      return budget as SharedBudget;
    };

    /** Time passes, and both are heard now and then. */
    const pass = async (): Promise<void> => {
      for (let steps = 0; steps < 5; steps += 1) {
        await Promise.all([first.sync(), second.sync()]);
        clock.advance(250);
      }
      await Promise.all([first.sync(), second.sync()]);
    };

    /** Calls in both in turn, so that each hears of the other's. */
    const take = async (calls: number): Promise<number> => {
      let made = 0;
      for (let turn = 0; turn < calls; turn += 1) {
        made += Number(await tryTake(turn % 2 === 0 ? first : second));
      }
      return made;
    };

    const untilBack = async (): Promise<void> => {
      await eventually(async () => {
        await pass();
        return events.filter((name) => name === 'reserve-ended').length === budgets.length;
      });
    };

    beforeEach(async () => {
      events = [];
      first = open();
      second = open();
      await pass();
      expect(await take(100)).toBe(100);
      await pass();
    });

    it('issues nine tenths, and not one call more to many who ask at once', async () => {
      const before = await take(70);
      const both = [first, second].flatMap((budget) => Array.from({ length: 50 }, () => budget));
      const made = await Promise.all(both.map((budget) => tryTake(budget)));

      expect(before + made.filter(Boolean).length).toBe(80);
      expect(await tryTake(second)).toBe(false);
    });

    it('goes on after it was flushed, but for the calls that nobody may have seen', async () => {
      server.command('FLUSHALL');
      await pass();

      expect(await take(200)).toBe(80 - 20);
      expect(events).toContain('count-lost');
    });

    it('is replaced by the shares while Redis is killed, and comes back empty', async () => {
      await server.kill();
      expect((await takeAll(first)) + (await takeAll(second))).toBe(20);
      await server.startAgain();
      await untilBack();
      await pass();

      expect(await take(200)).toBe(80 - 20);
      await server.kill();
      expect((await takeAll(first)) + (await takeAll(second))).toBe(0);
      await server.startAgain();
      await eventually(() => storeAt(KEY, redis).send(asking()));
    });

    it('counts what a Redis that hangs may have counted, and calls from the shares', async () => {
      server.suspend();
      expect((await takeAll(first)) + (await takeAll(second))).toBe(20);
      server.resume();
      await untilBack();
      await pass();
      const made = await take(200);

      expect(made).toBeLessThanOrEqual(80);
      expect(made).toBeGreaterThanOrEqual(80 - 2);
    });
  });
});
