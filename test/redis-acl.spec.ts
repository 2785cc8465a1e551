import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiProcess } from './support/api-process.js';
import { eventually } from './support/eventually.js';
import { RedisMonitor } from './support/redis-monitor.js';
import { RedisRegion } from './support/redis-region.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';

const IN_USE_WITHIN_MS = 5_000;
/** A slow machine may miss a reply; that is another matter, and begins a new period of use. */
const NOT_USED = /Redis is not used.*: [A-Z]{3,}/;
const IN_USE = /Redis is in use/;
const USER = 'mfapi';
const PASSWORD = 'pa/ss %word';
/** All that the README asks for. */
const ENOUGH = ['~mfapi:*', '+@all', '-@admin', '-@dangerous'];

describeWithRedis('two pods whose Redis user may do less', () => {
  let redis: RedisServer;
  let region: RedisRegion | undefined;

  beforeEach(async () => {
    redis = await RedisServer.start();
  });
  afterEach(async () => {
    await region?.stop();
    region = undefined;
    await redis.stop();
  });

  function allow(...rules: string[]): void {
    const reset = ['reset', 'on', `>${PASSWORD}`];
    expect(redis.command('ACL', 'SETUSER', USER, ...reset, ...rules)).toBe('OK');
  }

  async function start(): Promise<RedisRegion> {
    const url = redis.url.replace('//', `//${USER}:${encodeURIComponent(PASSWORD)}@`);
    region = await RedisRegion.start({ REDIS_URL: url, ACCWEA_DAILY_BUDGET: '100000' });
    return region;
  }

  it('use nothing outside mfapi:*, the probe included, and need no dangerous command', async () => {
    allow(...ENOUGH);
    const monitor = await RedisMonitor.start(redis);
    const pods = await start();
    await pods.untilShared(IN_USE_WITHIN_MS);
    await monitor.stop();

    const scripts = monitor.lines.filter((line) => /"(EVALSHA|EVAL)"/i.test(line));
    expect(scripts.length).toBeGreaterThan(10);
    const keys = monitor.lines.flatMap((line) => / lua\] "\w+" "([^"]*)"/.exec(line)?.[1] ?? []);
    expect(keys.filter((key) => !key.startsWith('mfapi:'))).toEqual([]);
    expect(new Set(keys.map((key) => key.replace(/\{(\w+).*/, '$1')))).toEqual(
      new Set([
        'mfapi:probe',
        ...['budget', 'conditions', 'misses', 'pause', 'place'].map((it) => `mfapi:v1:${it}`),
      ]),
    );
    expect(redis.command('ACL', 'LOG')).toBe('');
  });

  it.each([
    ['no key of ours', ['~other:*', '+@all']],
    ['no write', ['~mfapi:*', '+@all', '-@write']],
    ['no script', ['~mfapi:*', '+@all', '-@scripting']],
  ])(
    'answer, say NOPERM once as an error, and use Redis when the user that may use %s may use more',
    async (_, rules) => {
      allow(...rules);
      const pods = await start();
      expect(await pods.searchesForNewPosition()).toBe(2);
      const lines = (pattern: RegExp): LogLines =>
        pods.world.apis.map((api) => api.lines.filter(({ message = '' }) => pattern.test(message)));
      await eventually(() => lines(/NOPERM/).every(({ length }) => length > 0));

      allow(...ENOUGH);
      await pods.untilShared(IN_USE_WITHIN_MS);
      expect(lines(/NOPERM/).map((each) => each.map((line) => line['log.level']))).toEqual([
        ['error'],
        ['error'],
      ]);
    },
  );

  it('share the rest, and say NOPERM once, when a single command is forbidden', async () => {
    allow(...ENOUGH, '-hset');
    const pods = await start();
    await pods.untilShared(IN_USE_WITHIN_MS);
    for (let positions = 0; positions < 5; positions += 1) await pods.untilShared(IN_USE_WITHIN_MS);

    const logs = pods.world.apis.map(({ lines }) => lines.map(({ message }) => message ?? ''));
    await eventually(() => logs.every((lines) => lines.some((line) => line.includes('NOPERM'))));
    for (const lines of logs) {
      const periodsOfUse = Math.max(1, lines.filter((line) => IN_USE.test(line)).length);
      const told = lines.filter((line) => line.includes('NOPERM')).length;
      expect(told).toBeLessThanOrEqual(periodsOfUse);
      expect(lines.filter((line) => NOT_USED.test(line))).toEqual([]);
    }
  });
});

type LogLines = readonly (readonly { readonly [field: string]: unknown }[])[];

describe('starting with a Redis URL that is not well-formed', () => {
  it.each([
    'redis://:s3cret%zz@host',
    'redis://user:12/s3cret@host',
    'redis://s3cret@host',
    'redis://host/s3cret',
  ])('exits at once with a clear error without the password for %s', async (url) => {
    const start = ApiProcess.start({ REDIS_URL: url, OIDC_ISSUER: 'https://issuer.example' });
    const error: Error = await start.then(
      () => new Error('it started'),
      (reason: Error) => reason,
    );

    expect(error.message).toContain('1 fault(s)');
    expect(error.message).toMatch(/REDIS_URL must /);
    expect(error.message).not.toContain('s3cret');
  });
});
