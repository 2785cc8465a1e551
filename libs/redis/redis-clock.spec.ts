import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { TypedEmitter } from '@app/events/typed-emitter.js';
import { RedisClock } from './redis-clock.js';
import { RedisClockLog } from './redis-clock.log.js';
import type { RedisState } from './redis-connection.js';
import { RedisDownError } from './redis-down.error.js';

const HOUR_MS = 3_600_000;

/** Answers with its own time, or is down. */
class FakeRedis {
  readonly stateChanges = new TypedEmitter<RedisState>();
  down = false;
  /** A reply takes so long, in ms of the process. */
  takesMs = 0;

  constructor(
    readonly clock: FakeClock,
    private readonly pass: (ms: number) => void,
  ) {}

  evaluate(): Promise<unknown> {
    if (this.down) return Promise.reject(new RedisDownError());
    const reply = this.clock.nowMs();
    this.pass(this.takesMs);
    return Promise.resolve(reply);
  }
}

/** The machine's clock, which `own.advance` sets, and the time that passes, which changes it too. */
let own: FakeClock;
let elapsedMs: number;
let redis: FakeRedis;
let clock: RedisClock;
let lines: string[];

beforeEach(() => {
  jest.useFakeTimers();
  own = new FakeClock();
  elapsedMs = 0;
  redis = new FakeRedis(new FakeClock(), pass);
  clock = new RedisClock(redis, own, 'test:', { elapsedMs: () => elapsedMs });
  lines = [];
  const write = (text: string): number => lines.push(text);
  new RedisClockLog({ log: write, warn: write, error: write }).follow(clock);
  clock.onModuleInit();
});
afterEach(() => {
  clock.onApplicationShutdown();
  jest.useRealTimers();
});

function pass(ms: number): void {
  elapsedMs += ms;
  own.advance(ms);
}

const measure = (): Promise<void> => jest.advanceTimersByTimeAsync(1_000);

describe('RedisClock', () => {
  it.each([25 * HOUR_MS, 6_000, -6_000, -40 * 24 * HOUR_MS])(
    'tells the time of Redis while its own clock is %d ms ahead',
    async (aheadMs) => {
      own.advance(aheadMs);
      await measure();

      expect(clock.nowMs()).toBe(redis.clock.nowMs());
    },
  );

  it('is right as soon as Redis is in use', async () => {
    own.advance(HOUR_MS);
    redis.stateChanges.emit({ up: true });
    await jest.advanceTimersByTimeAsync(0);

    expect(clock.nowMs()).toBe(redis.clock.nowMs());
  });

  it('keeps its own time when the clocks differ by less than NTP allows', async () => {
    own.advance(249);
    await measure();

    expect(clock.nowMs()).toBe(own.nowMs());
  });

  it('does not take the time that a reply needs for a difference', async () => {
    redis.takesMs = 400;
    await measure();

    expect(clock.nowMs()).toBe(own.nowMs());
  });

  it('returns to its own time when its clock was corrected', async () => {
    own.advance(HOUR_MS);
    await measure();
    own.advance(-HOUR_MS);
    await measure();

    expect(clock.nowMs()).toBe(own.nowMs());
  });

  it.each([25 * HOUR_MS, -25 * HOUR_MS])(
    'does not notice that its own clock was set by %d ms',
    async (byMs) => {
      await measure();
      own.advance(byMs);
      expect(clock.nowMs()).toBe(redis.clock.nowMs());
      await measure();

      expect(clock.nowMs()).toBe(redis.clock.nowMs());
    },
  );

  it('passes between measurements', async () => {
    await measure();
    pass(700);

    expect(clock.nowMs()).toBe(redis.clock.nowMs() + 700);
  });

  it('keeps its correction while Redis is down', async () => {
    own.advance(HOUR_MS);
    await measure();
    redis.down = true;
    await measure();

    expect(clock.nowMs()).toBe(redis.clock.nowMs());
  });
});

describe('RedisClockLog', () => {
  it('says once that the clock is wrong, and once that it is right again', async () => {
    own.advance(90_000);
    await measure();
    await measure();
    own.advance(-90_000);
    await measure();
    await measure();

    expect(lines).toEqual([
      expect.stringContaining('The clock is 90 s ahead of that of Redis'),
      'The clock agrees with that of Redis again.',
    ]);
  });

  it('says nothing about a difference of five seconds', async () => {
    own.advance(-5_000);
    await measure();

    expect(lines).toEqual([]);
  });
});
