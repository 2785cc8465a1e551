import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { LoadError } from '@app/load/load.error.js';
import { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import { LEASE_MS, RedisStore } from '@app/read-through/redis-store.js';
import type { Claim, Lease, SharedRecord, SharedStore } from '@app/read-through/shared-store.js';
import { FakeSharedStore } from '@app/read-through/testing/fake-shared-store.js';
import { createRedisClient } from '@app/redis/redis-client.js';
import { RedisConnection } from '@app/redis/redis-connection.js';
import { DATASETS } from '../src/weather/datasets/registry.js';
import { atTimeOf } from './support/at-time-of.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';

const FRESH_MS = 600_000;
const EXPIRED_MS = 900_000;
const DEAD_MS = 22_500_000;
const HOLD_MS = 900;

let clock: FakeClock;

const record = (text = 'news', loadedAtMs = clock.nowMs()): SharedRecord => ({
  loadedAtMs,
  freshUntilMs: loadedAtMs + FRESH_MS,
  staleUntilMs: loadedAtMs + EXPIRED_MS,
  deadAtMs: loadedAtMs + DEAD_MS,
  text,
});

function leaseOf(claim: Claim): Lease {
  if (claim.kind !== 'leader') throw new Error(`expected to be the leader, got ${claim.kind}`);
  return claim.lease;
}

beforeEach(() => {
  clock = new FakeClock();
});

/** A store, and a way to make a lease expire. */
interface Subject {
  readonly store: SharedStore;
  readonly endLease: (key: string) => void;
}

/** The contract that the read-through cache relies on. Records age by the fake clock. */
function describeSharedStore(open: () => Subject): void {
  let store: SharedStore;
  let endLease: (key: string) => void;
  let key: string;

  beforeEach(() => {
    ({ store, endLease } = open());
    key = `news:${randomUUID()}`;
  });

  const lead = async (): Promise<Lease> => leaseOf(await store.claim(key, 'usable'));
  const put = async (text?: string): Promise<SharedRecord> =>
    store.settle(await lead(), record(text));

  it('finds a record in whatever state, without a lease', async () => {
    expect(await store.find(key)).toBeUndefined();
    await put('old');
    clock.advance(EXPIRED_MS);
    expect(await store.find(key)).toMatchObject({ text: 'old' });
    expect(await store.claim(key, 'usable')).toMatchObject({ kind: 'leader' });
    expect(await store.find(key)).toMatchObject({ text: 'old' });
  });

  it('makes the first claim the leader and the others followers', async () => {
    const claims = await Promise.all(Array.from({ length: 5 }, () => store.claim(key, 'usable')));

    expect(claims.map(({ kind }) => kind)).toEqual(['leader', ...Array(4).fill('follower')]);
    expect(claims[1]).toEqual({ kind: 'follower', record: undefined });
  });

  it('has one lease per key', async () => {
    await lead();

    expect((await store.claim(`${key}:other`, 'usable')).kind).toBe('leader');
  });

  it('returns a settled record unchanged to every claim', async () => {
    const stored = record('{"n":"Müll|er \\n 東京"}|\n');
    expect(await store.settle(await lead(), stored)).toEqual(stored);

    expect(await store.claim(key, 'fresh')).toEqual({ kind: 'found', record: stored });
  });

  it.each([
    [FRESH_MS - 1, 'fresh', 'found'],
    [FRESH_MS, 'fresh', 'leader'],
    [FRESH_MS, 'usable', 'found'],
    [EXPIRED_MS - 1, 'usable', 'found'],
    [EXPIRED_MS, 'usable', 'leader'],
    [DEAD_MS - 1, 'usable', 'leader'],
  ] as const)(
    'answers a claim %d ms after the load that needs a %s record with "%s"',
    async (ageMs, need, kind) => {
      const stored = await put();
      clock.advance(ageMs);

      expect(await store.claim(key, need)).toMatchObject({ kind, record: stored });
    },
  );

  it('gives followers the expired record', async () => {
    const stored = await put();
    clock.advance(EXPIRED_MS);
    await lead();

    expect(await store.claim(key, 'usable')).toEqual({ kind: 'follower', record: stored });
  });

  it('releases the lease when the record is settled', async () => {
    await put();
    clock.advance(EXPIRED_MS);

    await expect(lead()).resolves.toBeDefined();
  });

  it.each([60_000, 0, undefined])(
    'answers claims with the failure and its retryAfterMs (%p ms)',
    async (retryAfterMs) => {
      const stored = await put();
      clock.advance(EXPIRED_MS);
      await store.fail(await lead(), new LoadError('quota', 'secret', retryAfterMs), HOLD_MS);
      const claim = await store.claim(key, 'usable');

      expect(claim).toMatchObject({ kind: 'failed', record: stored });
      expect(claim).toMatchObject({ error: expect.any(LoadError) });
      expect(claim).toMatchObject({ error: { code: 'quota', retryAfterMs } });
    },
  );

  it('grants a new lease when the failure expires', async () => {
    await store.fail(await lead(), new LoadError('quota', ''), HOLD_MS);
    endLease(key);

    await expect(lead()).resolves.toBeDefined();
  });

  it('grants a new lease after a release', async () => {
    const stored = await put();
    clock.advance(EXPIRED_MS);
    await store.release(await lead());

    expect(await store.claim(key, 'usable')).toMatchObject({ kind: 'leader', record: stored });
  });

  it('renews a lease for its holder only', async () => {
    const lease = await lead();
    expect(await store.renew(lease)).toBe(true);
    expect(await store.renew({ key, token: 'another holder' })).toBe(false);

    expect((await store.claim(key, 'usable')).kind).toBe('follower');
  });

  it('grants an expired lease to the next claim', async () => {
    const lost = await lead();
    endLease(key);
    const next = await lead();

    expect(next.token).not.toBe(lost.token);
    expect(await store.renew(lost)).toBe(false);
    expect(await store.renew(next)).toBe(true);
  });

  it('does not renew an expired or settled lease', async () => {
    const ended = await lead();
    endLease(key);
    expect(await store.renew(ended)).toBe(false);
    const settled = await lead();
    await store.settle(settled, record());

    expect(await store.renew(settled)).toBe(false);
  });

  describe('when the holder finishes after its lease expired', () => {
    let late: Lease;
    let old: SharedRecord;

    beforeEach(async () => {
      late = await lead();
      old = record('old');
      endLease(key);
      clock.advance(1_000);
    });

    it('keeps the newer record and returns it', async () => {
      const newer = await put('newer');
      expect(await store.settle(late, old)).toEqual(newer);

      expect(await store.claim(key, 'fresh')).toMatchObject({ record: { text: 'newer' } });
    });

    it('keeps the record of a load that started in the same millisecond', async () => {
      const other = await put('other');

      expect(await store.settle(late, record('mine'))).toEqual(other);
    });

    it('stores the late record while there is none, and leaves the lease to the next holder', async () => {
      const next = await lead();
      expect(await store.settle(late, old)).toEqual(old);
      expect(await store.claim(key, 'fresh')).toEqual({ kind: 'found', record: old });
      expect(await store.renew(next)).toBe(true);
      await store.settle(next, record('new'));

      expect(await store.claim(key, 'fresh')).toMatchObject({ record: { text: 'new' } });
    });

    it('replaces an older record with the late one', async () => {
      const older = record('older', old.loadedAtMs - 1);
      await store.settle(await lead(), older);

      expect(await store.settle(late, old)).toEqual(old);
    });

    it('does not end the next holder’s lease on a late failure', async () => {
      const next = await lead();
      await store.fail(late, new LoadError('failing', ''), HOLD_MS);

      expect(await store.renew(next)).toBe(true);
    });

    it('does not end the next holder’s lease on a late release', async () => {
      const next = await lead();
      await store.release(late);

      expect(await store.renew(next)).toBe(true);
      expect((await store.claim(key, 'usable')).kind).toBe('follower');
    });

    it('ignores a late failure when there is no lease', async () => {
      await store.fail(late, new LoadError('failing', ''), HOLD_MS);

      expect((await store.claim(key, 'usable')).kind).toBe('leader');
    });
  });

  it('treats a record of the future as absent: a process with a wrong clock stored it', async () => {
    await store.settle(await lead(), record('of the future', clock.nowMs() + 5_001));

    expect(await store.claim(key, 'usable')).toMatchObject({ kind: 'leader', record: undefined });
  });

  it('serves a record of a process whose clock is five seconds ahead', async () => {
    await store.settle(await lead(), record('ahead', clock.nowMs() + 5_000));

    expect(await store.claim(key, 'usable')).toMatchObject({ kind: 'found' });
  });

  it('lets the lease holder replace a record that seems newer', async () => {
    const ahead = record('clock ahead', clock.nowMs() - EXPIRED_MS);
    await store.settle({ key, token: 'no holder' }, ahead);
    const mine = record('mine', ahead.loadedAtMs - 1);

    expect(await store.settle(await lead(), mine)).toEqual(mine);
  });
}

describe('FakeSharedStore', () => {
  describeSharedStore(() => ({
    store: new FakeSharedStore(clock, LEASE_MS),
    endLease: () => clock.advance(LEASE_MS),
  }));
});

describeWithRedis('RedisStore', () => {
  const PREFIX = 'test:v1:';
  let server: RedisServer;
  let redis: RedisConnection;
  let store: RedisStore;
  let events: string[];

  beforeAll(async () => {
    server = await RedisServer.start();
    redis = new RedisConnection(
      () => createRedisClient({ url: () => server.url, cluster: false, ca: undefined }),
      'test:',
      1_000,
    );
    await redis.onModuleInit();
  });
  afterAll(async () => {
    redis.onApplicationShutdown();
    await server.stop();
  });

  beforeEach(() => {
    server.command('FLUSHALL');
    const reported = new ReadThroughEvents();
    const names: string[] = [];
    reported.on(({ name }) => names.push(name));
    events = names;
    store = new RedisStore(atTimeOf(clock, redis), PREFIX, reported);
  });

  const RECORD_KEY = 'test:v1:{news:paris}';
  const LEASE_KEY = 'test:v1:{news:paris}:lease';
  const claim = (): Promise<Claim> => store.claim('news:paris', 'usable');

  describeSharedStore(() => ({
    store,
    endLease: (key) => server.command('DEL', `${PREFIX}{${key}}:lease`),
  }));

  it('keeps a record and its lease in the same hash slot', async () => {
    await store.settle(leaseOf(await claim()), record());
    clock.advance(EXPIRED_MS);
    await claim();

    expect(server.command('KEYS', '*').split('\n').toSorted()).toEqual([RECORD_KEY, LEASE_KEY]);
    expect(server.command('CLUSTER', 'KEYSLOT', RECORD_KEY)).toBe(
      server.command('CLUSTER', 'KEYSLOT', LEASE_KEY),
    );
  });

  it('sets the TTL of a record to its remaining lifetime', async () => {
    const stored = record();
    const lease = leaseOf(await claim());
    clock.advance(2_500);
    await store.settle(lease, stored);
    const leftMs = Number(server.command('PTTL', RECORD_KEY));

    expect(leftMs).toBeLessThanOrEqual(DEAD_MS - 2_500);
    expect(leftMs).toBeGreaterThan(DEAD_MS - 2_500 - 5_000);
  });

  it('does not store a record that is already dead', async () => {
    const lease = leaseOf(await claim());
    const stored = record();
    clock.advance(DEAD_MS);
    expect(await store.settle(lease, stored)).toEqual(stored);
    server.command('PING');

    expect(server.command('KEYS', '*')).toBe('');
  });

  it.each([
    ['a lease for LEASE_MS', () => undefined, LEASE_MS],
    ['a renewed lease for LEASE_MS', (lease: Lease) => store.renew(lease), LEASE_MS],
    [
      'a failure for the given time',
      (lease: Lease) => store.fail(lease, new LoadError('failing', ''), HOLD_MS),
      HOLD_MS,
    ],
  ])('keeps %s', async (_what, act, atMostMs) => {
    const lease = leaseOf(await claim());
    if (atMostMs === LEASE_MS) server.command('PEXPIRE', LEASE_KEY, '900');
    await act(lease);
    const leftMs = Number(server.command('PTTL', LEASE_KEY));

    expect(leftMs).toBeLessThanOrEqual(atMostMs);
    expect(leftMs).toBeGreaterThan(0);
  });

  it('stores the code of a failure without its message', async () => {
    await store.fail(leaseOf(await claim()), new LoadError('quota', 'key=123', 5), 10_000);

    expect(server.command('GET', LEASE_KEY)).toBe('!quota|5');
  });

  it.each([
    'garbage',
    '',
    '1',
    '1|2|3|4',
    '1|x|3|4|news',
    '-1|9999999999999|9999999999999|9999999999999|news',
    '9999999999999|9999999999999|9999999999999|news',
    '9999999999999|9999999999999|9999999999999|',
  ])('treats the invalid record %p as a miss and overwrites it', async (garbage) => {
    server.command('SET', RECORD_KEY, garbage);
    const lease = leaseOf(await claim());
    await store.settle(lease, record());

    expect(await claim()).toEqual({ kind: 'found', record: record() });
  });

  it('keeps conditions in less than 300 bytes', async () => {
    const text = DATASETS.conditions.codec.encode({
      observedAtMs: clock.nowMs(),
      condition: 'thunderstorm',
      isDay: false,
      temperatureCelsius: -38.9,
      feelsLikeCelsius: -46.1,
      dewPointCelsius: -41.7,
      humidityPercent: 100,
      cloudCoverPercent: 100,
      windKilometersPerHour: 118.5,
      gustKilometersPerHour: 203.7,
      windFromDegrees: 315,
      pressureHectopascals: 1_008.5,
      pressureTrend: 'falling',
      visibilityMeters: 16_093.44,
      precipitationPastHourMillimeters: 123.456,
      precipitationKind: 'mixed',
      uvIndex: 11,
    });
    await store.settle(leaseOf(await claim()), record(text));

    expect(Number(server.command('STRLEN', RECORD_KEY))).toBeLessThan(300);
  });

  it('reloads its scripts after SCRIPT FLUSH', async () => {
    await claim();
    server.command('SCRIPT', 'FLUSH');
    server.command('FLUSHALL');

    expect((await claim()).kind).toBe('leader');
  });

  it('answers claims with "unavailable" while Redis is down, and emits store-down and store-up once', async () => {
    const lease = leaseOf(await claim());
    await server.kill();
    expect(await claim()).toEqual({ kind: 'unavailable' });
    expect(await store.settle(lease, record())).toEqual(record());
    expect(await store.renew(lease)).toBe(true);
    await store.fail(lease, new LoadError('failing', ''), HOLD_MS);
    await store.release(lease);
    expect(events).toEqual(['store-down']);
    await server.startAgain();
    while (!events.includes('store-up')) await new Promise((resolve) => setTimeout(resolve, 20));

    expect((await claim()).kind).toBe('leader');
    expect(events).toEqual(['store-down', 'store-up']);
  });
});
