import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { wait } from '@app/clock/wait.js';
import { ReplyTimeoutError } from './reply-timeout.error.js';
import { LuaScript } from './lua-script.js';
import type { RedisClient } from './redis-client.js';
import { RedisConnection } from './redis-connection.js';
import { RedisDownError } from './redis-down.error.js';

const SCRIPT = new LuaScript('return ARGV[1]');
const SLOW_MS = 80;
const WITHIN_MS = 50;
const PROBE_EVERY_MS = 250;

type Mood = 'well' | 'refusing' | 'silent' | 'slow';

/** A server that is well, refuses, says nothing until its mood changes, or takes its time. */
class FakeRedisClient implements RedisClient {
  mood: Mood = 'well';
  readonly commands: string[] = [];
  probes = 0;
  /** Probes without an answer. */
  pendingProbes = 0;
  connects = 0;
  connectFailures = 0;
  destroyed = false;
  readonly lastError = (): unknown => undefined;
  private readonly unanswered: (() => void)[] = [];

  connect(): Promise<void> {
    this.connects += 1;
    return this.connects <= this.connectFailures
      ? Promise.reject(new Error('no node answers'))
      : Promise.resolve();
  }

  async evaluate(script: LuaScript, _keys: string[], args: string[]): Promise<unknown> {
    if (script === SCRIPT) {
      this.commands.push(args[0] ?? '');
      return this.answer(args[0]);
    }
    this.probes += 1;
    this.pendingProbes += 1;
    return this.answer(1).finally(() => (this.pendingProbes -= 1));
  }

  destroy(): void {
    this.destroyed = true;
    this.become('refusing');
  }

  become(mood: Mood): void {
    this.mood = mood;
    for (const answer of this.unanswered.splice(0)) answer();
  }

  private async answer(reply: unknown): Promise<unknown> {
    if (this.mood === 'silent') await new Promise<void>((answer) => this.unanswered.push(answer));
    if (this.mood === 'slow') await wait(SLOW_MS);
    if (this.mood === 'refusing') throw new Error('ECONNREFUSED');
    return reply;
  }
}

let client: FakeRedisClient;
let redis: RedisConnection;
let changes: string[];

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  // Of a process that has nothing else to do.
  jest
    .spyOn(performance, 'eventLoopUtilization')
    .mockImplementation(() => ({ idle: Date.now(), active: 0, utilization: 0 }));
  client = new FakeRedisClient();
  redis = new RedisConnection(client);
  changes = [];
  redis.stateChanges.on(({ up }) => changes.push(up ? 'up' : 'down'));
});
afterEach(() => {
  redis.onApplicationShutdown();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

const ask = (word = 'hello'): Promise<unknown> => redis.evaluate(SCRIPT, ['key'], [word]);
const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

/** The failure of a command that nobody answers. */
async function lateFailure(word = 'hello'): Promise<unknown> {
  const failure = ask(word).catch((error: unknown) => error);
  await pass(WITHIN_MS);
  return failure;
}

describe('Redis that is there', () => {
  beforeEach(() => redis.onModuleInit());

  it('answers', async () => {
    await expect(ask('hello')).resolves.toBe('hello');
    expect(changes).toEqual(['up']);
  });

  it('is not probed while it answers', async () => {
    await ask();
    await pass(10 * PROBE_EVERY_MS);

    expect(client.probes).toBe(1);
  });
});

describe('Redis that is away at the start', () => {
  beforeEach(() => {
    client.mood = 'refusing';
  });

  it('holds the start up for three seconds, and is told', async () => {
    const started = jest.fn();
    void redis.onModuleInit().then(started);
    await pass(2_999);
    expect(started).not.toHaveBeenCalled();
    expect(changes).toEqual([]);
    await pass(1);

    expect(started).toHaveBeenCalled();
    expect(changes).toEqual(['down']);
  });

  it('lets the start go on as soon as it is there', async () => {
    const started = redis.onModuleInit();
    client.become('well');
    await pass(PROBE_EVERY_MS);
    await started;

    await expect(ask()).resolves.toBe('hello');
  });

  it('gets no command', async () => {
    void redis.onModuleInit();

    await expect(ask()).rejects.toThrow(RedisDownError);
    expect(client.commands).toEqual([]);
  });

  it('is connected to again when a client gives up', async () => {
    client.connectFailures = 1;
    void redis.onModuleInit();
    await pass(PROBE_EVERY_MS - 1);
    expect(client.connects).toBe(1);
    await pass(1);

    expect(client.connects).toBe(2);
  });
});

describe('Redis that stops to answer', () => {
  beforeEach(async () => {
    await redis.onModuleInit();
    client.become('silent');
  });

  it('fails all who wait within 50 ms, and is said to be down once', async () => {
    const failures: unknown[] = [];
    for (let asked = 0; asked < 20; asked += 1) ask().catch((error) => failures.push(error));
    await pass(WITHIN_MS - 1);
    expect(failures).toEqual([]);
    await pass(1);

    expect(failures).toEqual(Array(20).fill(expect.any(RedisDownError)));
    expect(changes).toEqual(['up', 'down']);
  });

  it('is given as the cause', async () => {
    expect(await lateFailure()).toMatchObject({ cause: expect.any(ReplyTimeoutError) });
  });

  it('gets no further command', async () => {
    expect(await lateFailure('late')).toBeInstanceOf(RedisDownError);
    await expect(ask('not sent')).rejects.toThrow(RedisDownError);

    expect(client.commands).toEqual(['late']);
  });

  it('gets one probe, however long it says nothing', async () => {
    await lateFailure();
    await pass(10 * PROBE_EVERY_MS);

    expect([client.probes, client.pendingProbes]).toEqual([2, 1]);
  });

  it('is used again when it answers', async () => {
    await lateFailure();
    client.become('well');
    await pass(PROBE_EVERY_MS);
    expect(changes).toEqual(['up', 'down', 'up']);

    await expect(ask('again')).resolves.toBe('again');
  });
});

describe('Redis that refuses', () => {
  beforeEach(async () => {
    await redis.onModuleInit();
    client.become('refusing');
  });

  it('is down at once, and the cause is told', async () => {
    await expect(ask()).rejects.toMatchObject({
      name: 'RedisDownError',
      cause: new Error('ECONNREFUSED'),
    });
    await expect(ask()).rejects.toThrow(RedisDownError);

    expect(client.commands).toHaveLength(1);
    expect(changes).toEqual(['up', 'down']);
  });

  it('is probed now and then, and used again when it answers', async () => {
    await expect(ask()).rejects.toThrow();
    await pass(PROBE_EVERY_MS);
    expect(client.probes).toBe(3);
    client.become('well');
    await pass(PROBE_EVERY_MS);
    expect(changes).toEqual(['up', 'down', 'up']);

    await expect(ask()).resolves.toBe('hello');
  });
});

describe('Redis that answers too slowly', () => {
  it('stays down until it answers in time', async () => {
    await redis.onModuleInit();
    client.become('slow');
    await lateFailure();
    await pass(10 * PROBE_EVERY_MS);
    expect(client.probes).toBeGreaterThan(5);
    expect(changes).toEqual(['up', 'down']);
    expect(client.pendingProbes).toBeLessThanOrEqual(1);
    client.become('well');
    await pass(PROBE_EVERY_MS + SLOW_MS);

    expect(changes).toEqual(['up', 'down', 'up']);
  });
});

describe('at the end', () => {
  it('the client is destroyed, and nothing more is tried', async () => {
    client.mood = 'refusing';
    client.connectFailures = Number.POSITIVE_INFINITY;
    void redis.onModuleInit();
    redis.onApplicationShutdown();
    const before = [client.probes, client.connects];
    await pass(10 * PROBE_EVERY_MS);

    expect(client.destroyed).toBe(true);
    expect([client.probes, client.connects]).toEqual(before);
  });
});
