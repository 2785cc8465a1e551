import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ReplyTimeout } from './reply-timeout.js';
import { ReplyTimeoutError } from './reply-timeout.error.js';

const WITHIN_MS = 50;
const LOOK_MS = 10;
/** A process that is never idle counts 2 ms a look: 25 looks make 50 ms. */
const BUSY_LOOKS = 25;

const never = new Promise<never>(() => undefined);
const later = (ms: number): Promise<string> =>
  new Promise((resolve) => setTimeout(() => resolve('answer'), ms));

function keepBusy(ms: number): void {
  const untilMs = performance.now() + ms;
  while (performance.now() < untilMs);
}

/** Looks so many times, in a process that does nothing else. */
async function look(times: number): Promise<void> {
  jest.advanceTimersByTime(times * LOOK_MS);
  for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
}

describe('an answer', () => {
  it('in time is given', async () => {
    await expect(new ReplyTimeout(WITHIN_MS).race(later(10))).resolves.toBe('answer');
  });

  it('in time that is a failure, is that failure', async () => {
    const answer = Promise.reject(new Error('WRONGTYPE'));

    await expect(new ReplyTimeout(WITHIN_MS).race(answer)).rejects.toThrow('WRONGTYPE');
  });

  it('that does not come is given up, not before its time', async () => {
    const startedAt = performance.now();
    await expect(new ReplyTimeout(WITHIN_MS).race(never)).rejects.toThrow(ReplyTimeoutError);

    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(WITHIN_MS - 1);
  });

  it('that comes late, or fails late, harms nobody', async () => {
    let fail: ((error: Error) => void) | undefined;
    const answer = new Promise<never>((_resolve, reject) => {
      fail = reject;
    });
    await expect(new ReplyTimeout(20).race(answer)).rejects.toThrow(ReplyTimeoutError);
    fail?.(new Error('the socket closed'));
    await later(0);
  });

  it('is not late because this process was busy', async () => {
    const answer = new ReplyTimeout(WITHIN_MS).race(later(3 * WITHIN_MS));
    keepBusy(4 * WITHIN_MS);

    await expect(answer).resolves.toBe('answer');
  });
});

describe('in a process that looks when the test says so', () => {
  let deadline: ReplyTimeout;
  let ended: string[];

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    deadline = new ReplyTimeout(WITHIN_MS);
    ended = [];
  });
  afterEach(() => void jest.useRealTimers());

  const wait = (name: string, answer: Promise<unknown> = never): void => {
    deadline.race(answer).then(
      () => ended.push(`${name} answered`),
      () => ended.push(`${name} late`),
    );
  };

  it('that is never idle, there is an end to waiting, too', async () => {
    wait('one');
    await look(BUSY_LOOKS - 1);
    expect(ended).toEqual([]);
    await look(1);

    expect(ended).toEqual(['one late']);
  });

  it('a look that comes late, as after a suspension, counts as one in time', async () => {
    const idle = jest.spyOn(performance, 'eventLoopUtilization');
    const idleFor = (ms: number): void =>
      void idle.mockReturnValue({ idle: ms, active: 0, utilization: 0 });
    idleFor(0);
    wait('one');
    for (let looks = 1; looks < 5; looks += 1) {
      idleFor(looks * 60_000);
      await look(1);
    }
    expect(ended).toEqual([]);
    idleFor(5 * 60_000);
    await look(1);
    idle.mockRestore();

    expect(ended).toEqual(['one late']);
  });

  it('each wait has its own time, and the first to come is the first to end', async () => {
    wait('one');
    wait('two');
    await look(5);
    wait('three');
    await look(BUSY_LOOKS - 5);
    expect(ended).toEqual(['one late', 'two late']);
    await look(4);
    expect(ended).toHaveLength(2);
    await look(1);

    expect(ended).toEqual(['one late', 'two late', 'three late']);
  });

  it('one that is answered ends alone', async () => {
    wait('one');
    wait('two', Promise.resolve());
    await look(1);
    expect(ended).toEqual(['two answered']);
    await look(BUSY_LOOKS - 1);

    expect(ended).toEqual(['two answered', 'one late']);
  });

  it('nothing is looked at when nobody waits', async () => {
    expect(jest.getTimerCount()).toBe(0);
    wait('one');
    wait('two', Promise.resolve());
    await look(1);
    expect(jest.getTimerCount()).toBe(1);
    await look(BUSY_LOOKS);

    expect(jest.getTimerCount()).toBe(0);
  });

  it('who waits after a pause has the whole time', async () => {
    wait('one');
    await look(BUSY_LOOKS);
    await look(100);
    wait('two');
    await look(BUSY_LOOKS - 1);
    expect(ended).toEqual(['one late']);
    await look(1);

    expect(ended).toEqual(['one late', 'two late']);
  });
});
