import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Call } from './call.js';
import { GuardedSource, SECOND, SmallBudget } from './testing/guarded-source.js';

let library: GuardedSource;

beforeEach(() => {
  jest.useFakeTimers({ now: Date.UTC(2026, 0, 1), doNotFake: ['performance'] });
  library = new GuardedSource();
});
afterEach(() => void jest.useRealTimers());

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

/** Calls the source, and advances the clock until it has answered. */
async function callFor(ms: number, changes: Partial<Call> = {}): Promise<string> {
  const answer = library.call(changes);
  await pass(ms);
  return answer;
}

describe('Attempts', () => {
  it('makes one second attempt, after a short backoff, when a caller waits', async () => {
    library.source.failWith('down');
    const answer = library.call();
    await pass(49);
    expect(library.source.calls).toBe(1);
    await pass(1);

    expect(await answer).toBe('down');
    expect(library.source.calls).toBe(2);
    expect(library.eventNames()).toEqual(['retried']);
  });

  it('returns the result of the second attempt', async () => {
    library.source.failWith('down');
    const answer = library.call();
    await pass(10);
    library.source.answerWith();
    await pass(100);

    expect(await answer).toBe('news');
  });

  it.each([
    ['timeout', {}, undefined],
    ['odd', {}, undefined],
    ['quota', {}, undefined],
    ['down', { priority: 'refresh' }, undefined],
    ['down', {}, 1_000],
  ] as const)(
    'makes no second attempt after %s (%j, retryAfterMs %p)',
    async (code, changes, retryAfterMs) => {
      library.source.failWith(code, retryAfterMs);
      await callFor(SECOND, changes);

      expect(library.source.calls).toBe(1);
    },
  );

  it('makes no second attempt when too little time is left', async () => {
    library.source.behaviour = 'hangs';
    const hanging = Promise.all(Array.from({ length: 16 }, () => library.call()));
    await pass(SECOND + 1);
    const late = library.call();
    library.source.failWith('down');
    library.source.latencyMs = 1_400;
    await pass(2_400);
    await hanging;

    expect(await late).toBe('down');
    expect(library.source.calls).toBe(17);
  });

  it('takes the second attempt from the budget', async () => {
    const budget = new SmallBudget(5);
    library = new GuardedSource({ budget });
    library.source.failWith('down');
    await callFor(SECOND, { priority: 'expired' });

    expect(budget.taken).toEqual(['expired', 'expired']);
  });

  it('throws the first error when the budget refuses the second attempt', async () => {
    library = new GuardedSource({ budget: new SmallBudget(1) });
    library.source.failWith('down');

    expect(await callFor(SECOND)).toBe('down');
    expect(library.source.calls).toBe(1);
  });
});

describe('a call to a source that does not respond', () => {
  it('times out after two seconds', async () => {
    library.source.behaviour = 'hangs';
    const answer = library.call();
    await pass(1_999);
    expect(library.source.running).toBe(1);
    await pass(1);

    expect(await answer).toBe('timeout');
    expect(library.source).toMatchObject({ calls: 1, running: 0 });
  });

  it('times out after three seconds in all when the first attempt failed', async () => {
    library.source.failWith('down');
    library.source.latencyMs = 1_500;
    const startedMs = Date.now();
    const answer = library.call().then((code) => `${code} after ${Date.now() - startedMs}`);
    await pass(1_550);
    library.source.behaviour = 'hangs';
    await pass(3_000);

    expect(await answer).toBe('timeout after 3000');
  });
});
