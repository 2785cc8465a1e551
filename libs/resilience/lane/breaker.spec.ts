import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { GuardedSource, MINUTE, SECOND, SmallBudget } from '../testing/guarded-source.js';

let library: GuardedSource;

beforeEach(() => {
  jest.useFakeTimers({ now: Date.UTC(2026, 0, 1), doNotFake: ['performance'] });
  library = new GuardedSource();
});
afterEach(() => void jest.useRealTimers());

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

describe('the breaker of a lane', () => {
  it('opens at the fifth failure in a row, and then nobody asks', async () => {
    await library.fail(4);
    expect(library.guard.snapshot().lanes.get('books')?.breaker).toBe('closed');
    await library.fail(1);
    expect(library.guard.snapshot().lanes.get('books')?.breaker).toBe('open');

    expect(await library.ask()).toBe(`breaker-open ${2 * SECOND}`);
    expect(library.source.asked).toBe(5);
    expect(library.names()).toEqual(['books open']);
  });

  it('leaves the other lanes alone', async () => {
    await library.fail(5);
    library.source.answers();

    expect(await library.ask({ lane: 'maps' })).toBe('news');
  });

  it('counts failures in a row only, and a refusal shows that the source is well', async () => {
    await library.fail(4);
    await library.fail(1, 'odd');
    await library.fail(4);

    expect(library.guard.snapshot().lanes.get('books')?.breaker).toBe('closed');
  });

  it.each(['odd', 'quota', 'key'])('is not opened by %s', async (code) => {
    for (let i = 0; i < 10; i += 1) {
      await library.fail(1, code);
      await pass(20 * MINUTE);
    }

    expect(library.source.asked).toBe(10);
    expect(library.guard.snapshot().lanes.get('books')?.breaker).toBe('closed');
  });

  it('is not touched by a spent budget: it neither counts nor forgives', async () => {
    const budget = new SmallBudget(4);
    library = new GuardedSource({ budget });
    await library.fail(4);
    for (let i = 0; i < 10; i += 1) expect(await library.ask()).toBe(`budget-spent ${60 * MINUTE}`);
    expect(library.guard.snapshot().lanes.get('books')?.breaker).toBe('closed');
    budget.left = 1;
    await library.fail(1);

    expect(library.guard.snapshot().lanes.get('books')?.breaker).toBe('open');
  });

  it('lets one probe through after two seconds, and nobody else meanwhile', async () => {
    await library.fail(5);
    library.source.asked = 0;
    library.source.answers();
    library.source.takesMs = 500;
    await pass(2 * SECOND);
    const answers = Promise.all(Array.from({ length: 20 }, () => library.ask()));
    await pass(100);
    expect(await library.ask()).toBe(`breaker-open ${SECOND}`);
    await pass(400);

    expect((await answers).filter((answer) => answer === 'news')).toHaveLength(1);
    expect(library.source.asked).toBe(1);
    expect(library.names()).toEqual(['books open', 'books half-open', 'books closed']);
  });

  it('is open for 2 s, 4 s, 8 s, 16 s and then each 30 s while probes fail; a probe is never retried', async () => {
    await library.fail(5);
    for (const seconds of [2, 4, 8, 16, 30, 30]) {
      library.source.asked = 0;
      await pass(seconds * SECOND - 1);
      expect(await library.ask()).toBe('breaker-open 1');
      expect(library.source.asked).toBe(0);
      await pass(1);
      expect(await library.ask()).toBe('down');
      expect(library.source.asked).toBe(1);
    }
  });

  it('starts with two seconds again after it was closed', async () => {
    await library.fail(5);
    await pass(2 * SECOND);
    await library.fail(1);
    await pass(4 * SECOND);
    library.source.answers();
    await library.ask();
    await library.fail(5);

    expect(await library.ask()).toBe(`breaker-open ${2 * SECOND}`);
  });

  it('is probed by the next when the budget holds one back', async () => {
    const budget = new SmallBudget(5);
    library = new GuardedSource({ budget });
    await library.fail(5);
    library.source.answers();
    await pass(2 * SECOND);
    for (let i = 0; i < 10; i += 1) expect(await library.ask()).toBe(`budget-spent ${60 * MINUTE}`);
    expect(library.guard.snapshot().lanes.get('books')?.breaker).toBe('open');
    expect(library.names()).toEqual(['books open']);
    budget.left = 1;

    expect(await library.ask()).toBe('news');
    expect(library.names()).toEqual(['books open', 'books half-open', 'books closed']);
  });

  it('takes nothing from the budget for those who wait for the probe to come back', async () => {
    const budget = new SmallBudget(100);
    library = new GuardedSource({ budget });
    await library.fail(5);
    await pass(2 * SECOND);
    budget.taken.length = 0;
    await library.askMany(20);

    expect(budget.taken).toHaveLength(1);
  });
});
