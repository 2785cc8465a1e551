import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { RedisConnection } from '@app/redis/redis-connection.js';
import { RedisDownError } from '@app/redis/redis-down.error.js';
import { MissLimit } from './miss-limit.js';
import { TooManyRequestsError } from './too-many-requests.error.js';

const HOUR = 3_600_000;

/** Counts like Redis, or is down. */
class FakeRedis implements Pick<RedisConnection, 'evaluate'> {
  down = false;
  readonly counts = new Map<string, number>();

  evaluate(_script: unknown, [key = '']: string[], args: string[]): Promise<unknown> {
    if (this.down) return Promise.reject(new RedisDownError());
    const [points = 0, , limit = 0] = args.map(Number);
    const count = (this.counts.get(key) ?? 0) + points;
    if (count <= limit) this.counts.set(key, count);
    return Promise.resolve([Math.min(count, limit + 1), HOUR - Date.now()]);
  }
}

const processWith = (redis?: FakeRedis): MissLimit =>
  new MissLimit({
    requestsPerMinute: 60,
    missesPerHour: 2,
    refreshesPerHour: 1,
    digestKey: 'secret',
    redis: redis as unknown as RedisConnection,
    keyPrefix: 'test:v1:',
  });

const refusalOf = (limit: MissLimit, subject: string): Promise<unknown> =>
  limit.charge(subject, 'misses').then(
    () => undefined,
    (error: unknown) => error,
  );

beforeEach(() => void jest.useFakeTimers({ now: 0 }));
afterEach(() => void jest.useRealTimers());

describe.each([
  ['in one process', () => processWith()],
  ['over Redis', () => processWith(new FakeRedis())],
])('a user who used up the miss limit, %s', (_where, open) => {
  let limit: MissLimit;

  beforeEach(async () => {
    limit = open();
    await limit.charge('ann', 'misses');
    await limit.charge('ann', 'misses');
  });

  it('is rejected until the hour from the first miss is over', async () => {
    jest.setSystemTime(HOUR - 1_233_500);
    const refusal = await refusalOf(limit, 'ann');

    expect(refusal).toBeInstanceOf(TooManyRequestsError);
    expect(refusal).toMatchObject({
      retryAfterSeconds: 1_234,
      rateLimit: {
        policy: '"requests";q=60;w=60, "misses";q=2;w=3600',
        limit: '"misses";r=0;t=1234',
      },
    });
  });

  it('does not affect other users', async () => {
    expect(await refusalOf(limit, 'bob')).toBeUndefined();
  });

  it('may still cause refreshes, up to a limit of their own', async () => {
    await limit.charge('ann', 'refreshes');

    await expect(limit.charge('ann', 'refreshes')).rejects.toThrow(TooManyRequestsError);
  });

  it('may cause another miss once a charge was returned, however many were refused', async () => {
    for (let i = 0; i < 10; i += 1) await refusalOf(limit, 'ann');
    await limit.refund('ann', 'misses');

    expect(await refusalOf(limit, 'ann')).toBeUndefined();
    expect(await refusalOf(limit, 'ann')).toBeInstanceOf(TooManyRequestsError);
  });
});

it('the miss limit resets after an hour', async () => {
  const limit = processWith();
  for (let charged = 0; charged < 5; charged += 1) await refusalOf(limit, 'ann');
  jest.advanceTimersByTime(HOUR);

  expect(await refusalOf(limit, 'ann')).toBeUndefined();
});

describe('the miss limits of processes that share Redis', () => {
  let redis: FakeRedis;
  let first: MissLimit;
  let second: MissLimit;

  beforeEach(() => {
    redis = new FakeRedis();
    [first, second] = [processWith(redis), processWith(redis)];
  });

  it('count together', async () => {
    await first.charge('ann', 'misses');
    await second.charge('ann', 'misses');

    expect(await refusalOf(first, 'ann')).toBeInstanceOf(TooManyRequestsError);
  });

  it('count per process while Redis is down, and together again afterwards', async () => {
    redis.down = true;
    for (const limit of [first, second]) {
      await limit.charge('ann', 'misses');
      await limit.charge('ann', 'misses');
      expect(await refusalOf(limit, 'ann')).toBeInstanceOf(TooManyRequestsError);
    }
    redis.down = false;

    expect(await refusalOf(first, 'ann')).toBeUndefined();
    expect(await refusalOf(second, 'ann')).toBeUndefined();
    expect(await refusalOf(first, 'ann')).toBeInstanceOf(TooManyRequestsError);
  });

  it('grant no further calls for charges that are returned while Redis is down', async () => {
    for (const user of ['ann', 'ann']) await first.charge(user, 'misses');
    redis.down = true;
    for (const user of ['ann', 'ann']) await first.refund(user, 'misses');
    for (const user of ['ann', 'ann']) await first.charge(user, 'misses');

    expect(await refusalOf(first, 'ann')).toBeInstanceOf(TooManyRequestsError);
  });

  it('store no user: the key holds a digest, in a hash slot of its own', async () => {
    await first.charge('ann@example.org', 'misses');

    expect([...redis.counts.keys()]).toEqual([
      expect.stringMatching(/^test:v1:\{misses:[\w-]{22}\}$/),
    ]);
  });
});
