import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { GuardedSource, MINUTE, SECOND, SmallBudget } from './testing/guarded-source.js';

let library: GuardedSource;

beforeEach(() => {
  jest.useFakeTimers({ now: Date.UTC(2026, 0, 1), doNotFake: ['performance'] });
  library = new GuardedSource();
});
afterEach(() => void jest.useRealTimers());

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

describe('the breaker of an operation', () => {
  it('opens at the fifth item that fails in a row, and stops calls', async () => {
    await library.fail(4);
    expect(library.guard.snapshot().operations.get('books')?.breaker).toBe('closed');
    await library.call({ priority: 'refresh', item: 'another' });
    expect(library.guard.snapshot().operations.get('books')?.breaker).toBe('open');

    expect(await library.call()).toBe(`breaker-open ${2 * SECOND}`);
    expect(library.source.calls).toBe(5);
    expect(library.eventNames()).toEqual(['books open']);
  });

  it('counts an item that fails again and again once', async () => {
    library.source.failWith('down');
    for (let i = 0; i < 20; i += 1) await library.call({ priority: 'refresh' });

    expect(library.guard.snapshot().operations.get('books')?.breaker).toBe('closed');
  });

  it('of one variant does not affect another variant', async () => {
    library.source.failWith('timeout');
    for (let i = 0; i < 5; i += 1) await library.call({ variant: 'long', item: `b${i}` });
    library.source.answerWith();

    expect(await library.call({ variant: 'long' })).toBe(`breaker-open ${2 * SECOND}`);
    expect(await library.call({ variant: 'short' })).toBe('news');
    expect(library.guard.snapshot().operations.get('books')?.breaker).toBe('open');
    expect(library.eventNames()).toEqual(['books/long open']);
  });

  it('does not affect other operations', async () => {
    await library.fail(5);
    library.source.answerWith();

    expect(await library.call({ operation: 'maps' })).toBe('news');
  });

  it('counts consecutive failures only; a rejected request shows a working source', async () => {
    await library.fail(4);
    await library.fail(1, 'odd');
    await library.fail(4);

    expect(library.guard.snapshot().operations.get('books')?.breaker).toBe('closed');
  });

  it.each(['odd', 'quota', 'key', 'denied'])('is not opened by the code %s', async (code) => {
    library.source.failWith(code);
    for (let i = 0; i < 10; i += 1) {
      await library.call({ item: `b${i}` });
      await pass(20 * MINUTE);
    }

    expect(library.source.calls).toBe(10);
    expect(library.guard.snapshot().operations.get('books')?.breaker).toBe('closed');
  });

  it('ignores a spent budget: it is neither a failure nor a success', async () => {
    const budget = new SmallBudget(4);
    library = new GuardedSource({ budget });
    await library.fail(4);
    for (let i = 0; i < 10; i += 1)
      expect(await library.call()).toBe(`budget-spent ${60 * MINUTE}`);
    expect(library.guard.snapshot().operations.get('books')?.breaker).toBe('closed');
    budget.left = 1;
    await library.call({ priority: 'refresh', item: 'another' });

    expect(library.guard.snapshot().operations.get('books')?.breaker).toBe('open');
  });

  it('lets one probe through after two seconds, and no other call meanwhile', async () => {
    await library.fail(5);
    library.source.calls = 0;
    library.source.answerWith();
    library.source.latencyMs = 500;
    await pass(2 * SECOND);
    const answers = Promise.all(Array.from({ length: 20 }, () => library.call()));
    await pass(100);
    expect(await library.call()).toBe('breaker-open 2900');
    await pass(400);

    expect((await answers).filter((answer) => answer === 'news')).toHaveLength(1);
    expect(library.source.calls).toBe(1);
    expect(library.eventNames()).toEqual(['books open', 'books closed']);
  });

  it('stays open for 2, 4, 8, 16 and then 30 s while probes fail, and never retries a probe', async () => {
    await library.fail(5);
    for (const seconds of [2, 4, 8, 16, 30, 30]) {
      library.source.calls = 0;
      await pass(seconds * SECOND - 1);
      expect(await library.call()).toBe('breaker-open 1');
      expect(library.source.calls).toBe(0);
      await pass(1);
      expect(await library.call()).toBe('down');
      expect(library.source.calls).toBe(1);
    }
  });

  it('opens for two seconds again after it was closed', async () => {
    await library.fail(5);
    await pass(2 * SECOND);
    await library.fail(1);
    await pass(4 * SECOND);
    library.source.answerWith();
    await library.call();
    await library.fail(5);

    expect(await library.call()).toBe(`breaker-open ${2 * SECOND}`);
  });

  it('lets the next call probe when the budget refuses the probe', async () => {
    const budget = new SmallBudget(5);
    library = new GuardedSource({ budget });
    await library.fail(5);
    library.source.answerWith();
    await pass(2 * SECOND);
    for (let i = 0; i < 10; i += 1)
      expect(await library.call()).toBe(`budget-spent ${60 * MINUTE}`);
    expect(library.guard.snapshot().operations.get('books')?.breaker).toBe('half-open');
    expect(library.eventNames()).toEqual(['books open']);
    budget.left = 1;

    expect(await library.call()).toBe('news');
    expect(library.eventNames()).toEqual(['books open', 'books closed']);
  });

  it('takes nothing from the budget for calls refused during a probe', async () => {
    const budget = new SmallBudget(100);
    library = new GuardedSource({ budget });
    await library.fail(5);
    await pass(2 * SECOND);
    budget.taken.length = 0;
    await library.callMany(20);

    expect(budget.taken).toHaveLength(1);
  });
});
