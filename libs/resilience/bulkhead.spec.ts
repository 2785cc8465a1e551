import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { GuardedSource, SECOND } from './testing/guarded-source.js';
import { Bulkhead } from './bulkhead.js';

let library: GuardedSource;

beforeEach(() => {
  jest.useFakeTimers({ now: Date.UTC(2026, 0, 1), doNotFake: ['performance'] });
  library = new GuardedSource();
});
afterEach(() => void jest.useRealTimers());

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

describe('the bulkhead of an operation', () => {
  it('runs 64 calls at once and the others in turn', async () => {
    library.source.latencyMs = 100;
    const answers = library.callMany(300);
    await pass(0);
    expect(library.guard.snapshot().operations.get('books')).toMatchObject({
      running: 64,
      waiting: 236,
    });
    await pass(SECOND);

    expect(new Set(await answers)).toEqual(new Set(['news']));
    expect(library.source).toMatchObject({ calls: 300, maxRunning: 64 });
  });

  it('runs a queued call in its own async context', async () => {
    const bulkhead = new Bulkhead(1, 1, () => undefined);
    const who = new AsyncLocalStorage<string>();
    const contextAfter = (ms: number) => async () => {
      await pass(ms);
      return who.getStore();
    };
    const first = who.run('first', () => bulkhead.run(contextAfter(10), SECOND));
    const second = who.run('second', () => bulkhead.run(contextAfter(0), SECOND));

    expect(await Promise.all([first, second])).toEqual(['first', 'second']);
  });

  it('queues a call for at most a second, so that a whole attempt fits in three', async () => {
    library.source.behaviour = 'hangs';
    const hanging = library.callMany(64);
    const waiting = library.callMany(100);
    await pass(SECOND);
    expect(new Set(await waiting)).toEqual(new Set([`overloaded ${SECOND}`]));
    await pass(SECOND);
    await hanging;

    expect(library.source.calls).toBe(64);
  });

  it('refuses at once when the queue is full, and refreshes when no slot is free', async () => {
    library.source.latencyMs = 900;
    const answers = library.callMany(64 + 512);
    await pass(0);
    expect(await library.call()).toBe(`overloaded ${SECOND}`);
    expect(await library.call({ priority: 'refresh' })).toBe(`overloaded ${SECOND}`);
    await pass(2 * SECOND);
    await answers;

    expect(library.eventNames().every((name) => name === 'overloaded')).toBe(true);
  });

  it('runs the next queued call when those before it have given up', async () => {
    library.source.latencyMs = 1_500;
    const first = library.callMany(64);
    await pass(0);
    const givingUp = library.callMany(64);
    await pass(1_400);
    await givingUp;
    const late = library.callMany(10);
    library.source.latencyMs = 10;
    await pass(200);
    await first;

    expect(await late).toEqual(Array(10).fill('news'));
  });

  it('does not delay other operations when one hangs', async () => {
    library.source.behaviour = 'hangs';
    const hanging = library.callMany(200);
    await pass(0);
    library.source.answerWith();
    expect(await library.call({ operation: 'maps' })).toBe('news');
    await pass(3 * SECOND);
    await hanging;
  });

  it('bounds the burst after an outage', async () => {
    await library.fail(5);
    await pass(2 * SECOND);
    library.source.answerWith();
    await library.call();
    library.source.latencyMs = 50;
    const answers = library.callMany(400);
    await pass(SECOND);
    await answers;

    expect(library.source.maxRunning).toBe(64);
  });
});
