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

/** Asks, and lets time pass for the answer to come. */
async function askFor(ms: number, changes: Partial<Call> = {}): Promise<string> {
  const answer = library.ask(changes);
  await pass(ms);
  return answer;
}

describe('a second attempt', () => {
  it('is made once, after a short rest, when someone waits', async () => {
    library.source.fails('down');
    const answer = library.ask();
    await pass(49);
    expect(library.source.asked).toBe(1);
    await pass(1);

    expect(await answer).toBe('down');
    expect(library.source.asked).toBe(2);
    expect(library.names()).toEqual(['retried']);
  });

  it('may bring the answer', async () => {
    library.source.fails('down');
    const answer = library.ask();
    await pass(10);
    library.source.answers();
    await pass(100);

    expect(await answer).toBe('news');
  });

  it.each([
    ['timeout', {}, undefined],
    ['odd', {}, undefined],
    ['quota', {}, undefined],
    ['down', { priority: 'refresh' }, undefined],
    ['down', {}, 1_000],
  ] as const)('is not made after %s (%j, told to wait: %p)', async (code, changes, toldMs) => {
    library.source.fails(code, toldMs);
    await askFor(SECOND, changes);

    expect(library.source.asked).toBe(1);
  });

  it('is not made when the time left is not worth it', async () => {
    library.source.deed = 'hangs';
    const hanging = Promise.all(Array.from({ length: 64 }, () => library.ask()));
    await pass(SECOND + 1);
    const late = library.ask();
    library.source.fails('down');
    library.source.takesMs = 1_400;
    await pass(2_400);
    await hanging;

    expect(await late).toBe('down');
    expect(library.source.asked).toBe(65);
  });

  it('is taken from the budget as the first is', async () => {
    const budget = new SmallBudget(5);
    library = new GuardedSource({ budget });
    library.source.fails('down');
    await askFor(SECOND, { priority: 'expired' });

    expect(budget.taken).toEqual(['expired', 'expired']);
  });

  it('that the budget does not grant leaves the first failure', async () => {
    library = new GuardedSource({ budget: new SmallBudget(1) });
    library.source.fails('down');

    expect(await askFor(SECOND)).toBe('down');
    expect(library.source.asked).toBe(1);
  });
});

describe('a source that does not answer', () => {
  it('is given up after two seconds', async () => {
    library.source.deed = 'hangs';
    const answer = library.ask();
    await pass(1_999);
    expect(library.source.underWay).toBe(1);
    await pass(1);

    expect(await answer).toBe('timeout');
    expect(library.source).toMatchObject({ asked: 1, underWay: 0 });
  });

  it('is given up after three seconds when it failed before', async () => {
    library.source.fails('down');
    library.source.takesMs = 1_500;
    const startedMs = Date.now();
    const answer = library.ask().then((code) => `${code} after ${Date.now() - startedMs}`);
    await pass(1_550);
    library.source.deed = 'hangs';
    await pass(3_000);

    expect(await answer).toBe('timeout after 3000');
  });
});
