import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ReplyTimeout } from './reply-timeout.js';
import { ReplyTimeoutError } from './reply-timeout.error.js';

const WITHIN_MS = 50;
const TICK_MS = 10;
/** A process that is never idle counts 2 ms per tick: 25 ticks make 50 ms. */
const BUSY_TICKS = 25;

const never = new Promise<never>(() => undefined);
const later = (ms: number): Promise<string> =>
  new Promise((resolve) => setTimeout(() => resolve('reply'), ms));

function keepBusy(ms: number): void {
  const untilMs = performance.now() + ms;
  while (performance.now() < untilMs);
}

/** Runs ticks in a process that is idle between them. */
async function runTicks(times: number): Promise<void> {
  jest.advanceTimersByTime(times * TICK_MS);
  for (let turns = 0; turns < 5; turns += 1) await Promise.resolve();
}

describe('ReplyTimeout', () => {
  it('resolves with a reply that comes in time', async () => {
    await expect(new ReplyTimeout(WITHIN_MS).race(later(10))).resolves.toBe('reply');
  });

  it('rejects with the error of a reply that comes in time', async () => {
    const reply = Promise.reject(new Error('WRONGTYPE'));

    await expect(new ReplyTimeout(WITHIN_MS).race(reply)).rejects.toThrow('WRONGTYPE');
  });

  it('rejects after the timeout, not before it', async () => {
    const startedAt = performance.now();
    await expect(new ReplyTimeout(WITHIN_MS).race(never)).rejects.toThrow(ReplyTimeoutError);

    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(WITHIN_MS - 1);
  });

  it('ignores a reply that fails after the timeout', async () => {
    let fail: ((error: Error) => void) | undefined;
    const reply = new Promise<never>((_resolve, reject) => {
      fail = reject;
    });
    await expect(new ReplyTimeout(20).race(reply)).rejects.toThrow(ReplyTimeoutError);
    fail?.(new Error('the socket closed'));
    await later(0);
  });

  it('does not count the time in which the process was busy', async () => {
    const reply = new ReplyTimeout(WITHIN_MS).race(later(3 * WITHIN_MS));
    keepBusy(4 * WITHIN_MS);

    await expect(reply).resolves.toBe('reply');
  });
});

describe('ReplyTimeout with ticks under the control of the test', () => {
  let deadline: ReplyTimeout;
  let ended: string[];

  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    deadline = new ReplyTimeout(WITHIN_MS);
    ended = [];
  });
  afterEach(() => void jest.useRealTimers());

  const wait = (name: string, reply: Promise<unknown> = never): void => {
    deadline.race(reply).then(
      () => ended.push(`${name} replied`),
      () => ended.push(`${name} late`),
    );
  };

  it('rejects in a process that is never idle, too', async () => {
    wait('one');
    await runTicks(BUSY_TICKS - 1);
    expect(ended).toEqual([]);
    await runTicks(1);

    expect(ended).toEqual(['one late']);
  });

  it('counts a late tick, as after a suspension, like one in time', async () => {
    const idle = jest.spyOn(performance, 'eventLoopUtilization');
    const idleFor = (ms: number): void =>
      void idle.mockReturnValue({ idle: ms, active: 0, utilization: 0 });
    idleFor(0);
    wait('one');
    for (let ticks = 1; ticks < 5; ticks += 1) {
      idleFor(ticks * 60_000);
      await runTicks(1);
    }
    expect(ended).toEqual([]);
    idleFor(5 * 60_000);
    await runTicks(1);
    idle.mockRestore();

    expect(ended).toEqual(['one late']);
  });

  it('gives each wait its own timeout, in the order of their starts', async () => {
    wait('one');
    wait('two');
    await runTicks(5);
    wait('three');
    await runTicks(BUSY_TICKS - 5);
    expect(ended).toEqual(['one late', 'two late']);
    await runTicks(4);
    expect(ended).toHaveLength(2);
    await runTicks(1);

    expect(ended).toEqual(['one late', 'two late', 'three late']);
  });

  it('ends only the wait whose reply came', async () => {
    wait('one');
    wait('two', Promise.resolve());
    await runTicks(1);
    expect(ended).toEqual(['two replied']);
    await runTicks(BUSY_TICKS - 1);

    expect(ended).toEqual(['two replied', 'one late']);
  });

  it('runs no timer while there is nothing to wait for', async () => {
    expect(jest.getTimerCount()).toBe(0);
    wait('one');
    wait('two', Promise.resolve());
    await runTicks(1);
    expect(jest.getTimerCount()).toBe(1);
    await runTicks(BUSY_TICKS);

    expect(jest.getTimerCount()).toBe(0);
  });

  it('gives a wait after an idle period the full timeout', async () => {
    wait('one');
    await runTicks(BUSY_TICKS);
    await runTicks(100);
    wait('two');
    await runTicks(BUSY_TICKS - 1);
    expect(ended).toEqual(['one late']);
    await runTicks(1);

    expect(ended).toEqual(['one late', 'two late']);
  });
});
