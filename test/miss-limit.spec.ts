import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { MissLimit } from '@app/rate-limit/miss-limit.js';
import { TooManyRequestsError } from '@app/rate-limit/too-many-requests.error.js';
import { createRedisClient } from '@app/redis/redis-client.js';
import { RedisConnection } from '@app/redis/redis-connection.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';

describeWithRedis('MissLimit with Redis', () => {
  let server: RedisServer;
  let connections: RedisConnection[];
  let limits: MissLimit[];

  beforeAll(async () => {
    server = await RedisServer.start();
    connections = [1, 2].map(
      () =>
        new RedisConnection(
          () => createRedisClient({ url: () => server.url, cluster: false, ca: undefined }),
          'test:',
          1_000,
        ),
    );
    await Promise.all(connections.map((connection) => connection.onModuleInit()));
  });
  afterAll(async () => {
    for (const connection of connections) connection.onApplicationShutdown();
    await server.stop();
  });

  beforeEach(() => {
    server.command('FLUSHALL');
    limits = connections.map(
      (redis) =>
        new MissLimit({
          requestsPerMinute: 60,
          missesPerHour: 10,
          refreshesPerHour: 20,
          digestKey: 'secret',
          redis,
          keyPrefix: 'test:v1:',
        }),
    );
  });

  /** How many of `charges` concurrent charges over all processes are granted. */
  async function granted(charges: number, subject = 'ann'): Promise<number> {
    const perProcess = Array.from({ length: charges / limits.length }, () => subject);
    const outcomes = await Promise.allSettled(
      limits.flatMap((limit) => perProcess.map((user) => limit.charge(user, 'misses'))),
    );
    return outcomes.filter(({ status }) => status === 'fulfilled').length;
  }

  it('enforces the exact limit over all processes', async () => {
    expect(await granted(50)).toBe(10);
    expect(await granted(50, 'bob')).toBe(10);
  });

  it('counts misses for an hour from the first one, under a digest of the user', async () => {
    await granted(4);
    const key = server.command('KEYS', '*');
    expect(key).toMatch(/^test:v1:\{misses:[\w-]{22}\}$/);
    server.command('EXPIRE', key, '1234');
    await granted(4);

    expect(server.command('GET', key)).toBe('8');
    expect(Number(server.command('TTL', key))).toBeGreaterThan(1_200);
    expect(Number(server.command('TTL', key))).toBeLessThanOrEqual(1_234);
  });

  it('counts refreshes apart, and nothing that it refuses', async () => {
    const limit = limits[0]!;
    await granted(50);
    for (let i = 0; i < 20; i += 1) await limit.charge('ann', 'refreshes');
    await expect(limit.charge('ann', 'refreshes')).rejects.toThrow(TooManyRequestsError);
    for (let i = 0; i < 3; i += 1) await limit.refund('ann', 'misses');

    expect(await granted(50)).toBe(3);
  });

  it('does not grant more for a charge that is returned in a later window', async () => {
    await granted(2);
    server.command('FLUSHALL');
    for (let i = 0; i < 2; i += 1) await limits[0]!.refund('ann', 'misses');

    expect(await granted(50)).toBe(10);
  });

  it('computes Retry-After from the TTL in Redis', async () => {
    await granted(10);
    server.command('EXPIRE', server.command('KEYS', '*'), '1234');

    await expect(limits[1]?.charge('ann', 'misses')).rejects.toMatchObject({
      retryAfterSeconds: 1_234,
      rateLimit: {
        policy: '"requests";q=60;w=60, "misses";q=10;w=3600',
        limit: '"misses";r=0;t=1234',
      },
    });
  });

  it('counts misses per process while Redis is unavailable', async () => {
    await granted(10);
    await server.kill();
    expect(await granted(50)).toBe(20);
    await server.startAgain();
  });
});
