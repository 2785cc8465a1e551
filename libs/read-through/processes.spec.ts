import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { wait } from '@app/clock/wait.js';
import { LoadError } from '@app/load/load.error.js';
import { NotAdmittedError } from './not-admitted.error.js';
import type { Lease, SharedRecord } from './shared-store.js';
import { FakeSharedStore } from './testing/fake-shared-store.js';
import { KEY, Region, settled, told, type Pod } from './testing/region.js';

const STALE = 600_000;
const EXPIRED = 900_000;
const DEAD = 22_500_000;
const LEASE_MS = 1_000;
const HOLD_MS = 150;
const LOOK_AGAIN_AFTER_MS = 25;
const RENEW_EVERY_MS = 300;
const STORED_AS = `news:${KEY}`;

let region: Region;
let pods: Pod[];
let first: Pod;
let second: Pod;
let third: Pod;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  region = new Region();
  pods = region.pods(3);
  [first, second, third] = pods as [Pod, Pod, Pod];
});
afterEach(() => void jest.useRealTimers());

/** Every process is asked twice at the same time. */
const askAll = (): Promise<string[]> =>
  Promise.all(pods.flatMap((pod) => [pod.ask(), pod.ask()]).map((answer) => answer.then(told)));

/** Lets followers look once more. */
const looked = (): Promise<void> => jest.advanceTimersByTimeAsync(LOOK_AGAIN_AFTER_MS);

/** What is answered once followers have looked again. */
async function soon<T>(answer: Promise<T>): Promise<T> {
  answer.catch(() => undefined);
  await looked();
  return answer;
}

/** Asks a process that will never come to an end with it. */
function kill(pod: Pod): void {
  region.source.hold();
  pod.ask().catch(() => undefined);
}

/** Gives every process the same copy. */
async function shareOneCopy(): Promise<void> {
  for (const pod of pods) await pod.ask();
  for (const pod of pods) pod.events.length = 0;
}

describe('a key that nobody knows', () => {
  it('is loaded once for all who ask at the same time', async () => {
    const letGo = region.source.hold();
    const answers = askAll();
    await settled();
    letGo();

    expect((await soon(answers)).toSorted()).toEqual([
      '1 fresh miss',
      ...Array<string>(5).fill('1 fresh waited'),
    ]);
    expect(region.source.calls).toBe(1);
    expect(pods.flatMap(({ events }) => events).toSorted()).toEqual([
      'miss',
      ...Array<string>(5).fill('waited'),
    ]);
  });

  it('is not loaded by who comes later', async () => {
    await first.ask();

    expect(told(await second.ask())).toBe('1 fresh hit');
  });

  it('has the same life in every process', async () => {
    const { entry } = await first.ask();

    expect((await second.ask()).entry).toEqual(entry);
  });
});

describe('a copy that grows old in all processes', () => {
  beforeEach(shareOneCopy);

  it('is served at once when stale, and refreshed by one for all', async () => {
    region.clock.advance(STALE);
    const letGo = region.source.hold();
    expect(await soon(askAll())).toEqual(Array(6).fill('1 stale hit'));
    letGo();
    await looked();

    expect(await soon(askAll())).toEqual(Array(6).fill('2 fresh hit'));
    expect(region.source.calls).toBe(2);
  });

  it('is adopted from who refreshed it before', async () => {
    region.clock.advance(STALE);
    await first.ask();
    await settled();
    expect(told(await second.ask())).toBe('1 stale hit');
    await settled();

    expect(told(await second.ask())).toBe('2 fresh hit');
    expect(region.source.calls).toBe(2);
  });

  it('is fetched by one when expired, while the others wait', async () => {
    region.clock.advance(EXPIRED);
    const letGo = region.source.hold();
    const answers = askAll();
    await looked();
    letGo();

    expect((await soon(answers)).toSorted()).toEqual([
      '2 fresh miss',
      ...Array<string>(5).fill('2 fresh waited'),
    ]);
    expect(region.source.calls).toBe(2);
  });

  it('is taken from the store by who comes when another one fetched it', async () => {
    region.clock.advance(EXPIRED);
    await first.ask();

    expect(told(await second.ask())).toBe('2 fresh hit');
    expect(region.source.calls).toBe(2);
  });
});

describe('a load that fails', () => {
  const quota = new LoadError('quota', 'status 429', 60_000);

  it('fails for all who wait for it, with its code and the time to wait', async () => {
    const letGo = region.source.hold();
    const answers = pods.map((pod) => pod.ask().catch((error: unknown) => error));
    await settled();
    region.source.fault = quota;
    letGo();

    for (const error of await soon(Promise.all(answers))) {
      expect(error).toBeInstanceOf(LoadError);
      expect(error).toMatchObject({ code: 'quota', retryAfterMs: 60_000 });
    }
    expect(region.source.calls).toBe(1);
  });

  it('unexpectedly is itself for who led it, and "unexpected" for the others', async () => {
    const letGo = region.source.hold();
    const answers = [first, second].map((pod) => pod.ask().catch((error: unknown) => error));
    await settled();
    region.source.fault = new TypeError('a bug');
    letGo();
    const [leader, follower] = await soon(Promise.all(answers));

    expect(leader).toBeInstanceOf(TypeError);
    expect(follower).toMatchObject({ code: 'unexpected', retryAfterMs: undefined });
  });

  it('is told to who asks within the hold; the next question after it loads', async () => {
    region.source.fault = quota;
    await expect(first.ask()).rejects.toBe(quota);
    region.clock.advance(HOLD_MS - 1);
    await expect(second.ask()).rejects.toMatchObject({ code: 'quota' });
    await expect(first.ask()).rejects.toMatchObject({ code: 'quota' });
    expect(region.source.calls).toBe(1);
    region.source.fault = undefined;
    region.clock.advance(1);

    expect(told(await second.ask())).toBe('2 fresh miss');
  });

  it('lets all who have an expired copy serve it', async () => {
    await shareOneCopy();
    region.clock.advance(EXPIRED);
    region.source.fault = quota;

    expect(await soon(askAll())).toEqual(Array(6).fill('1 expired hit'));
    expect(region.source.calls).toBe(2);
  });

  it('gives the expired copy of the store to who has none', async () => {
    await first.ask();
    region.clock.advance(EXPIRED);
    region.source.fault = quota;
    const letGo = region.source.hold();
    const answers = [first.ask(), second.ask()];
    await settled();
    letGo();

    expect((await soon(Promise.all(answers))).map(told)).toEqual(Array(2).fill('1 expired hit'));
    expect(region.source.calls).toBe(2);
  });
});

describe('a caller who may not ask the source', () => {
  it('gives the lease back at once: another process asks, once', async () => {
    const letGo = region.source.hold();
    const refused = first.askRefused().catch((error: unknown) => error);
    await settled();
    const others = [second.ask(), third.ask(), first.ask()];
    await looked();
    expect(region.source.calls).toBe(0);
    letGo();

    expect(await refused).toBeInstanceOf(NotAdmittedError);
    expect((await soon(Promise.all(others))).map(told).toSorted()).toEqual([
      '1 fresh miss',
      '1 fresh waited',
      '1 fresh waited',
    ]);
    expect(region.source.calls).toBe(1);
  });

  it('leaves no failure behind, for nobody', async () => {
    await expect(first.askRefused()).rejects.toThrow(NotAdmittedError);

    expect(told(await second.ask())).toBe('1 fresh miss');
    expect(told(await first.ask())).toBe('1 fresh hit');
  });

  it('gets the expired copy that another process has stored', async () => {
    await first.ask();
    region.clock.advance(EXPIRED);

    expect(told(await second.askRefused())).toBe('1 expired hit');
    expect(told(await third.ask())).toBe('2 fresh miss');
  });

  it('gets what another process is asking for already', async () => {
    const letGo = region.source.hold();
    const answers = [first.ask(), second.askRefused()];
    await settled();
    letGo();

    expect((await soon(Promise.all(answers))).map(told)).toEqual([
      '1 fresh miss',
      '1 fresh waited',
    ]);
  });
});

describe('a holder that is killed in mid-load', () => {
  it('passes its lease on to one of those who wait', async () => {
    kill(first);
    await settled();
    const answers = [second.ask(), third.ask()];
    await looked();
    expect(region.source.calls).toBe(1);
    region.source.answerAtOnce();
    region.clock.advance(LEASE_MS);

    expect((await soon(Promise.all(answers))).map(told).toSorted()).toEqual([
      '2 fresh miss',
      '2 fresh waited',
    ]);
    expect(region.source.calls).toBe(2);
  });

  it('keeps its lease to the last millisecond', async () => {
    kill(first);
    await settled();
    region.source.answerAtOnce();
    region.clock.advance(LEASE_MS - 1);
    const answer = second.ask();
    await looked();
    expect(region.source.calls).toBe(1);
    region.clock.advance(1);

    expect(told(await soon(answer))).toBe('2 fresh miss');
  });
});

describe('a holder that is late', () => {
  let letGo: () => void;
  let late: Promise<string>;

  beforeEach(async () => {
    letGo = region.source.hold();
    late = first.ask().then(told, String);
    await settled();
    region.source.answerAtOnce();
    region.clock.advance(LEASE_MS);
  });

  it('adopts the newer record, and does not overwrite it', async () => {
    expect(told(await second.ask())).toBe('2 fresh miss');
    letGo();

    expect(await late).toBe('2 fresh miss');
    expect(region.store.records.get(STORED_AS)?.text).toBe('2');
    expect(told(await third.ask())).toBe('2 fresh hit');
  });

  it('serves those who wait for the next holder, until that one is done', async () => {
    const letNextGo = region.source.hold();
    const next = second.ask();
    await settled();
    letGo();
    expect(await late).toBe('1 fresh miss');
    expect(told(await third.ask())).toBe('1 fresh hit');
    letNextGo();

    expect(told(await next)).toBe('2 fresh miss');
    expect(region.store.records.get(STORED_AS)?.text).toBe('2');
  });

  it('does not end the next holder’s lease by failing', async () => {
    const letNextGo = region.source.hold();
    const next = second.ask();
    await settled();
    region.source.fault = new LoadError('failing', 'status 500');
    letGo();
    expect(await late).toContain('status 500');
    region.source.fault = undefined;
    const waiting = third.ask();
    await looked();
    letNextGo();

    expect((await soon(Promise.all([next, waiting]))).map(told)).toEqual([
      '2 fresh miss',
      '2 fresh waited',
    ]);
  });

  it('is told of once', async () => {
    await second.ask();
    await jest.advanceTimersByTimeAsync(3 * RENEW_EVERY_MS);
    letGo();
    await late;

    expect(first.events).toEqual(['lease-lost', 'miss']);
  });
});

describe('a lease', () => {
  it('is renewed for as long as the load goes on', async () => {
    const letGo = region.source.hold();
    const leader = first.ask();
    await settled();
    for (let renewals = 0; renewals < 2; renewals += 1) {
      region.clock.advance(LEASE_MS - 1);
      await jest.advanceTimersByTimeAsync(RENEW_EVERY_MS);
    }
    const follower = second.ask();
    await looked();
    letGo();

    expect((await soon(Promise.all([leader, follower]))).map(told)).toEqual([
      '1 fresh miss',
      '1 fresh waited',
    ]);
    expect(first.events).toEqual(['miss']);
  });

  it.each([
    ['settled', undefined],
    ['given back after a failure', new LoadError('failing', 'status 500')],
  ])('is not called lost while it is %s', async (_how, fault) => {
    region.source.fault = fault;
    const pod = region.pod({ store: new SlowStore(region.clock) });
    const asking = pod.ask().catch(() => undefined);
    await jest.advanceTimersByTimeAsync(2 * RENEW_EVERY_MS);
    await asking;

    expect(pod.events).not.toContain('lease-lost');
  });

  it('that is renewed by a load without end makes the others give up after five seconds', async () => {
    region = new Region(60_000);
    [first, second] = region.pods(2) as [Pod, Pod];
    const letGo = region.source.hold();
    const leader = first.ask();
    await settled();
    const answer = second.ask({ withinMs: 10_000 });
    await looked();
    region.clock.advance(5_000);

    await expect(soon(answer)).rejects.toMatchObject({ code: 'timeout' });
    expect(region.source.calls).toBe(1);
    letGo();
    expect(told(await leader)).toBe('1 fresh miss');
  });
});

describe('without the store', () => {
  it('each process loads for itself, once', async () => {
    region.store.down = true;
    await soon(askAll());
    await soon(askAll());

    expect(region.source.calls).toBe(3);
  });

  it('those who wait for another process stop waiting and load', async () => {
    const letGo = region.source.hold();
    const answers = askAll();
    await looked();
    expect(region.source.calls).toBe(1);
    region.store.down = true;
    await looked();
    letGo();

    const outcomes = (await soon(answers)).map((answer) => answer.split(' ').at(-1));
    expect(outcomes).toEqual(['miss', 'waited', 'miss', 'waited', 'miss', 'waited']);
    expect(region.source.calls).toBe(3);
  });

  it('an expired copy is served when the source fails', async () => {
    await first.ask();
    region.store.down = true;
    region.clock.advance(DEAD - 1);
    region.source.fault = new LoadError('failing', 'status 500');

    expect(told(await first.ask())).toBe('1 expired hit');
  });

  it('nobody loses anything that the memory holds; with it again, all share', async () => {
    await shareOneCopy();
    region.store.down = true;
    expect(await soon(askAll())).toEqual(Array(6).fill('1 fresh hit'));
    region.store.down = false;
    region.clock.advance(EXPIRED);
    await soon(askAll());

    expect(region.source.calls).toBe(2);
  });

  it('that came back empty, one load fills it for all', async () => {
    await shareOneCopy();
    region.store.records.clear();
    region.store.leases.clear();
    region.clock.advance(STALE);
    await soon(askAll());
    await looked();

    expect(await soon(askAll())).toEqual(Array(6).fill('2 fresh hit'));
    expect(region.source.calls).toBe(2);
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
