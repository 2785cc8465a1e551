import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Call } from '../call.js';
import { GuardedSource, MINUTE, SECOND, SmallBudget } from '../testing/guarded-source.js';

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

describe('a cooldown', () => {
  it('of the source refuses every operation for the time the source asked for', async () => {
    library.source.failWith('quota', 7 * SECOND);
    expect(await library.call()).toBe(`quota ${7 * SECOND}`);
    await pass(SECOND);

    expect(await library.call()).toBe(`paused ${6 * SECOND}`);
    expect(await library.call({ operation: 'maps', credential: 'k2' })).toBe(
      `paused ${6 * SECOND}`,
    );
    expect(library.source.calls).toBe(1);
    expect(library.guard.snapshot().cooldowns.source).toBe(1);
  });

  it('without Retry-After lasts a minute, doubling to 15 minutes while probes fail', async () => {
    library.source.failWith('quota');
    await library.call();
    for (const minutes of [1, 2, 4, 8, 15, 15]) {
      expect(await library.call()).toBe(`paused ${minutes * MINUTE}`);
      await pass(minutes * MINUTE);
      expect(await library.call()).toBe('quota');
    }
    expect(library.eventNames()).toEqual(['paused']);
  });

  it.each([
    ['quota', 'odd', 'resumed'],
    ['quota', undefined, 'resumed'],
    ['quota', 'quota', undefined],
  ])('after %s whose probe ends in %p: %p', async (code, probed, event) => {
    library.source.failWith(code);
    await library.call();
    await pass(5 * MINUTE);
    if (probed) library.source.failWith(probed);
    else library.source.answerWith();
    library.source.calls = 0;
    await callFor(SECOND);

    expect(library.source.calls).toBe(1);
    expect(library.eventNames().slice(1)).toEqual(event ? [event] : []);
    expect(await library.call()).toEqual(
      event ? expect.not.stringContaining('paused') : expect.stringContaining('paused'),
    );
  });

  it.each(['garbled', 'timeout', 'down'])(
    'of the source is not prolonged by a probe of an item that gets %s: the next call is the probe',
    async (code) => {
      library.source.failWith('quota');
      await library.call({ item: 'torn' });
      await pass(MINUTE);
      library.source.failWith(code);
      expect(await library.call({ item: 'torn' })).toBe(code);
      library.source.answerWith();

      expect(await library.call({ item: 'b2' })).toBe('news');
      expect(library.eventNames().filter((name) => name === 'resumed')).toHaveLength(1);
    },
  );

  it('lets one probe through when its time is over, and all calls when that succeeds', async () => {
    library.source.failWith('quota');
    await library.call();
    await pass(MINUTE);
    library.source.calls = 0;
    library.source.answerWith();
    library.source.latencyMs = 500;
    const answers = Promise.all(
      Array.from({ length: 20 }, (_, i) => library.call({ operation: `operation ${i}` })),
    );
    await pass(500);
    expect((await answers).filter((answer) => answer === 'news')).toHaveLength(1);
    expect(library.source.calls).toBe(1);

    expect(await callFor(500, { operation: 'maps' })).toBe('news');
  });

  it('lets the next call probe when the budget refuses the probe', async () => {
    const budget = new SmallBudget(1);
    library = new GuardedSource({ budget });
    library.source.failWith('quota');
    await library.call();
    await pass(MINUTE);
    expect(await library.call()).toBe(`budget-spent ${60 * MINUTE}`);
    budget.left = 1;
    library.source.answerWith();

    expect(await library.call()).toBe('news');
  });

  it('of an item starts after a failure with Retry-After, and of its operation after the second item', async () => {
    library.source.failWith('down', 60 * MINUTE);
    await library.call();
    expect(await library.call()).toBe(`paused ${15 * MINUTE}`);
    await library.call({ item: 'b2' });

    expect(await library.call({ item: 'b3' })).toBe(`paused ${15 * MINUTE}`);
    library.source.answerWith();
    expect(await library.call({ operation: 'maps' })).toBe('news');
  });

  it('is not ended by a call that was running before it started', async () => {
    library.source.latencyMs = 500;
    const early = library.call();
    await pass(100);
    library.source.latencyMs = 0;
    library.source.failWith('quota');
    await library.call();
    await pass(400);
    expect(await early).toBe('news');

    expect(await library.call()).toBe(`paused ${MINUTE - 400}`);
  });

  it('is replaced by a longer one, not by a shorter one', async () => {
    library.source.latencyMs = 100;
    const answers: Promise<string>[] = [];
    for (const seconds of [10, 30, 20]) {
      library.source.failWith('quota', seconds * SECOND);
      answers.push(library.call());
      await pass(0);
    }
    await pass(100);
    await Promise.all(answers);

    expect(await library.call()).toBe(`paused ${30 * SECOND}`);
  });
});
