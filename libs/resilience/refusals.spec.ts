import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SystemClock } from '@app/clock/system-clock.js';
import { MemoryCooldownStore } from './cooldowns/memory-cooldown-store.js';
import { GuardedSource, MINUTE, SECOND } from './testing/guarded-source.js';

let library: GuardedSource;

beforeEach(() => {
  jest.useFakeTimers({ now: Date.UTC(2026, 0, 1), doNotFake: ['performance'] });
  library = new GuardedSource();
});
afterEach(() => void jest.useRealTimers());

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

/** Each of these operations works once, so that a refusal of it is a change. */
async function work(...operations: string[]): Promise<void> {
  library.source.answerWith();
  for (const operation of operations) await library.call({ operation });
  library.source.calls = 0;
}

describe('an item that the source has trouble with', () => {
  it.each(['denied', 'key', 'garbled'])(
    'is left alone after %s; other items are not',
    async (code) => {
      await work('books');
      library.source.failWith(code);
      await library.call({ item: 'torn' });
      library.source.answerWith();

      expect(await library.call({ item: 'torn' })).toBe(`paused ${5 * MINUTE}`);
      expect(await library.call({ item: 'b2' })).toBe('news');
      expect(await library.call({ operation: 'maps', item: 'torn' })).toBe('news');
    },
  );

  it('is asked again after its time, by one call at a time', async () => {
    library.source.failWith('garbled');
    await library.call();
    await pass(5 * MINUTE);
    library.source.answerWith();
    library.source.latencyMs = 500;
    library.source.calls = 0;
    const answers = library.callMany(10);
    await pass(SECOND);

    expect((await answers).filter((answer) => answer === 'news')).toHaveLength(1);
    expect(library.source.calls).toBe(1);
    library.source.latencyMs = 0;
    expect(await library.call()).toBe('news');
  });

  it('opens no breaker, however often it is asked', async () => {
    library.source.failWith('garbled');
    for (let minute = 0; minute < 100; minute += 1) {
      await library.callMany(8);
      await pass(MINUTE);
    }
    library.source.answerWith();

    expect(await library.call({ item: 'b2' })).toBe('news');
    expect(library.guard.snapshot().operations.get('books')?.breaker).toBe('closed');
  });
});

describe('an operation that the source refuses', () => {
  it.each([['maps'], ['books']])(
    'is left alone after five items in a row if %s worked',
    async (worked) => {
      await work(worked);
      library.source.failWith('denied');
      for (let i = 0; i < 4; i += 1) await library.call({ item: `d${i}` });
      expect(await library.call({ item: 'd4' })).toBe('denied');

      expect(await library.call({ item: 'd5' })).toBe(`paused ${5 * MINUTE}`);
      library.source.answerWith();
      expect(await library.call({ operation: 'films' })).toBe('news');
    },
  );

  it('is left alone at once when another variant of it works for the same item', async () => {
    library.source.failWith('denied');
    await library.call({ variant: 'long' });
    library.source.answerWith();
    await library.call({ variant: 'short' });

    expect(await library.call({ variant: 'long', item: 'b2' })).toBe(`paused ${5 * MINUTE}`);
    expect(await library.call({ variant: 'short', item: 'b2' })).toBe('news');
  });

  it('is not suspected because one item gets another variant, where its own works for others', async () => {
    library.source.answerWith();
    await library.call({ variant: 'long', item: 'b2' });
    library.source.failWith('denied');
    await library.call({ variant: 'long' });
    library.source.answerWith();
    await library.call({ variant: 'short' });

    expect(await library.call({ variant: 'long', item: 'b3' })).toBe('news');
  });

  it('is not suspected because one item of it is refused and others are not', async () => {
    for (let i = 0; i < 20; i += 1) {
      library.source.failWith('denied');
      await library.call({ item: `denied ${i}` });
      library.source.answerWith();
      expect(await library.call({ item: `permitted ${i}` })).toBe('news');
    }
  });
});

describe('an API key', () => {
  it('is not dead because one operation refuses it', async () => {
    await work('maps');
    library.source.failWith('key');
    for (let i = 0; i < 10; i += 1) await library.call({ item: `b${i}` });
    library.source.answerWith();

    expect(await library.call({ operation: 'maps' })).toBe('news');
    expect(library.guard.snapshot().cooldowns.credential).toBe(0);
  });

  it('is not dead because all operations refuse one item', async () => {
    await work('books', 'maps', 'films');
    library.source.failWith('key');
    for (const operation of ['books', 'maps', 'films'])
      await library.call({ operation, item: 'x' });
    library.source.answerWith();

    expect(await library.call({ item: 'b2' })).toBe('news');
  });

  it('is dead when a call that worked before is refused as well', async () => {
    await work('books', 'maps');
    library.source.failWith('key');
    await library.call({ operation: 'maps', item: 'm2' });
    await pass(SECOND);

    expect(await library.call({ operation: 'films', item: 'f1' })).toBe(
      `paused ${5 * MINUTE - SECOND / 2}`,
    );
    expect(library.source.calls).toBe(2);
  });

  it('is not suspected when another call succeeds meanwhile', async () => {
    await work('books');
    library.source.failWith('key');
    await library.call({ operation: 'maps', item: 'm1' });
    library.source.answerWith();
    await library.call({ item: 'b2' });
    library.source.calls = 0;
    await pass(SECOND);

    expect(library.source.calls).toBe(0);
  });

  it('is probed once in 15 minutes while an operation that never worked is refused', async () => {
    await work('books');
    let probes = 0;
    for (let minute = 0; minute < 60; minute += 1) {
      library.source.failWith('key');
      await library.call({ operation: 'maps', item: `m${minute}` });
      library.source.answerWith();
      const before = library.source.calls;
      await pass(MINUTE);
      probes += library.source.calls - before;
    }

    expect(probes).toBe(4);
    expect(library.guard.snapshot().cooldowns.credential).toBe(0);
  });

  it('is not dead because the plan excludes several operations', async () => {
    await work('books');
    library.source.failWith('key');
    for (const item of ['x', 'y', 'z']) {
      for (const operation of ['maps', 'films']) await library.call({ operation, item });
    }
    library.source.answerWith();

    expect(await library.call({ item: 'b2' })).toBe('news');
  });

  it('is dead when the only thing that worked is refused, and something else', async () => {
    await work('books');
    library.source.failWith('key');
    await library.call();
    await library.call({ operation: 'films', item: 'f1' });

    expect(await library.call({ operation: 'maps', item: 'm1' })).toBe(`paused ${5 * MINUTE}`);
  });

  it('is not dead because an operation that worked refuses one item again and again', async () => {
    await work('books', 'maps');
    for (let round = 0; round < 3; round += 1) {
      library.source.failWith('key');
      await library.call();
      library.source.answerWith();
      await pass(5 * MINUTE);
    }
    library.source.failWith('key');
    await library.call();
    library.source.answerWith();

    expect(await library.call({ item: 'b2' })).toBe('news');
  });

  it('is not dead because operations that worked before are refused for every item', async () => {
    await work('maps', 'films', 'books');
    await library.call({ operation: 'films', item: 'f2' });
    library.refusedOperations.add('books').add('films');
    for (let i = 0; i < 3; i += 1) {
      await library.call({ item: `x${i}` });
      await pass(MINUTE);
    }

    expect(await library.call({ operation: 'maps', item: 'm9' })).toBe('news');
    expect(library.guard.snapshot().cooldowns.credential).toBe(0);
  });

  it('with which nothing worked yet is not dead because one operation refuses several items', async () => {
    library.source.failWith('key');
    for (let i = 0; i < 10; i += 1) await library.call({ item: `b${i}` });
    library.source.answerWith();

    expect(await library.call({ operation: 'maps', item: 'm1' })).toBe('news');
  });

  it('with which nothing ever worked is dead after two refused operations and items', async () => {
    library.source.failWith('key');
    await library.call({ item: 'b1' });
    await library.call({ operation: 'films', item: 'f1' });

    expect(await library.call({ operation: 'maps', item: 'm1' })).toBe(`paused ${5 * MINUTE}`);
  });

  it('with which nothing ever worked is dead after two refused items of a basic operation', async () => {
    library.source.failWith('key');
    await library.call({ operation: 'search', item: 's1' });
    await library.call({ operation: 'search', item: 's2' });

    expect(await library.call({ operation: 'maps', item: 'm1' })).toBe(`paused ${5 * MINUTE}`);
  });

  it('that is dead is tried once in five minutes, whatever Retry-After says', async () => {
    library.source.failWith('key', 7 * SECOND);
    await library.callMany(2);
    await library.call({ operation: 'maps', item: 'b2' });
    library.source.calls = 0;
    for (let minute = 0; minute < 60; minute += 1) {
      await Promise.all(Array.from({ length: 10 }, (_, i) => library.call({ item: `c${i}` })));
      await pass(MINUTE);
    }

    expect(library.source.calls).toBe(11);
  });

  it('does not block another key, and is forgotten when another key is used', async () => {
    library.source.failWith('key');
    await library.call({ item: 'b1' });
    await library.call({ operation: 'maps', item: 'b2' });
    library.source.answerWith();

    expect(await library.call({ item: 'b1', credential: 'k2' })).toBe('news');
    expect(library.guard.snapshot().cooldowns).toEqual({
      credential: 0,
      item: 0,
      operation: 0,
      source: 0,
    });
  });

  it('is dead when another process was refused what worked here', async () => {
    const cooldownStore = new MemoryCooldownStore(new SystemClock());
    library = new GuardedSource({ cooldownStore });
    const other = new GuardedSource({ cooldownStore });
    await work('books', 'maps');
    other.source.failWith('key');
    library.source.failWith('key');
    for (const operation of ['books', 'maps']) await other.call({ operation });
    await library.call({ operation: 'maps', item: 'm2' });
    await pass(SECOND);

    expect(await library.call({ operation: 'films', item: 'f1' })).toMatch(/^paused 299/);
    expect(library.source.calls).toBe(1);
  });

  it('appears in no event', async () => {
    library.source.failWith('key');
    await library.call({ item: 'b1', credential: 'hunter2' });
    await library.call({ operation: 'maps', item: 'b2', credential: 'hunter2' });
    const reported = JSON.stringify(library.events);

    expect(reported).toContain('credential');
    expect(reported).not.toContain('hunter2');
  });
});

describe('CallGuard.refusalOf', () => {
  const call = { operation: 'books', item: 'b1', priority: 'missing', credential: 'k1' } as const;

  it('tells the refusal of a call without making it', async () => {
    expect(library.guard.refusalOf(call)).toBeUndefined();
    library.source.failWith('garbled');
    await library.call();

    expect(library.guard.refusalOf(call)).toMatchObject({
      code: 'paused',
      by: { scope: 'item', reason: 'garbled' },
    });
    expect(library.guard.refusalOf({ ...call, item: 'b2' })).toBeUndefined();
    expect(library.source.calls).toBe(1);
  });

  it('ignores breakers: other processes may load what this one cannot', async () => {
    await library.fail(5);

    expect(library.guard.refusalOf(call)).toBeUndefined();
  });
});
