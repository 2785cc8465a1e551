import { beforeEach, describe, expect, it } from '@jest/globals';
import { LoadError } from '@app/load/load.error.js';
import { DeadlineExceededError } from './deadline-exceeded.error.js';
import { NoSharedStore } from './no-shared-store.js';
import { NotAdmittedError } from './not-admitted.error.js';
import type { Codec } from './read-through.options.js';
import { WINDOW, type News } from './testing/fake-source.js';
import { KEY, Region, settled, told, type Pod } from './testing/region.js';

const STALE = 600_000;
const EXPIRED = 900_000;
const DEAD = 22_500_000;
const FAILING = new LoadError('failing', 'status 500');

let region: Region;
let pod: Pod;

beforeEach(() => {
  region = new Region();
  pod = region.pod();
});

describe('a stale copy', () => {
  beforeEach(async () => {
    await pod.ask();
    region.clock.advance(STALE);
  });

  it('is served to all while one load refreshes it', async () => {
    const letGo = region.source.hold();
    const answers = await Promise.all([pod.ask(), pod.ask(), pod.ask()]);
    letGo();
    await settled();

    expect(answers.map(told)).toEqual(['1 stale hit', '1 stale hit', '1 stale hit']);
    expect(told(await pod.ask())).toBe('2 fresh hit');
    expect(region.source.calls).toBe(2);
  });

  it('that expires while it is refreshed lets all wait for that load', async () => {
    const letGo = region.source.hold();
    await pod.ask();
    region.clock.advance(EXPIRED - STALE);
    const answer = pod.ask();
    letGo();

    expect(told(await answer)).toBe('2 fresh waited');
    expect(region.source.calls).toBe(2);
  });

  it('is not refreshed by those who take it from the store, but by the one load', async () => {
    const letGo = region.source.hold();
    const others = region.pods(2);
    const answers = await Promise.all(others.flatMap((other) => [other.ask(), other.ask()]));
    letGo();

    expect(answers.map(({ freshness }) => freshness)).toEqual(Array(4).fill('stale'));
    expect(region.source.calls).toBe(2);
  });
});

describe('one who asks alone', () => {
  it.each([
    ['hourly', 3_600_000, ['1 fresh miss', '2 fresh miss', '3 fresh miss', '4 fresh miss']],
    ['as soon as it is expired', EXPIRED, ['1 fresh miss', '2 fresh miss', '3 fresh miss']],
    ['while it is stale', STALE, ['1 fresh miss', '1 stale hit', '2 stale hit', '3 stale hit']],
  ])(
    '%s never gets an expired copy from a source that is well',
    async (_when, everyMs, expected) => {
      const answers: string[] = [];
      for (const _question of expected) {
        answers.push(told(await pod.ask()));
        await settled();
        region.clock.advance(everyMs);
      }

      expect(answers).toEqual(expected);
    },
  );
});

describe('a source that failed', () => {
  beforeEach(async () => {
    await pod.ask();
    region.source.fault = FAILING;
  });

  it.each([
    ['stale', STALE],
    ['expired', EXPIRED],
  ])('is left alone for a second while there is a copy (%s)', async (freshness, ageMs) => {
    region.clock.advance(ageMs);
    await pod.ask();
    await settled();
    region.clock.advance(999);
    expect(told(await pod.ask())).toBe(`1 ${freshness} hit`);
    await settled();
    expect(region.source.calls).toBe(2);
    region.clock.advance(1);
    await pod.ask();
    await settled();

    expect(region.source.calls).toBe(3);
  });

  it('is told of once, not by each who asks while it is left alone', async () => {
    region.clock.advance(STALE);
    for (let asked = 0; asked < 3; asked += 1) {
      await pod.ask();
      await settled();
    }

    expect(pod.events).toEqual(['miss', 'stale', 'refresh-failed', 'stale', 'stale']);
  });

  it('that is a bug is told once as well, for whoever can repair it', async () => {
    const bug = new TypeError('a bug');
    region.source.fault = bug;
    region.clock.advance(STALE);
    for (let asked = 0; asked < 3; asked += 1) {
      await pod.ask();
      await settled();
    }

    expect(pod.bugs).toEqual([bug]);
  });

  it('is not left alone longer because many ask meanwhile', async () => {
    region.clock.advance(EXPIRED);
    await pod.ask();
    for (let asked = 0; asked < 4; asked += 1) {
      region.clock.advance(250);
      await pod.ask();
    }

    expect(region.source.calls).toBe(3);
  });

  it('is asked again at once when the copy is too old to be served', async () => {
    region.clock.advance(DEAD - 500);
    await pod.ask();
    region.source.fault = undefined;
    region.clock.advance(500);

    expect(told(await pod.ask())).toBe('3 fresh miss');
  });

  it('is asked about other keys all the same', async () => {
    region.clock.advance(EXPIRED);
    await pod.ask();
    await expect(pod.ask({ key: 'rome' })).rejects.toBe(FAILING);
  });
});

describe('without any copy', () => {
  it('all who wait get the failure, from one load', async () => {
    region.source.fault = FAILING;
    const errors = await Promise.all([pod.ask(), pod.ask()].map((asked) => asked.catch(String)));

    expect(errors).toEqual([String(FAILING), String(FAILING)]);
    expect(region.source.calls).toBe(1);
  });

  it('a failure is not remembered', async () => {
    const alone = region.pod({ store: new NoSharedStore() });
    region.source.fault = FAILING;
    await expect(alone.ask()).rejects.toBe(FAILING);
    region.source.fault = undefined;

    expect(told(await alone.ask())).toBe('2 fresh miss');
  });

  it('a caller gives up at its deadline; what comes later serves the next', async () => {
    const letGo = region.source.hold();
    await expect(pod.ask({ withinMs: 10 })).rejects.toThrow(DeadlineExceededError);
    letGo();
    await settled();

    expect(told(await pod.ask())).toBe('1 fresh hit');
    expect(region.source.calls).toBe(1);
  });

  it('each caller has a deadline of its own', async () => {
    const letGo = region.source.hold();
    const patient = pod.ask();
    await expect(pod.ask({ withinMs: 10 })).rejects.toThrow(DeadlineExceededError);
    letGo();

    expect(told(await patient)).toBe('1 fresh miss');
  });

  it('a load that fails after everybody gave up harms nobody', async () => {
    const letGo = region.source.hold();
    await expect(pod.ask({ withinMs: 0 })).rejects.toThrow(DeadlineExceededError);
    region.source.fault = FAILING;
    letGo();
    await settled();
  });
});

describe('at the deadline', () => {
  it.each([
    ['in memory', () => pod],
    ['in the store', () => region.pod()],
  ])('an expired copy %s is the answer', async (_where, choose) => {
    await pod.ask();
    region.clock.advance(EXPIRED);
    const letGo = region.source.hold();
    const asked = choose();

    expect(told(await asked.ask({ withinMs: 10 }))).toBe('1 expired hit');
    expect(asked.events).toContain('expired');
    letGo();
    await settled();
    expect(told(await asked.ask())).toBe('2 fresh hit');
  });

  it('a fresh copy is served all the same, without a load', async () => {
    await pod.ask();

    expect(told(await pod.ask({ withinMs: -1 }))).toBe('1 fresh hit');
  });
});

describe('a load that takes longer than its own window', () => {
  it.each([
    ['stale', STALE, 2],
    ['expired', EXPIRED, 1],
    ['expired', DEAD, 1],
  ])('is served as %s after %d ms', async (freshness, tookMs, calls) => {
    const alone = region.pod({ store: new NoSharedStore() });
    const letGo = region.source.hold();
    const answer = alone.ask();
    await settled();
    region.clock.advance(tookMs);
    letGo();

    expect(told(await answer)).toBe(`1 ${freshness} miss`);
    expect(region.source.calls).toBe(calls);
  });
});

describe('those who ask at the same time', () => {
  it('are told who led and who waited', async () => {
    const answers = await Promise.all([pod.ask(), pod.ask(), pod.ask()]);

    expect(answers.map(told)).toEqual(['1 fresh miss', '1 fresh waited', '1 fresh waited']);
    expect(pod.events).toEqual(['miss', 'waited', 'waited']);
  });

  it('have all a hit when the store has the record: nobody waited for the source', async () => {
    await pod.ask();
    const other = region.pod();
    const answers = await Promise.all([other.ask(), other.ask()]);

    expect(answers.map(told)).toEqual(['1 fresh hit', '1 fresh hit']);
    expect(other.events).toEqual(['hit', 'hit']);
  });
});

describe.each([
  ['over the shared store', () => region.pod()],
  ['without one', () => region.pod({ store: new NoSharedStore() })],
])('a caller who may not ask the source, %s', (_where, open) => {
  let alone: Pod;

  beforeEach(() => {
    alone = open();
  });

  it('gets the error, and the next may ask at once', async () => {
    await expect(alone.askRefused()).rejects.toThrow(NotAdmittedError);

    expect(told(await alone.ask())).toBe('1 fresh miss');
    expect(alone.events).toEqual(['miss']);
  });

  it('does not let those down who wait with it: one of them asks, for all', async () => {
    const letGo = region.source.hold();
    const refused = alone.askRefused().catch((error: unknown) => error);
    const others = [alone.ask(), alone.ask(), alone.ask()];
    await settled();
    letGo();

    expect(await refused).toBeInstanceOf(NotAdmittedError);
    expect((await Promise.all(others)).map(told)).toEqual([
      '1 fresh miss',
      '1 fresh waited',
      '1 fresh waited',
    ]);
    expect(region.source.calls).toBe(1);
  });

  it('may wait for what another one asks', async () => {
    const letGo = region.source.hold();
    const asked = alone.ask();
    const waits = alone.askRefused();
    letGo();

    expect((await Promise.all([asked, waits])).map(told)).toEqual([
      '1 fresh miss',
      '1 fresh waited',
    ]);
  });

  it('gets the error, too, when another such one asked before it', async () => {
    const errors = await Promise.allSettled([alone.askRefused(), alone.askRefused()]);

    expect(errors.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(told(await alone.ask())).toBe('1 fresh miss');
  });

  it('is served the expired copy; who may ask gets the news meanwhile', async () => {
    await alone.ask();
    region.clock.advance(EXPIRED);
    const letGo = region.source.hold();
    const answers = [alone.askRefused(), alone.ask()];
    await settled();
    letGo();

    expect((await Promise.all(answers)).map(told)).toEqual(['1 expired hit', '2 fresh miss']);
  });

  it('is served the stale copy, and the next refreshes it', async () => {
    await alone.ask();
    region.clock.advance(STALE);
    expect(told(await alone.askRefused())).toBe('1 stale hit');
    await settled();
    expect(told(await alone.ask())).toBe('1 stale hit');
    await settled();

    expect(told(await alone.ask())).toBe('2 fresh hit');
    expect(alone.events).toEqual(['miss', 'stale', 'stale', 'refreshed', 'hit']);
  });

  it('learns that the source failed when another one asked it in vain', async () => {
    const letGo = region.source.hold();
    const answers = [alone.ask(), alone.askRefused()].map((asked) => asked.catch(String));
    await settled();
    region.source.fault = FAILING;
    letGo();

    expect(await Promise.all(answers)).toEqual([String(FAILING), String(FAILING)]);
  });
});

describe('a failure that stands for a while', () => {
  const STANDS_MS = 60_000;

  class LastingError extends LoadError {
    override readonly standsForMs = STANDS_MS;
  }

  beforeEach(async () => {
    region.source.fault = new LastingError('lasting', 'as I said');
    await expect(pod.ask()).rejects.toThrow('as I said');
    region.source.fault = undefined;
  });

  it('is told again without asking the source, also where there is no copy', async () => {
    region.clock.advance(STANDS_MS - 1);

    await expect(pod.ask()).rejects.toThrow('as I said');
    expect(region.source.calls).toBe(1);
  });

  it('comes to its end', async () => {
    region.clock.advance(STANDS_MS);

    expect(told(await pod.ask())).toBe('2 fresh miss');
  });

  it('is one of its key alone', async () => {
    expect(told(await pod.ask({ key: 'london' }))).toBe('2 fresh miss');
  });
});

describe('a value put in place of another', () => {
  const PUT = { value: { edition: 100 }, window: WINDOW };

  it('is served here at once, and by who has no copy of its own', async () => {
    await pod.ask();
    region.clock.advance(1);
    await pod.cache.replace(KEY, PUT);

    expect(told(await pod.ask())).toBe('100 fresh hit');
    expect(told(await region.pod().ask())).toBe('100 fresh hit');
    expect(region.source.calls).toBe(1);
  });

  it('serves where nothing was', async () => {
    await pod.cache.replace(KEY, PUT);

    expect(told(await pod.ask())).toBe('100 fresh hit');
    expect(told(await region.pod().ask())).toBe('100 fresh hit');
  });

  it('has a life of its own, from now on', async () => {
    await pod.ask();
    region.clock.advance(STALE - 1);
    await pod.cache.replace(KEY, PUT);
    region.clock.advance(STALE - 1);

    expect(told(await pod.ask())).toBe('100 fresh hit');
  });

  it('gives way to one that another process loaded later', async () => {
    region.clock.advance(1_000);
    await region.pod().ask();
    region.clock.advance(-1_000);
    await pod.cache.replace(KEY, PUT);

    expect(told(await pod.ask())).toBe('1 fresh hit');
    expect(told(await region.pod().ask())).toBe('1 fresh hit');
  });

  it('stays when a load that began before it comes to its end', async () => {
    const alone = region.pod({ store: new NoSharedStore() });
    const letGo = region.source.hold();
    const answer = alone.ask();
    await settled();
    region.clock.advance(1);
    await alone.cache.replace(KEY, PUT);
    letGo();
    expect(told(await answer)).toBe('1 fresh miss');

    expect(told(await alone.ask())).toBe('100 fresh hit');
  });

  it('serves here while the store is down', async () => {
    region.store.down = true;
    await pod.cache.replace(KEY, PUT);

    expect(told(await pod.ask())).toBe('100 fresh hit');
  });
});

describe('the memory of a process', () => {
  it('is bounded: what was not asked for the longest goes first', async () => {
    const alone = region.pod({ store: new NoSharedStore(), maxEntries: 2 });
    for (const key of ['paris', 'rome', 'paris', 'oslo']) await alone.ask({ key });
    expect(region.source.calls).toBe(3);

    expect(told(await alone.ask({ key: 'paris' }))).toBe('1 fresh hit');
    expect(told(await alone.ask({ key: 'rome' }))).toBe('4 fresh miss');
  });

  it('forgets what the store still knows', async () => {
    const small = region.pod({ maxEntries: 1 });
    for (const key of ['paris', 'rome', 'paris']) await small.ask({ key });

    expect(region.source.calls).toBe(2);
  });
});

describe('a record that only another release can read', () => {
  const OLD: Codec<News> = { encode: ({ edition }) => String(edition), decode: () => undefined };

  it('is left in the store, and each process loads for itself, once', async () => {
    await pod.ask();
    const old = region.pod({ codec: OLD });
    expect((await Promise.all([old.ask(), old.ask()])).map(told)).toEqual([
      '2 fresh miss',
      '2 fresh waited',
    ]);
    expect(told(await old.ask())).toBe('2 fresh hit');

    expect(told(await region.pod().ask())).toBe('1 fresh hit');
  });

  it('is no copy to fall back on', async () => {
    await pod.ask();
    region.clock.advance(EXPIRED);
    region.source.fault = FAILING;

    await expect(region.pod({ codec: OLD }).ask()).rejects.toBe(FAILING);
  });
});
