import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { GuardedSource, SECOND } from '../testing/guarded-source.js';
import { Bulkhead } from './bulkhead.js';

let library: GuardedSource;

beforeEach(() => {
  jest.useFakeTimers({ now: Date.UTC(2026, 0, 1), doNotFake: ['performance'] });
  library = new GuardedSource();
});
afterEach(() => void jest.useRealTimers());

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

describe('the bulkhead of a lane', () => {
  it('lets 64 calls go at once, and the others in turn', async () => {
    library.source.takesMs = 100;
    const answers = library.askMany(300);
    await pass(0);
    expect(library.guard.snapshot().lanes.get('books')).toMatchObject({
      running: 64,
      waiting: 236,
    });
    await pass(SECOND);

    expect(new Set(await answers)).toEqual(new Set(['news']));
    expect(library.source).toMatchObject({ asked: 300, mostAtOnce: 64 });
  });

  it('lets who waited go on as itself, not as who made room', async () => {
    const bulkhead = new Bulkhead(1, 1, () => undefined);
    const who = new AsyncLocalStorage<string>();
    const tellAfter = (ms: number) => async () => {
      await pass(ms);
      return who.getStore();
    };
    const first = who.run('first', () => bulkhead.run(tellAfter(10), SECOND));
    const second = who.run('second', () => bulkhead.run(tellAfter(0), SECOND));

    expect(await Promise.all([first, second])).toEqual(['first', 'second']);
  });

  it('lets nobody wait for a turn for more than a second, so that a whole attempt fits in three', async () => {
    library.source.deed = 'hangs';
    const hanging = library.askMany(64);
    const waiting = library.askMany(100);
    await pass(SECOND);
    expect(new Set(await waiting)).toEqual(new Set([`overloaded ${SECOND}`]));
    await pass(SECOND);
    await hanging;

    expect(library.source.asked).toBe(64);
  });

  it('refuses at once what is more than the queue holds, and refreshes when there is no room', async () => {
    library.source.takesMs = 900;
    const answers = library.askMany(64 + 512);
    await pass(0);
    expect(await library.ask()).toBe(`overloaded ${SECOND}`);
    expect(await library.ask({ priority: 'refresh' })).toBe(`overloaded ${SECOND}`);
    await pass(2 * SECOND);
    await answers;

    expect(library.names().every((name) => name === 'overloaded')).toBe(true);
  });

  it('goes on to the next in the queue when those before have given up', async () => {
    library.source.takesMs = 1_500;
    const first = library.askMany(64);
    await pass(0);
    const givingUp = library.askMany(64);
    await pass(1_400);
    await givingUp;
    const late = library.askMany(10);
    library.source.takesMs = 10;
    await pass(200);
    await first;

    expect(await late).toEqual(Array(10).fill('news'));
  });

  it('of one lane that hangs does not hold another up', async () => {
    library.source.deed = 'hangs';
    const hanging = library.askMany(200);
    await pass(0);
    library.source.answers();
    expect(await library.ask({ lane: 'maps' })).toBe('news');
    await pass(3 * SECOND);
    await hanging;
  });

  it('bounds the burst after an outage', async () => {
    await library.fail(5);
    await pass(2 * SECOND);
    library.source.answers();
    await library.ask();
    library.source.takesMs = 50;
    const answers = library.askMany(400);
    await pass(SECOND);
    await answers;

    expect(library.source.mostAtOnce).toBe(64);
  });
});
