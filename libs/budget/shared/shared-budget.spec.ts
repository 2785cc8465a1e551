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

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Calls in one process, as many as it may but no more than so many. */
async function take(pod: BudgetPod, calls: number): Promise<number> {
  let made = 0;
  while (made < calls && (await tryTake(pod.budget))) made += 1;
  return made;
}

describe('processes that share a budget', () => {
  it('use it together, to the last call that the store may issue', async () => {
    expect(await take(first, 500)).toBe(500);

    expect(await takeAll(second.budget)).toBe(ISSUABLE - 500);
  });

  it('leave what is left to the most urgent calls', async () => {
    expect(await takeAll(first.budget, 'refresh')).toBe(720);
    expect(await takeAll(second.budget, 'expired')).toBe(135);
    expect(await takeAll(first.budget, 'missing')).toBe(45);
    await second.budget.sync();

    const levels = ['tight', 'last', 'spent'].map((level) => ({ name: 'level', level }));
    expect(first.events).toEqual(levels);
    expect(second.events).toEqual(levels);
  });

  it('do not ask the store again for what is spent', async () => {
    await takeAll(first.budget);
    await tryTake(second.budget);
    const { requests: asked } = cluster.store;
    await Promise.all(Array.from({ length: 50 }, () => tryTake(second.budget)));

    expect(cluster.store.requests).toBe(asked);
  });

  it('ask once when the store knows that it is spent', async () => {
    await takeAll(first.budget);
    const { requests: asked } = cluster.store;
    await tryTake(second.budget);

    expect(cluster.store.requests - asked).toBe(1);
  });

  it('begin the next day at once', async () => {
    await takeAll(first.budget);
    await cluster.pass(300);
    cluster.clock.advance(DAY_MS - 300);
    await Promise.all([first.budget.sync(), second.budget.sync()]);
    await cluster.pass(1_000);

    expect(await takeAll(second.budget)).toBe(ISSUABLE);
  });

  it('tell how far it is used, and the same pace', async () => {
    const endsAtMs = cluster.clock.nowMs() + DAY_MS;
    await take(first, 180);
    await second.budget.sync();

    expect(second.budget.snapshot()).toEqual([
      { window: 'day', used: 180, limit: 1_000, endsAtMs: expect.any(Number) },
    ]);
    expect(second.budget.snapshot()[0]!.endsAtMs).toBeLessThanOrEqual(endsAtMs + 1_000);
    expect(second.budget.ttlFactor).toBeCloseTo(2, 1);
  });

  it('wait for one that has not heard, and not for one that is gone', async () => {
    await take(first, MAX_LAG);
    expect(cluster.clock.nowMs()).toBe(Date.UTC(2026, 0, 1) + 1_200);
    cluster.kill(second);
    await take(first, 1);

    expect(cluster.clock.nowMs()).toBeGreaterThan(Date.UTC(2026, 0, 1) + 1_200);
    expect(await takeAll(first.budget)).toBe(ISSUABLE - MAX_LAG - 1);
  });
});

describe('the first process of all', () => {
  it('waits a second, in case that others remember a budget', async () => {
    cluster = new BudgetCluster({ limits: { perDay: 1_000 }, maxPods: MAX_PODS });
    first = await cluster.start();
    const startedAtMs = cluster.clock.nowMs();
    await first.budget.take('missing');

    expect(cluster.clock.nowMs() - startedAtMs).toBeGreaterThanOrEqual(1_000);
    expect(cluster.clock.nowMs() - startedAtMs).toBeLessThan(1_500);
  });
});

describe('while the store is away', () => {
  it('each process has its share, and says that it spends it', async () => {
    await take(first, 100);
    cluster.store.down = true;

    expect(await takeAll(first.budget)).toBe(SHARE);
    expect(await takeAll(second.budget)).toBe(SHARE);
    cluster.store.down = false;
    await first.budget.sync();
    expect(first.events).toEqual([{ name: 'reserve-begun' }, { name: 'reserve-ended' }]);
  });

  it('a share is spent once in a window', async () => {
    cluster.store.down = true;
    await takeAll(first.budget);
    cluster.store.down = false;
    await cluster.pass(1_200);
    await first.budget.take('missing');
    cluster.store.down = true;

    expect(await takeAll(first.budget)).toBe(0);
  });

  it('a share is left to who waits, too', async () => {
    cluster.store.down = true;

    expect(await takeAll(first.budget, 'refresh')).toBe(4);
    expect(await takeAll(first.budget, 'missing')).toBe(1);
  });

  it('a process that starts takes a share for granted', async () => {
    cluster.store.down = true;
    const third = await cluster.start();

    expect(await takeAll(third.budget)).toBe(SHARE);
  });

  it('a new day brings a new share, and is the same day when the store is back', async () => {
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

  it('an answer that comes too late is no permission', async () => {
    cluster.store.dropsReplies = true;
    expect(await takeAll(first.budget)).toBe(SHARE);
    cluster.store.dropsReplies = false;
    await cluster.pass(300);

    expect(first.budget.snapshot()[0]).toMatchObject({ used: SHARE + 1 + SHARE });
  });
});

describe('a share', () => {
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

    expect(await takeAll(third.budget)).toBe(0);
    expect(await takeAll(first.budget)).toBe(5);
  });

  it('is lost with a process that is killed', async () => {
    cluster.kill(second);
    const third = await cluster.start();
    await cluster.pass(2_000);
    cluster.store.down = true;

    expect(await takeAll(third.budget)).toBe(0);
  });

  it('passes on from a process that stops, if it is unspent', async () => {
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
  it('goes on from what a process remembers, but for the calls that it may not have heard of', async () => {
    await take(first, 200);
    await cluster.pass(300);
    cluster.store.flush();
    await cluster.pass(1_200);

    expect(await takeAll(second.budget)).toBe(ISSUABLE - 200 - MAX_LAG);
    expect(first.events[0]).toEqual({ name: 'count-lost' });
    expect(first.events.filter(({ name }) => name === 'count-lost')).toHaveLength(1);
  });

  it('does not issue what it issued to a process that was killed before anybody heard', async () => {
    await take(first, 200);
    await cluster.pass(600);
    const nowMs = cluster.clock.nowMs();
    const unheard = await take(first, MAX_LAG);
    expect(cluster.clock.nowMs()).toBe(nowMs);
    cluster.kill(first);
    cluster.store.flush();
    await cluster.pass(1_200);

    expect(200 + unheard + (await takeAll(second.budget))).toBe(ISSUABLE);
  });

  it('issues nothing to a process that has just started before the others are heard', async () => {
    const line = new StoreLink(cluster.store);
    const rememberer = await cluster.start(line);
    await cluster.pass(600);
    await take(rememberer, 200);
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

  it('has no share for a process that starts afterwards, while others keep theirs', async () => {
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

  it('keeps the month, too', async () => {
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
  it('does not go below what a process has seen', async () => {
    const undo = cluster.store.save();
    await take(first, 40);
    undo();
    await first.budget.sync();
    await second.budget.sync();

    expect(second.budget.snapshot()[0]!.used).toBeGreaterThanOrEqual(40);
  });
});

describe('answers that cross a loss of memory', () => {
  /** Keeps answers back until they are let go. */
  class SlowStore extends FakeBudgetStore {
    private readonly held: (() => void)[] = [];
    slow = false;

    override async send(...args: Parameters<FakeBudgetStore['send']>) {
      const answer = await super.send(...args);
      if (this.slow) await new Promise<void>((resolve) => this.held.push(resolve));
      return answer;
    }

    answer(at: number): void {
      this.held.splice(at, 1)[0]?.();
    }
  }

  let store: SlowStore;

  beforeEach(async () => {
    store = new SlowStore(MAX_LAG, MAX_PODS);
    first = await cluster.start(store);
    await cluster.pass(1_200);
    await take(first, 10);
    store.slow = true;
  });

  it('a permission of the lost memory is void once the new one is known', async () => {
    const taking = tryTake(first.budget);
    store.flush();
    const hearing = first.budget.sync();
    await settled();
    store.answer(1);
    await hearing;
    store.slow = false;
    store.answer(0);
    await taking;

    expect(first.budget.snapshot()[0]).toMatchObject({ used: 10 + MAX_LAG + 1 });
  });

  it('a permission that came before the loss was noticed is told to the new memory', async () => {
    const taking = tryTake(first.budget);
    const hearing = first.budget.sync();
    store.flush();
    const afterwards = first.budget.sync();
    await settled();
    store.slow = false;
    store.answer(0);
    expect(await taking).toBe(true);
    store.answer(0);
    store.answer(0);
    await Promise.all([hearing, afterwards]);
    await first.budget.sync();

    expect(first.budget.snapshot()[0]).toMatchObject({ used: 11 + MAX_LAG });
  });
});
