import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeBudgetStore } from './testing/fake-budget-store.js';
import { StoreLink } from './testing/store-link.js';
import { BudgetCluster, takeAll, tryTake, type BudgetPod } from './testing/budget-cluster.js';

const DAY_MS = 86_400_000;
/** Of 1 000 calls in a day, the store issues 900; each of 20 processes has a share of 5. */
const ISSUABLE = 900;
const SHARE = 5;
const MAX_PODS = 20;
const MAX_LAG = 45;

let cluster: BudgetCluster;
let first: BudgetPod;
let second: BudgetPod;

beforeEach(async () => {
  cluster = new BudgetCluster({ limits: { perDay: 1_000 }, maxPods: MAX_PODS });
  first = await cluster.start();
  second = await cluster.start();
  await cluster.pass(1_200);
});

const flushPromises = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Takes calls in one process until one is refused. @returns how many, at most `calls` */
async function take(pod: BudgetPod, calls: number): Promise<number> {
  let made = 0;
  while (made < calls && (await tryTake(pod.budget))) made += 1;
  return made;
}

describe('processes that share a budget', () => {
  it('use it together up to the last issuable call', async () => {
    expect(await take(first, 500)).toBe(500);

    expect(await takeAll(second.budget)).toBe(ISSUABLE - 500);
  });

  it('keep the last calls for the highest priorities', async () => {
    expect(await takeAll(first.budget, 'refresh')).toBe(720);
    expect(await takeAll(second.budget, 'expired')).toBe(135);
    expect(await takeAll(first.budget, 'missing')).toBe(45);
    await second.budget.sync();

    const levels = ['tight', 'last', 'spent'].map((level) => ({ name: 'level', level }));
    expect(first.events).toEqual(levels);
    expect(second.events).toEqual(levels);
    expect(second.budget.snapshot()).toMatchObject([{ used: ISSUABLE, left: 0 }]);
  });

  it('send no request to the store while the budget is spent', async () => {
    await takeAll(first.budget);
    await tryTake(second.budget);
    const { requests } = cluster.store;
    await Promise.all(Array.from({ length: 50 }, () => tryTake(second.budget)));

    expect(cluster.store.requests).toBe(requests);
  });

  it('send one request when only the store knows that it is spent', async () => {
    await takeAll(first.budget);
    const { requests } = cluster.store;
    await tryTake(second.budget);

    expect(cluster.store.requests - requests).toBe(1);
  });

  it('start the next day at once', async () => {
    await takeAll(first.budget);
    await cluster.pass(300);
    cluster.clock.advance(DAY_MS - 300);
    await Promise.all([first.budget.sync(), second.budget.sync()]);
    await cluster.pass(1_000);

    expect(await takeAll(second.budget)).toBe(ISSUABLE);
  });

  it('report the shared usage and its TTL factor', async () => {
    const endsAtMs = cluster.clock.nowMs() + DAY_MS;
    await take(first, 180);
    await second.budget.sync();

    expect(second.budget.snapshot()).toEqual([
      { window: 'day', used: 180, limit: 1_000, left: 720, endsAtMs: expect.any(Number) },
    ]);
    expect(second.budget.snapshot()[0]!.endsAtMs).toBeLessThanOrEqual(endsAtMs + 1_000);
    expect(second.budget.ttlFactor).toBeCloseTo(2, 1);
  });

  it('wait for a process that has not synced, not for one that is killed', async () => {
    await take(first, MAX_LAG);
    expect(cluster.clock.nowMs()).toBe(Date.UTC(2026, 0, 1) + 1_200);
    cluster.kill(second);
    await take(first, 1);

    expect(cluster.clock.nowMs()).toBeGreaterThan(Date.UTC(2026, 0, 1) + 1_200);
    expect(await takeAll(first.budget)).toBe(ISSUABLE - MAX_LAG - 1);
  });
});

describe('the first process of a cluster', () => {
  it('waits a second in case other processes remember a budget', async () => {
    cluster = new BudgetCluster({ limits: { perDay: 1_000 }, maxPods: MAX_PODS });
    first = await cluster.start();
    const startedAtMs = cluster.clock.nowMs();
    await first.budget.take('missing');

    expect(cluster.clock.nowMs() - startedAtMs).toBeGreaterThanOrEqual(1_000);
    expect(cluster.clock.nowMs() - startedAtMs).toBeLessThan(1_500);
  });
});

describe('while the store is down', () => {
  it('each process spends its share of the reserve, and reports it', async () => {
    await take(first, 100);
    cluster.store.down = true;

    expect(await takeAll(first.budget)).toBe(SHARE);
    expect(await takeAll(second.budget)).toBe(SHARE);
    cluster.store.down = false;
    await first.budget.sync();
    expect(first.events.map(({ name }) => name)).toEqual([
      'reserve-begun',
      'reserve-spent',
      'reserve-ended',
    ]);
  });

  it('each process reports how many calls its share still permits', async () => {
    cluster.store.down = true;
    await first.budget.take('missing');
    expect(first.budget.reserveLeft).toBe(SHARE - 1);
    await takeAll(first.budget, 'refresh');
    expect(first.events).not.toContainEqual({ name: 'reserve-spent' });
    await takeAll(first.budget);

    expect(first.budget.reserveLeft).toBe(0);
    expect(second.budget.reserveLeft).toBe(SHARE);
  });

  it('a share is spent only once per window', async () => {
    cluster.store.down = true;
    await takeAll(first.budget);
    cluster.store.down = false;
    await cluster.pass(1_200);
    await first.budget.take('missing');
    cluster.store.down = true;

    expect(await takeAll(first.budget)).toBe(0);
  });

  it('the last call of a share is kept for the highest priority', async () => {
    cluster.store.down = true;

    expect(await takeAll(first.budget, 'refresh')).toBe(4);
    expect(await takeAll(first.budget, 'missing')).toBe(1);
  });

  it('a process that starts assumes a share', async () => {
    cluster.store.down = true;
    const third = await cluster.start();

    expect(await takeAll(third.budget)).toBe(SHARE);
  });

  it('a new day brings a new share, and stays the same day when the store is back', async () => {
    await first.budget.take('missing');
    cluster.store.down = true;
    cluster.clock.advance(DAY_MS);
    expect(await takeAll(first.budget)).toBe(SHARE);
    const endsAtMs = cluster.clock.nowMs() + DAY_MS;
    cluster.clock.advance(DAY_MS / 2);
    cluster.store.down = false;
    await cluster.pass(1_200);
    await second.budget.take('missing');

    expect(second.budget.snapshot()[0]).toMatchObject({ endsAtMs });
  });

  it('a lost reply grants no call', async () => {
    cluster.store.dropsReplies = true;
    expect(await takeAll(first.budget)).toBe(SHARE);
    cluster.store.dropsReplies = false;
    await cluster.pass(300);

    expect(first.budget.snapshot()[0]).toMatchObject({ used: SHARE + 1 + SHARE });
  });
});

describe('a share of the reserve', () => {
  const LIMITED = { limits: { perDay: 100 }, maxPods: 2 };

  beforeEach(async () => {
    cluster = new BudgetCluster(LIMITED);
    first = await cluster.start();
    second = await cluster.start();
    await cluster.pass(1_200);
    await first.budget.take('missing');
    await cluster.pass(300);
  });

  it('is not given to more processes than there are shares', async () => {
    const third = await cluster.start();
    await cluster.pass(600);
    cluster.store.down = true;

    expect(third.budget.reserveLeft).toBe(0);
    expect(await takeAll(third.budget)).toBe(0);
    expect(third.events).toEqual([{ name: 'reserve-spent' }]);
    expect(await takeAll(first.budget)).toBe(5);
  });

  it('is given once to a process that makes many calls at once', async () => {
    cluster = new BudgetCluster(LIMITED);
    first = await cluster.start();
    await cluster.pass(1_200);
    await Promise.all(Array.from({ length: 5 }, () => first.budget.take('missing')));
    await cluster.pass(300);
    second = await cluster.start();
    await cluster.pass(600);

    expect(first.budget.reserveLeft).toBe(5);
    expect(second.budget.reserveLeft).toBe(5);
  });

  it('is lost with a process that is killed', async () => {
    cluster.kill(second);
    const third = await cluster.start();
    await cluster.pass(2_000);
    cluster.store.down = true;

    expect(await takeAll(third.budget)).toBe(0);
  });

  it('passes on from a process that stops if it is unspent', async () => {
    const third = await cluster.start();
    cluster.kill(second);
    await second.budget.beforeApplicationShutdown();
    await cluster.pass(600);
    cluster.store.down = true;

    expect(await takeAll(third.budget)).toBe(5);
    expect(await takeAll(second.budget)).toBe(0);
  });

  it('does not pass on when it is spent', async () => {
    cluster.store.down = true;
    await second.budget.take('missing');
    cluster.store.down = false;
    cluster.kill(second);
    await cluster.pass(600);
    await second.budget.beforeApplicationShutdown();
    const third = await cluster.start();
    await cluster.pass(2_000);
    cluster.store.down = true;

    expect(await takeAll(third.budget)).toBe(0);
  });
});

describe('a store that comes back empty', () => {
  it('continues from what a process remembers plus the maximum lag', async () => {
    await take(first, 200);
    await cluster.pass(300);
    cluster.store.flush();
    await cluster.pass(1_200);

    expect(await takeAll(second.budget)).toBe(ISSUABLE - 200 - MAX_LAG);
    expect(first.events[0]).toEqual({ name: 'count-lost' });
    expect(first.events.filter(({ name }) => name === 'count-lost')).toHaveLength(1);
  });

  it('does not reissue calls of a process that was killed before others synced', async () => {
    await take(first, 200);
    await cluster.pass(600);
    const nowMs = cluster.clock.nowMs();
    const unsynced = await take(first, MAX_LAG);
    expect(cluster.clock.nowMs()).toBe(nowMs);
    cluster.kill(first);
    cluster.store.flush();
    await cluster.pass(1_200);

    expect(200 + unsynced + (await takeAll(second.budget))).toBe(ISSUABLE);
  });

  it('issues nothing to a new process before the others have synced', async () => {
    const line = new StoreLink(cluster.store);
    const witness = await cluster.start(line);
    await cluster.pass(600);
    await take(witness, 200);
    for (const pod of [first, second]) cluster.kill(pod);
    line.cut = true;
    cluster.store.flush();
    const fresh = await cluster.start();
    await cluster.pass(600);
    const taking = tryTake(fresh.budget);
    line.cut = false;
    expect(await taking).toBe(true);

    expect(200 + 1 + (await takeAll(fresh.budget))).toBe(ISSUABLE - MAX_LAG);
  });

  it('has no share for a new process, while others keep theirs', async () => {
    await first.budget.take('missing');
    await cluster.pass(300);
    cluster.store.flush();
    await cluster.pass(1_200);
    const third = await cluster.start();
    await cluster.pass(1_200);
    cluster.store.down = true;

    expect(await takeAll(third.budget)).toBe(0);
    expect(await takeAll(first.budget)).toBe(SHARE);
  });

  it('keeps the count of the month', async () => {
    cluster = new BudgetCluster({ limits: { perDay: 500, perMonth: 600 }, maxPods: MAX_PODS });
    first = await cluster.start();
    await cluster.pass(1_200);
    expect(await takeAll(first.budget)).toBe(450);
    cluster.clock.advance(DAY_MS);
    cluster.store.flush();
    await cluster.pass(1_200);

    expect(await takeAll(first.budget)).toBe(540 - 450 - cluster.maxLag);
  });
});

describe('a store that lost its last writes', () => {
  it('does not go below the count that a process knows', async () => {
    const undo = cluster.store.save();
    await take(first, 40);
    undo();
    await first.budget.sync();
    await second.budget.sync();

    expect(second.budget.snapshot()[0]!.used).toBeGreaterThanOrEqual(40);
  });
});

describe('a store whose clock goes back', () => {
  const HOUR_MS = DAY_MS / 24;

  it('issues calls again within seconds, and counts the ones before', async () => {
    await take(first, 200);
    await cluster.pass(300);
    cluster.clock.advance(-HOUR_MS);
    await cluster.pass(1_200);

    expect(await takeAll(second.budget)).toBe(ISSUABLE - 200);
    cluster.clock.advance(DAY_MS - HOUR_MS);
    await cluster.pass(1_200);
    expect(await tryTake(second.budget)).toBe(false);
  });

  it('and that comes back empty, learns the calls from the processes', async () => {
    await take(first, 200);
    await cluster.pass(300);
    cluster.clock.advance(-HOUR_MS);
    cluster.store.flush();
    await cluster.pass(1_200);

    expect(await takeAll(second.budget)).toBe(ISSUABLE - 200 - MAX_LAG);
  });

  it('issues calls in the last hour of a month that seemed to be over', async () => {
    cluster = new BudgetCluster({ limits: { perMonth: 600 }, maxPods: MAX_PODS });
    first = await cluster.start();
    await cluster.pass(1_200);
    cluster.clock.advance(Date.UTC(2026, 1, 1) - cluster.clock.nowMs());
    await cluster.pass(1_200);
    await take(first, 20);
    cluster.clock.advance(-HOUR_MS);
    await cluster.pass(1_200);

    expect(await takeAll(first.budget)).toBe(540 - 20);
  });
});

describe('replies that overlap with a loss of data', () => {
  /** Holds replies until they are released. */
  class SlowStore extends FakeBudgetStore {
    private readonly held: (() => void)[] = [];
    slow = false;

    override async send(...args: Parameters<FakeBudgetStore['send']>) {
      const reply = await super.send(...args);
      if (this.slow) await new Promise<void>((resolve) => this.held.push(resolve));
      return reply;
    }

    release(at: number): void {
      this.held.splice(at, 1)[0]?.();
    }
  }

  let store: SlowStore;

  beforeEach(async () => {
    store = new SlowStore(cluster.clock, MAX_LAG, MAX_PODS);
    first = await cluster.start(store);
    await cluster.pass(1_200);
    await take(first, 10);
    store.slow = true;
  });

  it('a grant of the lost epoch is void once the new epoch is known', async () => {
    const taking = tryTake(first.budget);
    store.flush();
    const syncing = first.budget.sync();
    await flushPromises();
    store.release(1);
    await syncing;
    store.slow = false;
    store.release(0);
    await taking;

    expect(first.budget.snapshot()[0]).toMatchObject({ used: 10 + MAX_LAG + 1 });
  });

  it('a grant before the loss was noticed is counted in the new epoch', async () => {
    const taking = tryTake(first.budget);
    const syncing = first.budget.sync();
    store.flush();
    const afterwards = first.budget.sync();
    await flushPromises();
    store.slow = false;
    store.release(0);
    expect(await taking).toBe(true);
    store.release(0);
    store.release(0);
    await Promise.all([syncing, afterwards]);
    await first.budget.sync();

    expect(first.budget.snapshot()[0]).toMatchObject({ used: 11 + MAX_LAG });
  });
});

const spent = (calls: number) => ({ month: '2026-01', calls });

describe('a month of which 700 of 1 000 calls are known from outside', () => {
  const limits = { perMonth: 1_000 };

  async function startWith(calls: number): Promise<BudgetPod> {
    cluster = new BudgetCluster({ limits, maxPods: MAX_PODS, spent: spent(calls) });
    const pod = await cluster.start();
    await cluster.pass(1_200);
    return pod;
  }

  it('has the calls left that are neither spent nor in the possible gap', async () => {
    const pod = await startWith(700);

    expect(await takeAll(pod.budget)).toBe(ISSUABLE - 700 - MAX_LAG);
    expect(pod.budget.snapshot()[0]?.used).toBe(ISSUABLE);
  });

  it('is restored when the store and all processes end within the same minute', async () => {
    const pod = await startWith(0);
    expect(await take(pod, 700)).toBe(700);
    const again = await startWith(700);

    expect(700 + (await takeAll(again.budget))).toBeLessThanOrEqual(ISSUABLE);
  });

  it('is never lowered: a number that is smaller than the count changes nothing', async () => {
    const pod = await startWith(100);
    expect(await take(pod, 400)).toBe(400);
    const later = await cluster.start();
    await cluster.pass(1_200);

    expect(later.budget.snapshot()[0]?.used).toBe(100 + MAX_LAG + 400);
  });

  it('does not spend the reserve without the store when more than the store issues is spent', async () => {
    expect(await shareWithoutStore(ISSUABLE)).toBe(SHARE);
    expect(await shareWithoutStore(ISSUABLE + 1)).toBe(0);
  });
});

/** What a pod that never reaches the store takes in a month of which so many calls are known from outside. */
async function shareWithoutStore(calls: number): Promise<number> {
  const limits = { perMonth: 1_000 };
  const lonely = new BudgetCluster({ limits, maxPods: MAX_PODS, spent: spent(calls) });
  const link = new StoreLink(lonely.store);
  link.cut = true;
  return takeAll((await lonely.start(link)).budget);
}
