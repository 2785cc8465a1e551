import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { wait } from '@app/clock/wait.js';
import { LoadError } from '@app/load/load.error.js';
import { NotAdmittedError } from './not-admitted.error.js';
import type { Lease, SharedRecord } from './shared-store.js';
import { FakeSharedStore } from './testing/fake-shared-store.js';
import { KEY, CacheCluster, flushPromises, summaryOf, type CachePod } from './testing/cache-cluster.js';

const STALE = 600_000;
const EXPIRED = 900_000;
const DEAD = 22_500_000;
const LEASE_MS = 1_000;
const HOLD_MS = 150;
const LOOK_AGAIN_AFTER_MS = 25;
const RENEW_EVERY_MS = 300;
const STORED_AS = `news:${KEY}`;

let cluster: CacheCluster;
let pods: CachePod[];
let first: CachePod;
let second: CachePod;
let third: CachePod;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  cluster = new CacheCluster();
  pods = cluster.pods(3);
  [first, second, third] = pods as [CachePod, CachePod, CachePod];
});
afterEach(() => void jest.useRealTimers());

/** Every process is asked twice at the same time. */
const askAll = (): Promise<string[]> =>
  Promise.all(pods.flatMap((pod) => [pod.read(), pod.read()]).map((answer) => answer.then(summaryOf)));

/** Lets followers look once more. */
const looked = (): Promise<void> => jest.advanceTimersByTimeAsync(LOOK_AGAIN_AFTER_MS);

/** What is answered once followers have looked again. */
async function soon<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => undefined);
  await looked();
  return answer;
}

/** Asks a process that will never come to an end with it. */
function kill(pod: CachePod): void {
  cluster.source.hold();
  pod.read().catch(() => undefined);
}

/** Gives every process the same copy. */
async function shareOneCopy(): Promise<void> {
  for (const pod of pods) await pod.read();
  for (const pod of pods) pod.events.length = 0;
}

describe('a key that nobody knows', () => {
  it('is loaded once for all who ask at the same time', async () => {
    const release = cluster.source.hold();
    const answers = askAll();
    await flushPromises();
    release();

    expect((await soon(answers)).toSorted()).toEqual([
      '1 fresh miss',
      ...Array<string>(5).fill('1 fresh waited'),
    ]);
    expect(cluster.source.calls).toBe(1);
    expect(pods.flatMap(({ events }) => events).toSorted()).toEqual([
      'miss',
      ...Array<string>(5).fill('waited'),
    ]);
  });

  it('is not loaded by who comes later', async () => {
    await first.read();

    expect(summaryOf(await second.read())).toBe('1 fresh hit');
  });

  it('has the same life in every process', async () => {
    const { entry } = await first.read();

    expect((await second.read()).entry).toEqual(entry);
  });
});

describe('a copy that grows old in all processes', () => {
  beforeEach(shareOneCopy);

  it('is served at once when stale, and refreshed by one for all', async () => {
    cluster.clock.advance(STALE);
    const release = cluster.source.hold();
    expect(await soon(askAll())).toEqual(Array(6).fill('1 stale hit'));
    release();
    await looked();

    expect(await soon(askAll())).toEqual(Array(6).fill('2 fresh hit'));
    expect(cluster.source.calls).toBe(2);
  });

  it('is adopted from who refreshed it before', async () => {
    cluster.clock.advance(STALE);
    await first.read();
    await flushPromises();
    expect(summaryOf(await second.read())).toBe('1 stale hit');
    await flushPromises();

    expect(summaryOf(await second.read())).toBe('2 fresh hit');
    expect(cluster.source.calls).toBe(2);
  });

  it('is fetched by one when expired, while the others wait', async () => {
    cluster.clock.advance(EXPIRED);
    const release = cluster.source.hold();
    const answers = askAll();
    await looked();
    release();

    expect((await soon(answers)).toSorted()).toEqual([
      '2 fresh miss',
      ...Array<string>(5).fill('2 fresh waited'),
    ]);
    expect(cluster.source.calls).toBe(2);
  });

  it('is taken from the store by who comes when another one fetched it', async () => {
    cluster.clock.advance(EXPIRED);
    await first.read();

    expect(summaryOf(await second.read())).toBe('2 fresh hit');
    expect(cluster.source.calls).toBe(2);
  });
});

describe('a load that fails', () => {
  const quota = new LoadError('quota', 'status 429', 60_000);

  it('fails for all who wait for it, with its code and the time to wait', async () => {
    const release = cluster.source.hold();
    const answers = pods.map((pod) => pod.read().catch((error: unknown) => error));
    await flushPromises();
    cluster.source.fault = quota;
    release();

    for (const error of await soon(Promise.all(answers))) {
      expect(error).toBeInstanceOf(LoadError);
      expect(error).toMatchObject({ code: 'quota', retryAfterMs: 60_000 });
    }
    expect(cluster.source.calls).toBe(1);
  });

  it('unexpectedly is itself for who led it, and "unexpected" for the others', async () => {
    const release = cluster.source.hold();
    const answers = [first, second].map((pod) => pod.read().catch((error: unknown) => error));
    await flushPromises();
    cluster.source.fault = new TypeError('a bug');
    release();
    const [leader, follower] = await soon(Promise.all(answers));

    expect(leader).toBeInstanceOf(TypeError);
    expect(follower).toMatchObject({ code: 'unexpected', retryAfterMs: undefined });
  });

  it('is told to who asks within the hold; the next question after it loads', async () => {
    cluster.source.fault = quota;
    await expect(first.read()).rejects.toBe(quota);
    cluster.clock.advance(HOLD_MS - 1);
    await expect(second.read()).rejects.toMatchObject({ code: 'quota' });
    await expect(first.read()).rejects.toMatchObject({ code: 'quota' });
    expect(cluster.source.calls).toBe(1);
    cluster.source.fault = undefined;
    cluster.clock.advance(1);

    expect(summaryOf(await second.read())).toBe('2 fresh miss');
  });

  it('lets all who have an expired copy serve it', async () => {
    await shareOneCopy();
    cluster.clock.advance(EXPIRED);
    cluster.source.fault = quota;

    expect(await soon(askAll())).toEqual(Array(6).fill('1 expired hit'));
    expect(cluster.source.calls).toBe(2);
  });

  it('gives the expired copy of the store to who has none', async () => {
    await first.read();
    cluster.clock.advance(EXPIRED);
    cluster.source.fault = quota;
    const release = cluster.source.hold();
    const answers = [first.read(), second.read()];
    await flushPromises();
    release();

    expect((await soon(Promise.all(answers))).map(summaryOf)).toEqual(Array(2).fill('1 expired hit'));
    expect(cluster.source.calls).toBe(2);
  });
});

describe('a caller who may not ask the source', () => {
  it('gives the lease back at once: another process asks, once', async () => {
    const release = cluster.source.hold();
    const refused = first.readWithoutAdmission().catch((error: unknown) => error);
    await flushPromises();
    const others = [second.read(), third.read(), first.read()];
    await looked();
    expect(cluster.source.calls).toBe(0);
    release();

    expect(await refused).toBeInstanceOf(NotAdmittedError);
    expect((await soon(Promise.all(others))).map(summaryOf).toSorted()).toEqual([
      '1 fresh miss',
      '1 fresh waited',
      '1 fresh waited',
    ]);
    expect(cluster.source.calls).toBe(1);
  });

  it('leaves no failure behind, for nobody', async () => {
    await expect(first.readWithoutAdmission()).rejects.toThrow(NotAdmittedError);

    expect(summaryOf(await second.read())).toBe('1 fresh miss');
    expect(summaryOf(await first.read())).toBe('1 fresh hit');
  });

  it('gets the expired copy that another process has stored', async () => {
    await first.read();
    cluster.clock.advance(EXPIRED);

    expect(summaryOf(await second.readWithoutAdmission())).toBe('1 expired hit');
    expect(summaryOf(await third.read())).toBe('2 fresh miss');
  });

  it('gets what another process is asking for already', async () => {
    const release = cluster.source.hold();
    const answers = [first.read(), second.readWithoutAdmission()];
    await flushPromises();
    release();

    expect((await soon(Promise.all(answers))).map(summaryOf)).toEqual([
      '1 fresh miss',
      '1 fresh waited',
    ]);
  });
});

describe('a holder that is killed in mid-load', () => {
  it('passes its lease on to one of those who wait', async () => {
    kill(first);
    await flushPromises();
    const answers = [second.read(), third.read()];
    await looked();
    expect(cluster.source.calls).toBe(1);
    cluster.source.stopHolding();
    cluster.clock.advance(LEASE_MS);

    expect((await soon(Promise.all(answers))).map(summaryOf).toSorted()).toEqual([
      '2 fresh miss',
      '2 fresh waited',
    ]);
    expect(cluster.source.calls).toBe(2);
  });

  it('keeps its lease to the last millisecond', async () => {
    kill(first);
    await flushPromises();
    cluster.source.stopHolding();
    cluster.clock.advance(LEASE_MS - 1);
    const answer = second.read();
    await looked();
    expect(cluster.source.calls).toBe(1);
    cluster.clock.advance(1);

    expect(summaryOf(await soon(answer))).toBe('2 fresh miss');
  });
});

describe('a holder that is late', () => {
  let release: () => void;
  let late: Promise<string>;

  beforeEach(async () => {
    release = cluster.source.hold();
    late = first.read().then(summaryOf, String);
    await flushPromises();
    cluster.source.stopHolding();
    cluster.clock.advance(LEASE_MS);
  });

  it('adopts the newer record, and does not overwrite it', async () => {
    expect(summaryOf(await second.read())).toBe('2 fresh miss');
    release();

    expect(await late).toBe('2 fresh miss');
    expect(cluster.store.records.get(STORED_AS)?.text).toBe('2');
    expect(summaryOf(await third.read())).toBe('2 fresh hit');
  });

  it('serves those who wait for the next holder, until that one is done', async () => {
    const releaseNext = cluster.source.hold();
    const next = second.read();
    await flushPromises();
    release();
    expect(await late).toBe('1 fresh miss');
    expect(summaryOf(await third.read())).toBe('1 fresh hit');
    releaseNext();

    expect(summaryOf(await next)).toBe('2 fresh miss');
    expect(cluster.store.records.get(STORED_AS)?.text).toBe('2');
  });

  it('does not end the next holder’s lease by failing', async () => {
    const releaseNext = cluster.source.hold();
    const next = second.read();
    await flushPromises();
    cluster.source.fault = new LoadError('failing', 'status 500');
    release();
    expect(await late).toContain('status 500');
    cluster.source.fault = undefined;
    const waiting = third.read();
    await looked();
    releaseNext();

    expect((await soon(Promise.all([next, waiting]))).map(summaryOf)).toEqual([
      '2 fresh miss',
      '2 fresh waited',
    ]);
  });

  it('is told of once', async () => {
    await second.read();
    await jest.advanceTimersByTimeAsync(3 * RENEW_EVERY_MS);
    release();
    await late;

    expect(first.events).toEqual(['lease-lost', 'miss']);
  });
});

describe('a lease', () => {
  it('is renewed for as long as the load goes on', async () => {
    const release = cluster.source.hold();
    const leader = first.read();
    await flushPromises();
    for (let renewals = 0; renewals < 2; renewals += 1) {
      cluster.clock.advance(LEASE_MS - 1);
      await jest.advanceTimersByTimeAsync(RENEW_EVERY_MS);
    }
    const follower = second.read();
    await looked();
    release();

    expect((await soon(Promise.all([leader, follower]))).map(summaryOf)).toEqual([
      '1 fresh miss',
      '1 fresh waited',
    ]);
    expect(first.events).toEqual(['miss']);
  });

  it.each([
    ['settled', undefined],
    ['given back after a failure', new LoadError('failing', 'status 500')],
  ])('is not called lost while it is %s', async (_how, fault) => {
    cluster.source.fault = fault;
    const pod = cluster.pod({ store: new SlowStore(cluster.clock) });
    const asking = pod.read().catch(() => undefined);
    await jest.advanceTimersByTimeAsync(2 * RENEW_EVERY_MS);
    await asking;

    expect(pod.events).not.toContain('lease-lost');
  });

  it('that is renewed by a load without end makes the others give up after five seconds', async () => {
    cluster = new CacheCluster(60_000);
    [first, second] = cluster.pods(2) as [CachePod, CachePod];
    const release = cluster.source.hold();
    const leader = first.read();
    await flushPromises();
    const answer = second.read({ withinMs: 10_000 });
    await looked();
    cluster.clock.advance(5_000);

    await expect(soon(answer)).rejects.toMatchObject({ code: 'timeout' });
    expect(cluster.source.calls).toBe(1);
    release();
    expect(summaryOf(await leader)).toBe('1 fresh miss');
  });
});

describe('without the store', () => {
  it('each process loads for itself, once', async () => {
    cluster.store.down = true;
    await soon(askAll());
    await soon(askAll());

    expect(cluster.source.calls).toBe(3);
  });

  it('those who wait for another process stop waiting and load', async () => {
    const release = cluster.source.hold();
    const answers = askAll();
    await looked();
    expect(cluster.source.calls).toBe(1);
    cluster.store.down = true;
    await looked();
    release();

    const outcomes = (await soon(answers)).map((answer) => answer.split(' ').at(-1));
    expect(outcomes).toEqual(['miss', 'waited', 'miss', 'waited', 'miss', 'waited']);
    expect(cluster.source.calls).toBe(3);
  });

  it('an expired copy is served when the source fails', async () => {
    await first.read();
    cluster.store.down = true;
    cluster.clock.advance(DEAD - 1);
    cluster.source.fault = new LoadError('failing', 'status 500');

    expect(summaryOf(await first.read())).toBe('1 expired hit');
  });

  it('nobody loses anything that the memory holds; with it again, all share', async () => {
    await shareOneCopy();
    cluster.store.down = true;
    expect(await soon(askAll())).toEqual(Array(6).fill('1 fresh hit'));
    cluster.store.down = false;
    cluster.clock.advance(EXPIRED);
    await soon(askAll());

    expect(cluster.source.calls).toBe(2);
  });

  it('that came back empty, one load fills it for all', async () => {
    await shareOneCopy();
    cluster.store.records.clear();
    cluster.store.leases.clear();
    cluster.clock.advance(STALE);
    await soon(askAll());
    await looked();

    expect(await soon(askAll())).toEqual(Array(6).fill('2 fresh hit'));
    expect(cluster.source.calls).toBe(2);
  });
});

/** Takes longer to answer than the time after which a lease is renewed. */
class SlowStore extends FakeSharedStore {
  override async settle(lease: Lease, record: SharedRecord): Promise<SharedRecord> {
    const standing = await super.settle(lease, record);
    await this.muse();
    return standing;
  }

  override async fail(lease: Lease, error: LoadError, holdMs: number): Promise<void> {
    await super.fail(lease, error, holdMs);
    await this.muse();
  }

  private muse(): Promise<void> {
    return wait(RENEW_EVERY_MS + 1);
  }
}
