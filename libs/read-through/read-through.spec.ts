import { beforeEach, describe, expect, it } from '@jest/globals';
import { LoadError } from '@app/load/load.error.js';
import { DeadlineExceededError } from './deadline-exceeded.error.js';
import { NoSharedStore } from './no-shared-store.js';
import { NotAdmittedError } from './not-admitted.error.js';
import type { Codec, Load } from './read-through.options.js';
import { WINDOW, type News } from './testing/fake-source.js';
import {
  KEY,
  CacheCluster,
  flushPromises,
  summaryOf,
  type CachePod,
} from './testing/cache-cluster.js';

const STALE = 600_000;
const EXPIRED = 900_000;
const DEAD = 22_500_000;
const FAILING = new LoadError('failing', 'status 500');

let cluster: CacheCluster;
let pod: CachePod;

beforeEach(() => {
  cluster = new CacheCluster();
  pod = cluster.pod();
});

describe('a stale entry', () => {
  beforeEach(async () => {
    await pod.read();
    cluster.clock.advance(STALE);
  });

  it('is served to all callers while one load refreshes it', async () => {
    const release = cluster.source.hold();
    const answers = await Promise.all([pod.read(), pod.read(), pod.read()]);
    release();
    await flushPromises();

    expect(answers.map(summaryOf)).toEqual(['1 stale hit', '1 stale hit', '1 stale hit']);
    expect(summaryOf(await pod.read())).toBe('2 fresh hit');
    expect(cluster.source.calls).toBe(2);
  });

  it('that expires during its refresh makes callers wait for that load', async () => {
    const release = cluster.source.hold();
    await pod.read();
    cluster.clock.advance(EXPIRED - STALE);
    const answer = pod.read();
    release();

    expect(summaryOf(await answer)).toBe('2 fresh waited');
    expect(cluster.source.calls).toBe(2);
  });

  it('read from the store is refreshed by one load in all', async () => {
    const release = cluster.source.hold();
    const others = cluster.pods(2);
    const answers = await Promise.all(others.flatMap((other) => [other.read(), other.read()]));
    release();

    expect(answers.map(({ freshness }) => freshness)).toEqual(Array(4).fill('stale'));
    expect(cluster.source.calls).toBe(2);
  });
});

describe('an entry of the future', () => {
  beforeEach(async () => {
    await pod.read();
    cluster.clock.advance(-3_600_000);
  });

  it('is replaced, because the clock went back', async () => {
    expect(summaryOf(await pod.read())).toBe('2 fresh miss');
    expect(summaryOf(await pod.read())).toBe('2 fresh hit');
  });

  it('is served as expired when the source fails, and the source is called again soon', async () => {
    cluster.source.fault = FAILING;
    expect(summaryOf(await pod.read())).toBe('1 expired hit');
    cluster.source.fault = undefined;
    cluster.clock.advance(1_000);

    expect(summaryOf(await pod.read())).toBe('3 fresh miss');
  });
});

describe('a failed refresh', () => {
  it('is repeated after the clock went back', async () => {
    const alone = cluster.pod({ store: new NoSharedStore() });
    cluster.source.window = { ...WINDOW, freshForMs: 0 };
    await alone.read();
    cluster.clock.advance(4_000);
    cluster.source.fault = FAILING;
    await alone.read();
    await flushPromises();
    cluster.clock.advance(-3_000);
    await alone.read();
    await flushPromises();

    expect(cluster.source.calls).toBe(3);
  });
});

describe('a single caller', () => {
  it.each([
    ['hourly', 3_600_000, ['1 fresh miss', '2 fresh miss', '3 fresh miss', '4 fresh miss']],
    ['as soon as the entry is expired', EXPIRED, ['1 fresh miss', '2 fresh miss', '3 fresh miss']],
    [
      'while the entry is stale',
      STALE,
      ['1 fresh miss', '1 stale hit', '2 stale hit', '3 stale hit'],
    ],
  ])(
    'that reads %s never gets an expired entry from a working source',
    async (_when, everyMs, expected) => {
      const answers: string[] = [];
      for (const _question of expected) {
        answers.push(summaryOf(await pod.read()));
        await flushPromises();
        cluster.clock.advance(everyMs);
      }

      expect(answers).toEqual(expected);
    },
  );
});

describe('a source that failed', () => {
  beforeEach(async () => {
    await pod.read();
    cluster.source.fault = FAILING;
  });

  it.each([
    ['stale', STALE],
    ['expired', EXPIRED],
  ])('is not called for a second while a %s entry can be served', async (freshness, ageMs) => {
    cluster.clock.advance(ageMs);
    await pod.read();
    await flushPromises();
    cluster.clock.advance(999);
    expect(summaryOf(await pod.read())).toBe(`1 ${freshness} hit`);
    await flushPromises();
    expect(cluster.source.calls).toBe(2);
    cluster.clock.advance(1);
    await pod.read();
    await flushPromises();

    expect(cluster.source.calls).toBe(3);
  });

  it('emits one refresh-failed event, not one per read during the backoff', async () => {
    cluster.clock.advance(STALE);
    for (let asked = 0; asked < 3; asked += 1) {
      await pod.read();
      await flushPromises();
    }

    expect(pod.events).toEqual(['miss', 'stale', 'refresh-failed', 'stale', 'stale']);
  });

  it('emits one bug event when the failure is unexpected', async () => {
    const bug = new TypeError('a bug');
    cluster.source.fault = bug;
    cluster.clock.advance(STALE);
    for (let asked = 0; asked < 3; asked += 1) {
      await pod.read();
      await flushPromises();
    }

    expect(pod.bugs).toEqual([bug]);
  });

  it('is called again after a second although reads came meanwhile', async () => {
    cluster.clock.advance(EXPIRED);
    await pod.read();
    for (let asked = 0; asked < 4; asked += 1) {
      cluster.clock.advance(250);
      await pod.read();
    }

    expect(cluster.source.calls).toBe(3);
  });

  it('is called again at once when the entry is dead', async () => {
    cluster.clock.advance(DEAD - 500);
    await pod.read();
    cluster.source.fault = undefined;
    cluster.clock.advance(500);

    expect(summaryOf(await pod.read())).toBe('3 fresh miss');
  });

  it('is still called for other keys', async () => {
    cluster.clock.advance(EXPIRED);
    await pod.read();
    await expect(pod.read({ key: 'rome' })).rejects.toBe(FAILING);
  });
});

describe('a read without a cached entry', () => {
  it('throws the same error to all waiting callers after one load', async () => {
    cluster.source.fault = FAILING;
    const errors = await Promise.all([pod.read(), pod.read()].map((asked) => asked.catch(String)));

    expect(errors).toEqual([String(FAILING), String(FAILING)]);
    expect(cluster.source.calls).toBe(1);
  });

  it('calls the source again after a failure', async () => {
    const alone = cluster.pod({ store: new NoSharedStore() });
    cluster.source.fault = FAILING;
    await expect(alone.read()).rejects.toBe(FAILING);
    cluster.source.fault = undefined;

    expect(summaryOf(await alone.read())).toBe('2 fresh miss');
  });

  it('throws at its deadline, and a later result serves the next read', async () => {
    const release = cluster.source.hold();
    await expect(pod.read({ withinMs: 10 })).rejects.toThrow(DeadlineExceededError);
    release();
    await flushPromises();

    expect(summaryOf(await pod.read())).toBe('1 fresh hit');
    expect(cluster.source.calls).toBe(1);
  });

  it('has a deadline of its own', async () => {
    const release = cluster.source.hold();
    const patient = pod.read();
    await expect(pod.read({ withinMs: 10 })).rejects.toThrow(DeadlineExceededError);
    release();

    expect(summaryOf(await patient)).toBe('1 fresh miss');
  });

  it('causes no unhandled rejection when the load fails after the deadline', async () => {
    const release = cluster.source.hold();
    await expect(pod.read({ withinMs: 0 })).rejects.toThrow(DeadlineExceededError);
    cluster.source.fault = FAILING;
    release();
    await flushPromises();
  });
});

describe('at its deadline, a read', () => {
  it.each([
    ['in memory', () => pod],
    ['in the store', () => cluster.pod()],
  ])('serves an expired entry %s', async (_where, choose) => {
    await pod.read();
    cluster.clock.advance(EXPIRED);
    const release = cluster.source.hold();
    const asked = choose();

    expect(summaryOf(await asked.read({ withinMs: 10 }))).toBe('1 expired hit');
    expect(asked.events).toContain('expired');
    release();
    await flushPromises();
    expect(summaryOf(await asked.read())).toBe('2 fresh hit');
  });

  it('serves a fresh entry without a load', async () => {
    await pod.read();

    expect(summaryOf(await pod.read({ withinMs: -1 }))).toBe('1 fresh hit');
  });
});

describe('a load that takes longer than its own window', () => {
  it.each([
    ['stale', STALE, 2],
    ['expired', EXPIRED, 1],
    ['expired', DEAD, 1],
  ])('is served as %s when it took %d ms', async (freshness, tookMs, calls) => {
    const alone = cluster.pod({ store: new NoSharedStore() });
    const release = cluster.source.hold();
    const answer = alone.read();
    await flushPromises();
    cluster.clock.advance(tookMs);
    release();

    expect(summaryOf(await answer)).toBe(`1 ${freshness} miss`);
    expect(cluster.source.calls).toBe(calls);
  });
});

describe('concurrent reads', () => {
  it('are counted for their load, which so knows how many wait for it', async () => {
    let seen: { readonly callers: number } | undefined;
    const load: Load<News> = async (priority, idleForMs, waiting) => {
      seen = waiting;
      return cluster.source.load(priority, idleForMs, waiting);
    };
    const release = cluster.source.hold();
    const first = pod.read({ load });
    await flushPromises();
    const alone = seen?.callers;
    const others = [pod.read(), pod.read()];
    await flushPromises();
    const together = seen?.callers;
    release();
    await Promise.all([first, ...others]);

    expect([alone, together]).toEqual([1, 3]);
  });

  it('are one miss, and waited for the others', async () => {
    const answers = await Promise.all([pod.read(), pod.read(), pod.read()]);

    expect(answers.map(summaryOf)).toEqual(['1 fresh miss', '1 fresh waited', '1 fresh waited']);
    expect(pod.events).toEqual(['miss', 'waited', 'waited']);
  });

  it('are hits when the store has the record', async () => {
    await pod.read();
    const other = cluster.pod();
    const answers = await Promise.all([other.read(), other.read()]);

    expect(answers.map(summaryOf)).toEqual(['1 fresh hit', '1 fresh hit']);
    expect(other.events).toEqual(['hit', 'hit']);
  });
});

describe.each([
  ['with a shared store', () => cluster.pod()],
  ['without a shared store', () => cluster.pod({ store: new NoSharedStore() })],
])('a caller that is not admitted, %s', (_where, open) => {
  let alone: CachePod;

  beforeEach(() => {
    alone = open();
  });

  it('gets NotAdmittedError, and the next caller may load at once', async () => {
    await expect(alone.readWithoutAdmission()).rejects.toThrow(NotAdmittedError);

    expect(summaryOf(await alone.read())).toBe('1 fresh miss');
    expect(alone.events).toEqual(['miss']);
  });

  it('does not fail the callers that wait with it: one of them loads', async () => {
    const release = cluster.source.hold();
    const refused = alone.readWithoutAdmission().catch((error: unknown) => error);
    const others = [alone.read(), alone.read(), alone.read()];
    await flushPromises();
    release();

    expect(await refused).toBeInstanceOf(NotAdmittedError);
    expect((await Promise.all(others)).map(summaryOf)).toEqual([
      '1 fresh miss',
      '1 fresh waited',
      '1 fresh waited',
    ]);
    expect(cluster.source.calls).toBe(1);
  });

  it('waits for the load of another caller', async () => {
    const release = cluster.source.hold();
    const asked = alone.read();
    const waits = alone.readWithoutAdmission();
    release();

    expect((await Promise.all([asked, waits])).map(summaryOf)).toEqual([
      '1 fresh miss',
      '1 fresh waited',
    ]);
  });

  it('gets NotAdmittedError after another caller that was not admitted', async () => {
    const errors = await Promise.allSettled([
      alone.readWithoutAdmission(),
      alone.readWithoutAdmission(),
    ]);

    expect(errors.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(summaryOf(await alone.read())).toBe('1 fresh miss');
  });

  it('is served the expired entry while an admitted caller gets a new one', async () => {
    await alone.read();
    cluster.clock.advance(EXPIRED);
    const release = cluster.source.hold();
    const answers = [alone.readWithoutAdmission(), alone.read()];
    await flushPromises();
    release();

    expect((await Promise.all(answers)).map(summaryOf)).toEqual(['1 expired hit', '2 fresh miss']);
  });

  it('is served the stale entry, and the next caller refreshes it', async () => {
    await alone.read();
    cluster.clock.advance(STALE);
    expect(summaryOf(await alone.readWithoutAdmission())).toBe('1 stale hit');
    await flushPromises();
    expect(summaryOf(await alone.read())).toBe('1 stale hit');
    await flushPromises();

    expect(summaryOf(await alone.read())).toBe('2 fresh hit');
    expect(alone.events).toEqual(['miss', 'stale', 'stale', 'refreshed', 'hit']);
  });

  it('gets the error of the source when the load of another caller fails', async () => {
    const release = cluster.source.hold();
    const answers = [alone.read(), alone.readWithoutAdmission()].map((asked) =>
      asked.catch(String),
    );
    await flushPromises();
    cluster.source.fault = FAILING;
    release();

    expect(await Promise.all(answers)).toEqual([String(FAILING), String(FAILING)]);
  });
});

describe('a failure after which the source refuses', () => {
  const REFUSED = new LoadError('refused', 'not now');
  let refusal: LoadError | undefined;

  beforeEach(async () => {
    refusal = REFUSED;
    cluster.source.fault = FAILING;
    await expect(pod.read({ refusal: () => refusal })).rejects.toThrow(FAILING.message);
    cluster.source.fault = undefined;
    cluster.clock.advance(60_000);
  });

  it('is not followed by a call for as long as the source refuses', async () => {
    await expect(pod.read({ refusal: () => refusal })).rejects.toBe(REFUSED);
    expect(cluster.source.calls).toBe(1);

    refusal = undefined;
    expect(summaryOf(await pod.read({ refusal: () => refusal }))).toBe('2 fresh miss');
  });

  it('does not keep another process from looking for a record in the shared store', async () => {
    await cluster.pod().read();

    expect(summaryOf(await cluster.pod().read({ refusal: () => refusal }))).toBe('2 fresh hit');
  });

  it('applies to its key only', async () => {
    expect(summaryOf(await pod.read({ key: 'london', refusal: () => refusal }))).toBe(
      '2 fresh miss',
    );
  });
});

describe('a replaced value', () => {
  const PUT = { value: { edition: 100 }, window: WINDOW };

  it('is served by this process, and by processes without an entry', async () => {
    await pod.read();
    cluster.clock.advance(1);
    await pod.cache.replace(KEY, PUT);

    expect(summaryOf(await pod.read())).toBe('100 fresh hit');
    expect(summaryOf(await cluster.pod().read())).toBe('100 fresh hit');
    expect(cluster.source.calls).toBe(1);
  });

  it('is served when there was no entry before', async () => {
    await pod.cache.replace(KEY, PUT);

    expect(summaryOf(await pod.read())).toBe('100 fresh hit');
    expect(summaryOf(await cluster.pod().read())).toBe('100 fresh hit');
  });

  it('has a window that starts at the replacement', async () => {
    await pod.read();
    cluster.clock.advance(STALE - 1);
    await pod.cache.replace(KEY, PUT);
    cluster.clock.advance(STALE - 1);

    expect(summaryOf(await pod.read())).toBe('100 fresh hit');
  });

  it('gives way to a record that another process loaded later', async () => {
    cluster.clock.advance(1_000);
    await cluster.pod().read();
    cluster.clock.advance(-1_000);
    await pod.cache.replace(KEY, PUT);

    expect(summaryOf(await pod.read())).toBe('1 fresh hit');
    expect(summaryOf(await cluster.pod().read())).toBe('1 fresh hit');
  });

  it('stays when a load that started before it ends', async () => {
    const alone = cluster.pod({ store: new NoSharedStore() });
    const release = cluster.source.hold();
    const answer = alone.read();
    await flushPromises();
    cluster.clock.advance(1);
    await alone.cache.replace(KEY, PUT);
    release();
    expect(summaryOf(await answer)).toBe('1 fresh miss');

    expect(summaryOf(await alone.read())).toBe('100 fresh hit');
  });

  it('is served by this process while the store is down', async () => {
    cluster.store.down = true;
    await pod.cache.replace(KEY, PUT);

    expect(summaryOf(await pod.read())).toBe('100 fresh hit');
  });
});

describe('the memory of a process', () => {
  it('is bounded and evicts the least recently used entry', async () => {
    const alone = cluster.pod({ store: new NoSharedStore(), maxEntries: 2 });
    for (const key of ['paris', 'rome', 'paris', 'oslo']) await alone.read({ key });
    expect(cluster.source.calls).toBe(3);

    expect(summaryOf(await alone.read({ key: 'paris' }))).toBe('1 fresh hit');
    expect(summaryOf(await alone.read({ key: 'rome' }))).toBe('4 fresh miss');
  });

  it('reads an evicted entry from the store', async () => {
    const small = cluster.pod({ maxEntries: 1 });
    for (const key of ['paris', 'rome', 'paris']) await small.read({ key });

    expect(cluster.source.calls).toBe(2);
  });
});

describe('a record that cannot be read', () => {
  const OLD: Codec<News> = { encode: ({ edition }) => String(edition), decode: () => undefined };

  const STRICT: Codec<News> = {
    ...OLD,
    decode: (text) => (/^\d+$/.test(text) ? { edition: Number(text) } : undefined),
  };

  it('is replaced by one load over all processes', async () => {
    await pod.read();
    const [stored] = cluster.store.records;
    if (!stored) throw new Error('nothing was stored');
    cluster.store.records.set(stored[0], { ...stored[1], text: 'foreign' });
    const others = [cluster.pod({ codec: STRICT }), cluster.pod({ codec: STRICT })];
    const results = await Promise.all(others.map((other) => other.read()));

    expect(new Set(results.map(({ entry }) => entry.value.edition))).toEqual(new Set([2]));
    expect(cluster.source.calls).toBe(2);
    expect(summaryOf(await cluster.pod().read())).toBe('2 fresh hit');
  });

  it('is loaded once by a process that cannot read what it stores', async () => {
    await pod.read();
    const old = cluster.pod({ codec: OLD });
    expect((await Promise.all([old.read(), old.read()])).map(summaryOf)).toEqual([
      '2 fresh miss',
      '2 fresh waited',
    ]);
    expect(summaryOf(await old.read())).toBe('2 fresh hit');
  });

  it('counts as absent when its instants are impossible, and is replaced', async () => {
    await pod.read();
    const [stored] = cluster.store.records;
    if (!stored) throw new Error('nothing was stored');
    const forEver = { freshUntilMs: 1e14, staleUntilMs: 1e14, deadAtMs: 1e14 };
    cluster.store.records.set(stored[0], { ...stored[1], ...forEver });

    expect(summaryOf(await cluster.pod().read())).toBe('2 fresh miss');
    expect(summaryOf(await cluster.pod().read())).toBe('2 fresh hit');
  });

  it('is not served when the source fails', async () => {
    await pod.read();
    cluster.clock.advance(EXPIRED);
    cluster.source.fault = FAILING;

    await expect(cluster.pod({ codec: OLD }).read()).rejects.toBe(FAILING);
  });
});
