import { performance } from 'node:perf_hooks';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { wait } from '@app/clock/wait.js';
import { ErrorReply } from '@redis/client';
import { ReplyTimeoutError } from './reply-timeout.error.js';
import { LuaScript } from './lua-script.js';
import type { RedisClient } from './redis-client.js';
import { RedisConnection, type RedisFailure } from './redis-connection.js';
import { RedisDownError } from './redis-down.error.js';

const SCRIPT = new LuaScript('return ARGV[1]');
const SLOW_MS = 80;
const WITHIN_MS = 50;
const PROBE_EVERY_MS = 250;

type Behavior = 'ok' | 'failing' | 'hanging' | 'slow' | 'refusing';

/** A server that responds, fails, hangs until its behavior changes, responds slowly, or refuses all commands. */
class FakeRedisClient implements RedisClient {
  behavior: Behavior = 'ok';
  readonly commands: string[] = [];
  probes = 0;
  readonly probeKeys: string[] = [];
  /** Probes without a reply. */
  pendingProbes = 0;
  connects = 0;
  connectFailures = 0;
  destroyed = false;
  /** Scripts that get an error reply. */
  readonly refusedScripts = new Set<LuaScript>();
  ready = true;
  readonly isReady = (): boolean => this.ready;
  readonly lastError = (): unknown => undefined;
  private readonly hanging: (() => void)[] = [];

  connect(): Promise<void> {
    this.connects += 1;
    return this.connects <= this.connectFailures
      ? Promise.reject(new Error('no node responds'))
      : Promise.resolve();
  }

  async evaluate(script: LuaScript, keys: string[], args: string[]): Promise<unknown> {
    if (script === SCRIPT) {
      this.commands.push(args[0] ?? '');
      if (this.refusedScripts.has(script)) throw new ErrorReply('WRONGTYPE of a key');
      return this.reply(args[0]);
    }
    this.probes += 1;
    this.probeKeys.push(keys[0] ?? '');
    this.pendingProbes += 1;
    return this.reply(1).finally(() => (this.pendingProbes -= 1));
  }

  destroy(): void {
    this.destroyed = true;
    this.become('failing');
  }

  become(behavior: Behavior): void {
    this.behavior = behavior;
    for (const resume of this.hanging.splice(0)) resume();
  }

  private async reply(value: unknown): Promise<unknown> {
    if (this.behavior === 'hanging') await new Promise<void>((resume) => this.hanging.push(resume));
    if (this.behavior === 'slow') await wait(SLOW_MS);
    if (this.behavior === 'refusing') throw new ErrorReply('READONLY a replica');
    if (this.behavior === 'failing') throw new Error('ECONNREFUSED');
    return value;
  }
}

let client: FakeRedisClient;
/** All clients; the last one is in use. */
let clients: FakeRedisClient[];
let failures: RedisFailure[];
let redis: RedisConnection;
let changes: string[];

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  // An idle process.
  jest
    .spyOn(performance, 'eventLoopUtilization')
    .mockImplementation(() => ({ idle: Date.now(), active: 0, utilization: 0 }));
  client = new FakeRedisClient();
  clients = [];
  redis = new RedisConnection(
    () => {
      const next = clients.length === 0 ? client : new FakeRedisClient();
      next.behavior = client.behavior;
      clients.push(next);
      return next;
    },
    'app:',
    50,
  );
  failures = [];
  redis.failures.on((failure) => failures.push(failure));
  changes = [];
  redis.stateChanges.on(({ up }) => changes.push(up ? 'up' : 'down'));
});
afterEach(() => {
  redis.onApplicationShutdown();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

const evaluate = (word = 'hello'): Promise<unknown> => redis.evaluate(SCRIPT, ['key'], [word]);
const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

/** The error of a command without a reply. */
async function timeoutError(word = 'hello'): Promise<unknown> {
  const failure = evaluate(word).catch((error: unknown) => error);
  await pass(WITHIN_MS);
  return failure;
}

describe('Redis that responds', () => {
  beforeEach(() => redis.onModuleInit());

  it('runs scripts', async () => {
    await expect(evaluate('hello')).resolves.toBe('hello');
    expect(changes).toEqual(['up']);
  });

  it('is not probed while it responds', async () => {
    await evaluate();
    await pass(10 * PROBE_EVERY_MS);

    expect(client.probes).toBe(1);
  });
});

describe('Redis that is down at start', () => {
  beforeEach(() => {
    client.behavior = 'failing';
  });

  it('delays the start by three seconds, and is reported as down', async () => {
    const started = jest.fn();
    void redis.onModuleInit().then(started);
    await pass(2_999);
    expect(started).not.toHaveBeenCalled();
    expect(changes).toEqual([]);
    await pass(1);

    expect(started).toHaveBeenCalled();
    expect(changes).toEqual(['down']);
  });

  it('does not delay the start any longer when it is up', async () => {
    const started = redis.onModuleInit();
    client.become('ok');
    await pass(PROBE_EVERY_MS);
    await started;

    await expect(evaluate()).resolves.toBe('hello');
  });

  it('gets no command', async () => {
    void redis.onModuleInit();

    await expect(evaluate()).rejects.toThrow(RedisDownError);
    expect(client.commands).toEqual([]);
  });

  it('is connected to again after a client gave up', async () => {
    client.connectFailures = 1;
    void redis.onModuleInit();
    await pass(PROBE_EVERY_MS - 1);
    expect(client.connects).toBe(1);
    await pass(1);

    expect(client.connects).toBe(2);
  });
});

describe('Redis that hangs', () => {
  beforeEach(async () => {
    await redis.onModuleInit();
    client.become('hanging');
  });

  it('fails all waiting calls within 50 ms, and is reported as down once', async () => {
    const failures: unknown[] = [];
    for (let calls = 0; calls < 20; calls += 1) evaluate().catch((error) => failures.push(error));
    await pass(WITHIN_MS - 1);
    expect(failures).toEqual([]);
    await pass(1);

    expect(failures).toEqual(Array(20).fill(expect.any(RedisDownError)));
    expect(changes).toEqual(['up', 'down']);
  });

  it('is the cause of the error', async () => {
    expect(await timeoutError()).toMatchObject({ cause: expect.any(ReplyTimeoutError) });
  });

  it('gets no further command', async () => {
    expect(await timeoutError('late')).toBeInstanceOf(RedisDownError);
    await expect(evaluate('not sent')).rejects.toThrow(RedisDownError);

    expect(client.commands).toEqual(['late']);
  });

  it('gets one probe in a second, and is then left for a new connection', async () => {
    await timeoutError();
    await pass(PROBE_EVERY_MS + WITHIN_MS + 999);
    expect([client.probes, client.pendingProbes, clients.length]).toEqual([2, 1, 1]);

    await pass(1);
    expect([client.destroyed, clients.length, clients[1]?.probes]).toEqual([true, 2, 1]);
  });

  it('is used again when it responds', async () => {
    await timeoutError();
    client.become('ok');
    await pass(PROBE_EVERY_MS - 1);
    expect(changes).toEqual(['up', 'down']);
    await pass(1);
    expect(changes).toEqual(['up', 'down', 'up']);

    await expect(evaluate('again')).resolves.toBe('again');
  });
});

describe('Redis that fails commands', () => {
  beforeEach(async () => {
    await redis.onModuleInit();
    client.become('failing');
  });

  it('is off at once, with the cause in the error', async () => {
    await expect(evaluate()).rejects.toMatchObject({
      name: 'RedisDownError',
      cause: new Error('ECONNREFUSED'),
    });
    await expect(evaluate()).rejects.toThrow(RedisDownError);

    expect(client.commands).toHaveLength(1);
    expect(changes).toEqual(['up', 'down']);
  });

  it('is probed periodically, and used again when it responds', async () => {
    await expect(evaluate()).rejects.toThrow();
    await pass(2 * PROBE_EVERY_MS);
    expect(client.probes).toBe(3);
    client.become('ok');
    await pass(PROBE_EVERY_MS);
    expect(changes).toEqual(['up', 'down', 'up']);

    await expect(evaluate()).resolves.toBe('hello');
  });
});

describe('Redis that refuses one command', () => {
  beforeEach(async () => {
    await redis.onModuleInit();
    client.refusedScripts.add(SCRIPT);
  });

  it('fails that command alone, with the reply as the cause', async () => {
    await expect(evaluate()).rejects.toMatchObject({
      name: 'RedisDownError',
      cause: new ErrorReply('WRONGTYPE of a key'),
    });
    await pass(10 * PROBE_EVERY_MS);
    expect([changes, clients.length]).toEqual([['up'], 1]);
  });

  it('is probed once per interval, in the hash slot of the command, however many fail', async () => {
    for (let commands = 0; commands < 100; commands += 1) {
      await redis.evaluate(SCRIPT, ['app:v1:{book:7}:lease'], []).catch(() => undefined);
    }
    await pass(PROBE_EVERY_MS - 1);
    expect(client.probeKeys).toEqual(['app:probe', 'app:probe:{book:7}']);
    expect(failures).toEqual([{ cause: new ErrorReply('WRONGTYPE of a key'), up: true }]);
  });
});

describe('Redis that refuses all commands', () => {
  beforeEach(async () => {
    await redis.onModuleInit();
    client.become('refusing');
    await expect(evaluate()).rejects.toThrow(RedisDownError);
    await pass(0);
  });

  it('is off, with its reply as the cause, and left for a new connection at once', () => {
    expect(changes).toEqual(['up', 'down']);
    expect([client.destroyed, clients.length, clients[1]?.connects]).toEqual([true, 2, 1]);
  });

  it('is used again when the new connection leads to one that responds', async () => {
    clients[1]?.become('ok');
    await pass(PROBE_EVERY_MS - 1);
    expect(changes).toEqual(['up', 'down']);
    await pass(1);
    expect(changes).toEqual(['up', 'down', 'up']);
    await expect(evaluate()).resolves.toBe('hello');
  });

  it('is left for another connection every second', async () => {
    await pass(PROBE_EVERY_MS + 999);
    expect(clients).toHaveLength(2);
    await pass(1);
    expect(clients).toHaveLength(3);
  });

  it('keeps a client that is still connecting', async () => {
    const [, next] = clients;
    if (next) next.ready = false;
    await pass(10_000);

    expect(clients).toHaveLength(2);
    expect(next?.connects).toBe(1);
  });
});

describe('Redis that responds too slowly', () => {
  it('stays off until it responds in time', async () => {
    await redis.onModuleInit();
    client.become('slow');
    await timeoutError();
    await pass(10 * PROBE_EVERY_MS);
    const probes = clients.map((each) => each.probes).reduce((sum, each) => sum + each);
    expect(probes).toBeGreaterThan(5);
    expect(changes).toEqual(['up', 'down']);
    expect(clients.at(-1)?.pendingProbes).toBeLessThanOrEqual(1);
    clients.at(-1)?.become('ok');
    await pass(PROBE_EVERY_MS + SLOW_MS);

    expect(changes).toEqual(['up', 'down', 'up']);
  });
});

describe('RedisConnection after shutdown', () => {
  it('has destroyed its client and does not reconnect', async () => {
    client.behavior = 'failing';
    client.connectFailures = Number.POSITIVE_INFINITY;
    void redis.onModuleInit();
    redis.onApplicationShutdown();
    const before = [client.probes, client.connects];
    await pass(10 * PROBE_EVERY_MS);

    expect(client.destroyed).toBe(true);
    expect([client.probes, client.connects]).toEqual(before);
  });
});
