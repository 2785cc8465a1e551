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

/** Asks, and lets time pass for the answer to come. */
async function askFor(ms: number, changes: Partial<Call> = {}): Promise<string> {
  const answer = library.ask(changes);
  await pass(ms);
  return answer;
}

describe('a pause', () => {
  it('of the source closes every lane for as long as it is told', async () => {
    library.source.fails('quota', 7 * SECOND);
    expect(await library.ask()).toBe(`quota ${7 * SECOND}`);
    await pass(SECOND);

    expect(await library.ask()).toBe(`paused ${6 * SECOND}`);
    expect(await library.ask({ lane: 'maps', key: 'k2' })).toBe(`paused ${6 * SECOND}`);
    expect(library.source.asked).toBe(1);
    expect(library.guard.snapshot().pauses.get('source')).toMatchObject({ reason: 'quota' });
  });

  it('that is not told how long is a minute, doubling to a quarter of an hour while probes fail', async () => {
    library.source.fails('quota');
    await library.ask();
    for (const minutes of [1, 2, 4, 8, 15, 15]) {
      expect(await library.ask()).toBe(`paused ${minutes * MINUTE}`);
      await pass(minutes * MINUTE);
      expect(await library.ask()).toBe('quota');
    }
    expect(library.names()).toEqual(['paused']);
  });

  it.each([
    ['quota', 'odd', 'resumed'],
    ['quota', undefined, 'resumed'],
    ['key', 'odd', 'resumed'],
    ['key', 'down', undefined],
    ['quota', 'timeout', undefined],
  ])('by %s whose probe ends in %p: %p', async (code, probed, event) => {
    library.source.fails(code);
    await library.ask();
    await pass(5 * MINUTE);
    if (probed) library.source.fails(probed);
    else library.source.answers();
    library.source.asked = 0;
    await askFor(SECOND);

    expect(library.source.asked).toBe(1);
    expect(library.names().slice(1)).toEqual(event ? [event] : []);
    expect(await library.ask()).toEqual(
      event ? expect.not.stringContaining('paused') : expect.stringContaining('paused'),
    );
  });

  it('lets one probe through when its time is over, and the others when that went well', async () => {
    library.source.fails('quota');
    await library.ask();
    await pass(MINUTE);
    library.source.asked = 0;
    library.source.answers();
    library.source.takesMs = 500;
    const answers = Promise.all(
      Array.from({ length: 20 }, (_, i) => library.ask({ lane: `lane ${i}` })),
    );
    await pass(500);
    expect((await answers).filter((answer) => answer === 'news')).toHaveLength(1);
    expect(library.source.asked).toBe(1);

    expect(await askFor(500, { lane: 'maps' })).toBe('news');
  });

  it('is probed by the next one when the budget held the probe back', async () => {
    const budget = new SmallBudget(1);
    library = new GuardedSource({ budget });
    library.source.fails('quota');
    await library.ask();
    await pass(MINUTE);
    expect(await library.ask()).toBe(`budget-spent ${60 * MINUTE}`);
    budget.left = 1;
    library.source.answers();

    expect(await library.ask()).toBe('news');
  });

  it('of a lane comes with a failure that tells how long, a quarter of an hour at most', async () => {
    library.source.fails('down', 60 * MINUTE);
    await library.ask();

    expect(await library.ask()).toBe(`paused ${15 * MINUTE}`);
    library.source.answers();
    expect(await library.ask({ lane: 'maps' })).toBe('news');
  });

  it('comes with a good answer that was the last', async () => {
    library.source.answers('news', 'quota');
    expect(await library.ask()).toBe('news');
    expect(await library.ask()).toBe(`paused ${MINUTE}`);
    await pass(MINUTE);
    expect(await library.ask()).toBe('news');

    expect(await library.ask()).toBe(`paused ${2 * MINUTE}`);
  });

  it('is not ended by a call that was under way before', async () => {
    library.source.takesMs = 500;
    const early = library.ask();
    await pass(100);
    library.source.takesMs = 0;
    library.source.fails('key');
    await library.ask();
    await pass(400);
    expect(await early).toBe('news');

    expect(await library.ask()).toBe(`paused ${5 * MINUTE - 400}`);
  });

  it('longer than the one that is there replaces it; a shorter one does not', async () => {
    library.source.takesMs = 100;
    const answers: Promise<string>[] = [];
    for (const seconds of [10, 30, 20]) {
      library.source.fails('quota', seconds * SECOND);
      answers.push(library.ask());
      await pass(0);
    }
    await pass(100);
    await Promise.all(answers);

    expect(await library.ask()).toBe(`paused ${30 * SECOND}`);
  });
});

describe('a key that is refused', () => {
  it('is tried once in five minutes, whatever the source says', async () => {
    library.source.fails('key', 7 * SECOND);
    await library.ask();
    for (let minute = 0; minute < 60; minute += 1) {
      await Promise.all(Array.from({ length: 10 }, () => library.ask()));
      await pass(MINUTE);
    }

    expect(library.source.asked).toBe(1 + 11);
  });

  it('does not stop another one, and is forgotten with it', async () => {
    library.source.fails('key');
    await library.ask();
    library.source.answers();

    expect(await library.ask({ key: 'k2' })).toBe('news');
    expect(library.guard.snapshot().pauses.size).toBe(0);
    expect(library.names()).toEqual(['paused', 'resumed']);
  });

  it('is in no event and no snapshot', async () => {
    library.source.fails('key');
    await library.ask({ key: 'hunter2' });
    const told = JSON.stringify([library.happened, [...library.guard.snapshot().pauses]]);

    expect(told).toContain('key');
    expect(told).not.toContain('hunter2');
  });
});
