import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SystemClock } from '@app/clock/system-clock.js';
import { GuardedSource, SECOND } from './testing/guarded-source.js';
import { Bulkhead } from './bulkhead.js';

let library: GuardedSource;

beforeEach(() => {
  jest.useFakeTimers({ now: Date.UTC(2026, 0, 1), doNotFake: ['performance'] });
  library = new GuardedSource();
});
afterEach(() => void jest.useRealTimers());

const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
const books = () => library.guard.snapshot().operations.get('books');

/** The source answers so many calls that the limit rises to its highest. */
async function riseToHighest(): Promise<void> {
  library.source.latencyMs = 10;
  const answers = library.callMany(250);
  await pass(SECOND);
  await answers;
  library.source.latencyMs = 0;
  library.source.calls = 0;
}

describe('the bulkhead of an operation', () => {
  it('starts with 16 calls at once, and doubles them up to 64 while the source answers', async () => {
    library.source.latencyMs = 100;
    const answers = library.callMany(300);
    const running: unknown[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      await pass(turn === 0 ? 0 : 100);
      running.push(books()?.running);
    }
    expect(running).toEqual([16, 32, 64, 64]);
    await pass(SECOND);

    expect(new Set(await answers)).toEqual(new Set(['news']));
    expect(library.source).toMatchObject({ calls: 300, maxRunning: 64 });
  });

  it('starts with 16 again when it did not need more for over a minute', async () => {
    await riseToHighest();
    await pass(61 * SECOND);
    await library.call();

    expect(books()?.limit).toBe(16);
  });

  it('halves the calls at once, once per round, while more than a tenth of them fail', async () => {
    await riseToHighest();
    library.source.failWith('timeout');
    const answers = library.callMany(64);
    await pass(SECOND);
    await answers;

    expect(books()?.limit).toBe(32);
  });

  it('does not run fewer calls because one item of many fails', async () => {
    await riseToHighest();
    for (let round = 0; round < 3; round += 1) {
      library.source.failWith('timeout');
      await library.call({ item: `bad ${round}` });
      library.source.answerWith();
      const answers = library.callMany(63);
      await pass(SECOND);
      await answers;
    }

    expect(books()?.limit).toBe(64);
  });

  it('runs the call for which most callers wait first, also when they came later', async () => {
    library.source.latencyMs = 100;
    const order: string[] = [];
    const waiting = { callers: 1 };
    const call = (item: string, who = { callers: 1 }): Promise<unknown> =>
      library.call({ item, waiting: who }).then(() => order.push(item));
    const first = Array.from({ length: 16 }, (_, at) => library.call({ item: `first ${at}` }));
    const later = Array.from({ length: 40 }, (_, at) => call(`rare ${at}`));
    later.push(call('popular', waiting));
    waiting.callers = 9;
    await pass(SECOND);
    await Promise.all([...first, ...later]);

    expect(order.slice(0, 2)).toEqual(['popular', 'rare 0']);
  });

  it('keeps an eighth more for refreshes, so that a flood of misses does not let copies expire', async () => {
    library.source.latencyMs = 900;
    const misses = library.callMany(100);
    await pass(0);
    const refreshes = Array.from({ length: 3 }, () => library.call({ priority: 'refresh' }));
    await pass(3 * SECOND);
    await misses;

    expect(await Promise.all(refreshes)).toEqual([
      'news',
      'news',
      expect.stringContaining('overloaded'),
    ]);
  });

  it('runs a queued call in its own async context', async () => {
    const [clock, random] = [new SystemClock(), () => 0];
    const bulkhead = new Bulkhead({ maxWaiting: 20, clock, random, onRefuse: () => undefined });
    const who = new AsyncLocalStorage<string>();
    const contextOf = (name: string): Promise<string | undefined> =>
      who.run(name, () =>
        bulkhead.run(async () => (await pass(10), who.getStore()), {
          waitForMs: SECOND,
          waiting: { callers: 1 },
        }),
      );
    const names = Array.from({ length: 20 }, (_, at) => `call ${at}`);

    expect(await Promise.all(names.map(contextOf))).toEqual(names);
  });

  it('queues a call for at most a second, so that a whole attempt fits in three', async () => {
    library.source.behaviour = 'hangs';
    const hanging = library.callMany(16);
    const waiting = library.callMany(100);
    await pass(SECOND);
    expect((await waiting).every((answer) => answer.startsWith('overloaded'))).toBe(true);
    await pass(SECOND);
    await hanging;

    expect(library.source.calls).toBe(16);
    expect(books()?.waiting).toBe(0);
  });

  it('refuses at once when the queue is full', async () => {
    library.source.latencyMs = 900;
    const answers = library.callMany(16 + 512);
    await pass(0);
    expect(await library.call()).toBe(`overloaded ${SECOND}`);
    await pass(3 * SECOND);
    await answers;

    expect(library.eventNames().every((name) => name === 'overloaded')).toBe(true);
  });

  it('tells refused callers to come back at the rate at which the source is called', async () => {
    await riseToHighest();
    library.source.latencyMs = 640;
    const slow = library.callMany(64);
    await pass(640);
    await slow;
    const answers = library.callMany(64 + 512);
    const refused = await library.callMany(100);
    await pass(3 * SECOND);
    await answers;
    const waits = refused.map((answer) => Number(answer.split(' ')[1]));

    expect(new Set(waits).size).toBeGreaterThan(90);
    expect(waits).toEqual(waits.toSorted((one, other) => one - other));
    expect(waits[0]).toBeGreaterThan(SECOND);
    const [perSecond, first = 0, last = 0] = [64 / 0.64, waits[0], waits.at(-1)];
    expect(last - first).toBeGreaterThan((0.8 * 100 * SECOND) / perSecond);
    expect(last - first).toBeLessThan((1.2 * 100 * SECOND) / perSecond);
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

    expect(library.source.maxRunning).toBeLessThanOrEqual(64);
  });
});
