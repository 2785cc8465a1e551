import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { TypedEmitter } from '@app/events/typed-emitter.js';
import { evictionOf } from './eviction.js';
import type { RedisState } from './redis-connection.js';
import { RedisDownError } from './redis-down.error.js';
import { RedisMemory, type MemoryUse } from './redis-memory.js';

const INFO = [
  '# Memory',
  'used_memory:1048576',
  'used_memory_rss:99',
  'maxmemory:2097152',
  'maxmemory_policy:allkeys-lru',
  '# Stats',
  'evicted_keys:12',
  '',
].join('\r\n');

let reply: unknown;
let asked: string[];
let seen: MemoryUse[];
let memory: RedisMemory;
const stateChanges = new TypedEmitter<RedisState>();

beforeEach(() => {
  jest.useFakeTimers();
  reply = INFO;
  asked = [];
  seen = [];
  const evaluate = (_script: unknown, [key = '']: string[]): Promise<unknown> => {
    asked.push(key);
    return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply);
  };
  memory = new RedisMemory({ evaluate, stateChanges }, 'test:', 'test:{budget}');
  memory.readings.on((use) => seen.push(use));
  memory.onModuleInit();
});
afterEach(() => {
  memory.onApplicationShutdown();
  jest.useRealTimers();
});

it('the memory of Redis is read when it is in use and every 30 s, from the node of the key', async () => {
  stateChanges.emit({ up: true });
  await jest.advanceTimersByTimeAsync(30_000);

  const use = { usedBytes: 1_048_576, limitBytes: 2_097_152, evictions: 12, policy: 'allkeys-lru' };
  expect(seen).toEqual([use, use]);
  expect(new Set(asked)).toEqual(new Set(['test:probe:{budget}']));
});

it.each([[''], [null], [7], ['maxmemory_policy:noeviction'], [INFO.replace('1048576', 'much')]])(
  'the memory of Redis is not known from the reply %j',
  async (given) => {
    reply = given;
    await jest.advanceTimersByTimeAsync(30_000);

    expect(asked).toHaveLength(1);
    expect(seen).toEqual([]);
  },
);

it('the memory of Redis is read again after it was down', async () => {
  reply = new RedisDownError();
  await jest.advanceTimersByTimeAsync(30_000);
  reply = INFO;
  await jest.advanceTimersByTimeAsync(30_000);

  expect(seen).toHaveLength(1);
});

it.each([
  ['volatile-lru', 'keeps'],
  ['volatile-ttl', 'keeps'],
  ['noeviction', 'refuses-writes'],
  ['allkeys-lru', 'evicts'],
  ['unheard-of', 'evicts'],
])('a full Redis with %s: a key without expiry … %s', (policy, effect) => {
  expect(evictionOf(policy)).toBe(effect);
});
