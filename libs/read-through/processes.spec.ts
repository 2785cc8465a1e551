import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { wait } from '@app/clock/wait.js';
import { LoadError } from '@app/load/load.error.js';
import { NotAdmittedError } from './not-admitted.error.js';
import type { Lease, SharedRecord } from './shared-store.js';
import { FakeSharedStore } from './testing/fake-shared-store.js';
import {
  KEY,
  CacheCluster,
  flushPromises,
  summaryOf,
  type CachePod,
} from './testing/cache-cluster.js';
import type { News } from './testing/fake-source.js';

const STALE = 600_000;
const EXPIRED = 900_000;
const DEAD = 22_500_000;
const LEASE_MS = 1_000;
const FAILURE_TTL_MS = 150;
const POLL_INTERVAL_MS = 25;
const RENEW_INTERVAL_MS = 300;
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

/** Reads twice in every process, at the same time. */
const readAll = (): Promise<string[]> =>
  Promise.all(
    pods.flatMap((pod) => [pod.read(), pod.read()]).map((answer) => answer.then(summaryOf)),
  );

/** Lets followers poll once more. */
const nextPoll = (): Promise<void> => jest.advanceTimersByTimeAsync(POLL_INTERVAL_MS);

/** The result after the next poll of the followers. */
async function afterPoll<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => undefined);
  await nextPoll();
  return answer;
}

/** Starts a load that never ends, as in a process that is killed. */
function kill(pod: CachePod): void {
  cluster.source.hold();
  pod.read().catch(() => undefined);
}

/** Gives every process the same entry. */
async function shareOneEntry(): Promise<void> {
  for (const pod of pods) await pod.read();
  for (const pod of pods) pod.events.length = 0;
}

describe('a key that is in no cache', () => {
  it('is loaded once for concurrent reads in all processes', async () => {
    const release = cluster.source.hold();
    const answers = readAll();
    await flushPromises();
    release();

    expect((await afterPoll(answers)).toSorted()).toEqual([
      '1 fresh miss',
      ...Array<string>(5).fill('1 fresh waited'),
    ]);
    expect(cluster.source.calls).toBe(1);
    expect(pods.flatMap(({ events }) => events).toSorted()).toEqual([
      'miss',
      ...Array<string>(5).fill('waited'),
    ]);
  });

  it('is not loaded again by a later read in another process', async () => {
    await first.read();

    expect(summaryOf(await second.read())).toBe('1 fresh hit');
  });

  it('has the same window in every process', async () => {
    const { entry } = await first.read();

    expect((await second.read()).entry).toEqual(entry);
  });
});

describe('a value that is completed from the previous one', () => {
  /** Keeps the sum of all editions, as a source that never repeats itself would need. */
  const options = {
    complete: ({ edition }: News, previous: News): News => ({
      edition: edition + previous.edition,
    }),
  };

  it.each([
    ['expired', EXPIRED],
    ['stale', STALE],
  ])('takes it from the store when another process loaded it, once %s', async (_state, ageMs) => {
    const [loader, other] = [cluster.pod(options), cluster.pod(options)];
    await loader.read();
    cluster.clock.advance(ageMs);
    await other.read();
    await flushPromises();

    expect(cluster.source.calls).toBe(2);
    expect((await other.read()).entry.value).toEqual({ edition: 3 });
    await loader.read();
    await flushPromises();
    expect((await loader.read()).entry.value).toEqual({ edition: 3 });
  });

  it('takes it from memory while the store is down', async () => {
    const pod = cluster.pod(options);
    await pod.read();
    cluster.store.down = true;
    cluster.clock.advance(EXPIRED);

    expect((await pod.read()).entry.value).toEqual({ edition: 3 });
  });

  it('is not completed from a dead one', async () => {
    const pod = cluster.pod(options);
    await pod.read();
    cluster.clock.advance(DEAD);

    expect((await pod.read()).entry.value).toEqual({ edition: 2 });
  });

  it('is completed with the time at the end of the load', async () => {
    const times: number[] = [];
    const pod = cluster.pod({
      complete: (loaded, _previous, nowMs) => {
        times.push(nowMs);
        return loaded;
      },
    });
    await pod.read();
    cluster.clock.advance(EXPIRED);
    const release = cluster.source.hold();
    const answer = pod.read();
    await flushPromises();
    cluster.clock.advance(1_000);
    release();
    await answer;

    expect(times).toEqual([cluster.clock.nowMs()]);
  });
});

describe('an entry that ages in all processes', () => {
  beforeEach(shareOneEntry);

  it('is served at once when stale, and refreshed once for all', async () => {
    cluster.clock.advance(STALE);
    const release = cluster.source.hold();
    expect(await afterPoll(readAll())).toEqual(Array(6).fill('1 stale hit'));
    release();
    await nextPoll();

    expect(await afterPoll(readAll())).toEqual(Array(6).fill('2 fresh hit'));
    expect(cluster.source.calls).toBe(2);
  });

  it('is taken from the store after another process refreshed it', async () => {
    cluster.clock.advance(STALE);
    await first.read();
    await flushPromises();
    expect(summaryOf(await second.read())).toBe('1 stale hit');
    await flushPromises();

    expect(summaryOf(await second.read())).toBe('2 fresh hit');
    expect(cluster.source.calls).toBe(2);
  });

  it('is loaded by one process when expired, while the others wait', async () => {
    cluster.clock.advance(EXPIRED);
    const release = cluster.source.hold();
    const answers = readAll();
    await nextPoll();
    release();

    expect((await afterPoll(answers)).toSorted()).toEqual([
      '2 fresh miss',
      ...Array<string>(5).fill('2 fresh waited'),
    ]);
    expect(cluster.source.calls).toBe(2);
  });

  it('is taken from the store after another process loaded it', async () => {
    cluster.clock.advance(EXPIRED);
    await first.read();

    expect(summaryOf(await second.read())).toBe('2 fresh hit');
    expect(cluster.source.calls).toBe(2);
  });
});

describe('a load that fails', () => {
  const quota = new LoadError('quota', 'status 429', 60_000);

  it('fails for all waiting callers with its code and retryAfterMs', async () => {
    const release = cluster.source.hold();
    const answers = pods.map((pod) => pod.read().catch((error: unknown) => error));
    await flushPromises();
    cluster.source.fault = quota;
    release();

    for (const error of await afterPoll(Promise.all(answers))) {
      expect(error).toBeInstanceOf(LoadError);
      expect(error).toMatchObject({ code: 'quota', retryAfterMs: 60_000 });
    }
    expect(cluster.source.calls).toBe(1);
  });

  it('unexpectedly throws its own error for the leader, "unexpected" for followers', async () => {
    const release = cluster.source.hold();
    const answers = [first, second].map((pod) => pod.read().catch((error: unknown) => error));
    await flushPromises();
    cluster.source.fault = new TypeError('a bug');
    release();
    const [leader, follower] = await afterPoll(Promise.all(answers));

    expect(leader).toBeInstanceOf(TypeError);
    expect(follower).toMatchObject({ code: 'unexpected', retryAfterMs: undefined });
  });

  it('is thrown to reads within its TTL; the next read after it loads', async () => {
    cluster.source.fault = quota;
    await expect(first.read()).rejects.toBe(quota);
    cluster.clock.advance(FAILURE_TTL_MS - 1);
    await expect(second.read()).rejects.toMatchObject({ code: 'quota' });
    await expect(first.read()).rejects.toMatchObject({ code: 'quota' });
    expect(cluster.source.calls).toBe(1);
    cluster.source.fault = undefined;
    cluster.clock.advance(1);

    expect(summaryOf(await second.read())).toBe('2 fresh miss');
  });

  it('lets every process serve its expired entry', async () => {
    await shareOneEntry();
    cluster.clock.advance(EXPIRED);
    cluster.source.fault = quota;

    expect(await afterPoll(readAll())).toEqual(Array(6).fill('1 expired hit'));
    expect(cluster.source.calls).toBe(2);
  });

  it('gives the expired entry of the store to a process without one', async () => {
    await first.read();
    cluster.clock.advance(EXPIRED);
    cluster.source.fault = quota;
    const release = cluster.source.hold();
    const answers = [first.read(), second.read()];
    await flushPromises();
    release();

    expect((await afterPoll(Promise.all(answers))).map(summaryOf)).toEqual(
      Array(2).fill('1 expired hit'),
    );
    expect(cluster.source.calls).toBe(2);
  });
});

describe('a caller that is not admitted', () => {
  it('releases the lease at once, and another process loads', async () => {
    const release = cluster.source.hold();
    const refused = first.readWithoutAdmission().catch((error: unknown) => error);
    await flushPromises();
    const others = [second.read(), third.read(), first.read()];
    await nextPoll();
    expect(cluster.source.calls).toBe(0);
    release();

    expect(await refused).toBeInstanceOf(NotAdmittedError);
    expect((await afterPoll(Promise.all(others))).map(summaryOf).toSorted()).toEqual([
      '1 fresh miss',
      '1 fresh waited',
      '1 fresh waited',
    ]);
    expect(cluster.source.calls).toBe(1);
  });

  it('leaves no failure behind', async () => {
    await expect(first.readWithoutAdmission()).rejects.toThrow(NotAdmittedError);

    expect(summaryOf(await second.read())).toBe('1 fresh miss');
    expect(summaryOf(await first.read())).toBe('1 fresh hit');
  });

  it('gets the expired entry that another process has stored', async () => {
    await first.read();
    cluster.clock.advance(EXPIRED);

    expect(summaryOf(await second.readWithoutAdmission())).toBe('1 expired hit');
    expect(summaryOf(await third.read())).toBe('2 fresh miss');
  });

  it('gets the result of a load in another process', async () => {
    const release = cluster.source.hold();
    const answers = [first.read(), second.readWithoutAdmission()];
    await flushPromises();
    release();

    expect((await afterPoll(Promise.all(answers))).map(summaryOf)).toEqual([
      '1 fresh miss',
      '1 fresh waited',
    ]);
  });
});

describe('a leader that is killed during its load', () => {
  it('passes its lease on to one of the followers', async () => {
    kill(first);
    await flushPromises();
    const answers = [second.read(), third.read()];
    await nextPoll();
    expect(cluster.source.calls).toBe(1);
    cluster.source.stopHolding();
    cluster.clock.advance(LEASE_MS);

    expect((await afterPoll(Promise.all(answers))).map(summaryOf).toSorted()).toEqual([
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
    await nextPoll();
    expect(cluster.source.calls).toBe(1);
    cluster.clock.advance(1);

    expect(summaryOf(await afterPoll(answer))).toBe('2 fresh miss');
  });
});

describe('a leader that is late', () => {
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

  it('serves the followers of the next leader until that one is done', async () => {
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

  it('does not end the lease of the next leader when its load fails', async () => {
    const releaseNext = cluster.source.hold();
    const next = second.read();
    await flushPromises();
    cluster.source.fault = new LoadError('failing', 'status 500');
    release();
    expect(await late).toContain('status 500');
    cluster.source.fault = undefined;
    const waiting = third.read();
    await nextPoll();
    releaseNext();

    expect((await afterPoll(Promise.all([next, waiting]))).map(summaryOf)).toEqual([
      '2 fresh miss',
      '2 fresh waited',
    ]);
  });

  it('emits lease-lost once', async () => {
    await second.read();
    await jest.advanceTimersByTimeAsync(3 * RENEW_INTERVAL_MS);
    release();
    await late;

    expect(first.events).toEqual(['lease-lost', 'miss']);
  });
});

describe('a lease', () => {
  it('is renewed during the load', async () => {
    const release = cluster.source.hold();
    const leader = first.read();
    await flushPromises();
    for (let renewals = 0; renewals < 2; renewals += 1) {
      cluster.clock.advance(LEASE_MS - 1);
      await jest.advanceTimersByTimeAsync(RENEW_INTERVAL_MS);
    }
    const follower = second.read();
    await nextPoll();
    release();

    expect((await afterPoll(Promise.all([leader, follower]))).map(summaryOf)).toEqual([
      '1 fresh miss',
      '1 fresh waited',
    ]);
    expect(first.events).toEqual(['miss']);
  });

  it.each([
    ['settled', undefined],
    ['released after a failure', new LoadError('failing', 'status 500')],
  ])('is not reported lost while it is %s', async (_how, fault) => {
    cluster.source.fault = fault;
    const pod = cluster.pod({ store: new SlowStore(cluster.clock) });
    const asking = pod.read().catch(() => undefined);
    await jest.advanceTimersByTimeAsync(2 * RENEW_INTERVAL_MS);
    await asking;

    expect(pod.events).not.toContain('lease-lost');
  });

  it('of a load without end makes followers give up after five seconds', async () => {
    cluster = new CacheCluster(60_000);
    [first, second] = cluster.pods(2) as [CachePod, CachePod];
    const release = cluster.source.hold();
    const leader = first.read();
    await flushPromises();
    const answer = second.read({ withinMs: 10_000 });
    await nextPoll();
    cluster.clock.advance(5_000);

    await expect(afterPoll(answer)).rejects.toMatchObject({ code: 'timeout' });
    expect(cluster.source.calls).toBe(1);
    release();
    expect(summaryOf(await leader)).toBe('1 fresh miss');
  });
});

describe('while the store is down, the read-through', () => {
  it('loads once per process', async () => {
    cluster.store.down = true;
    await afterPoll(readAll());
    await afterPoll(readAll());

    expect(cluster.source.calls).toBe(3);
  });

  it('loads in the followers of another process', async () => {
    const release = cluster.source.hold();
    const answers = readAll();
    await nextPoll();
    expect(cluster.source.calls).toBe(1);
    cluster.store.down = true;
    await nextPoll();
    release();

    const outcomes = (await afterPoll(answers)).map((answer) => answer.split(' ').at(-1));
    expect(outcomes).toEqual(['miss', 'waited', 'miss', 'waited', 'miss', 'waited']);
    expect(cluster.source.calls).toBe(3);
  });

  it('serves an expired entry when the source fails', async () => {
    await first.read();
    cluster.store.down = true;
    cluster.clock.advance(DEAD - 1);
    cluster.source.fault = new LoadError('failing', 'status 500');

    expect(summaryOf(await first.read())).toBe('1 expired hit');
  });

  it('serves entries from memory, and shares loads again afterwards', async () => {
    await shareOneEntry();
    cluster.store.down = true;
    expect(await afterPoll(readAll())).toEqual(Array(6).fill('1 fresh hit'));
    cluster.store.down = false;
    cluster.clock.advance(EXPIRED);
    await afterPoll(readAll());

    expect(cluster.source.calls).toBe(2);
  });

  it('fills a store that came back empty with one load', async () => {
    await shareOneEntry();
    cluster.store.records.clear();
    cluster.store.leases.clear();
    cluster.clock.advance(STALE);
    await afterPoll(readAll());
    await nextPoll();

    expect(await afterPoll(readAll())).toEqual(Array(6).fill('2 fresh hit'));
    expect(cluster.source.calls).toBe(2);
  });
});

/** Answers later than a lease is renewed. */
class SlowStore extends FakeSharedStore {
  override async settle(lease: Lease, record: SharedRecord): Promise<SharedRecord> {
    const current = await super.settle(lease, record);
    await this.delay();
    return current;
  }

  override async fail(lease: Lease, error: LoadError, ttlMs: number): Promise<void> {
    await super.fail(lease, error, ttlMs);
    await this.delay();
  }

  private delay(): Promise<void> {
    return wait(RENEW_INTERVAL_MS + 1);
  }
}
