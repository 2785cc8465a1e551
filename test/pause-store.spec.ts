import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Unlimited } from '@app/budget/unlimited.js';
import { FakeClock } from '@app/clock/fake-clock.js';
import { LoadError } from '@app/read-through/load.error.js';
import { createRedisClient } from '@app/redis/redis-client.js';
import { RedisConnection } from '@app/redis/redis-connection.js';
import { CallGuard } from '@app/resilience/call-guard.js';
import { Consequences } from '@app/resilience/consequences.js';
import { GuardEvents } from '@app/resilience/guard-events.js';
import { MemoryPauseStore } from '@app/resilience/pauses/memory-pause-store.js';
import { PROBE_MS, type PauseStore } from '@app/resilience/pauses/pause-store.js';
import type { Closing, PauseName } from '@app/resilience/pauses/pause.js';
import { RedisPauseStore } from '@app/resilience/pauses/redis-pause-store.js';
import { ScriptedSource } from '@app/resilience/testing/scripted-source.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';

const MINUTE = 60_000;
const NAMES: readonly PauseName[] = ['source', 'lane:books', 'key:abc'];

let clock: FakeClock;

beforeEach(() => {
  clock = new FakeClock();
});

const closing = (changes: Partial<Closing> = {}): Closing => ({
  name: 'source',
  reason: 'quota',
  periodMs: MINUTE,
  longestMs: 15 * MINUTE,
  toldMs: 0,
  ...changes,
});

/** The contract that call guards rely on. Time is the frozen clock's. */
function describeCooldownStore(open: () => PauseStore): void {
  let store: PauseStore;

  beforeEach(() => {
    store = open();
  });

  /** Whether a caller is admitted (and probes what), or which cooldown rejects it. */
  async function enter(token: string, names = NAMES): Promise<string> {
    const { refusedBy, pauses } = await store.enter(names, token);
    if (refusedBy) return `rejected by ${refusedBy}`;
    const probed = [...pauses].filter(([, { probe }]) => probe?.token === token);
    return ['admitted', ...probed.map(([name]) => `probing ${name}`)].join(', ');
  }

  it('admits every caller without a cooldown', async () => {
    expect(await enter('a')).toBe('admitted');
    expect(await enter('b')).toBe('admitted');
  });

  it('rejects every caller until the cooldown ends', async () => {
    expect(await store.close(closing())).toMatchObject({ untilMs: clock.nowMs() + MINUTE });
    clock.advance(MINUTE - 1);
    expect(await enter('a')).toBe('rejected by source');
    expect(await enter('a', ['lane:books', 'key:abc'])).toBe('admitted');
    clock.advance(1);

    expect(await enter('a')).toBe('admitted, probing source');
  });

  it('names the cooldown that lasts longest', async () => {
    await store.close(closing());
    await store.close(closing({ name: 'key:abc', periodMs: 5 * MINUTE }));
    await store.close(closing({ name: 'lane:books', periodMs: 2 * MINUTE }));

    expect(await enter('a')).toBe('rejected by key:abc');
  });

  it('admits one caller as the probe of all ended cooldowns', async () => {
    await store.close(closing());
    await store.close(closing({ name: 'key:abc' }));
    clock.advance(MINUTE);
    const entered = await Promise.all(['a', 'b', 'c', 'd'].map((token) => enter(token)));

    expect(entered[0]).toBe('admitted, probing source, probing key:abc');
    expect(new Set(entered.slice(1))).toEqual(new Set(['rejected by source']));
  });

  it('does not start a probe while another cooldown rejects the caller', async () => {
    await store.close(closing());
    await store.close(closing({ name: 'key:abc', periodMs: 5 * MINUTE }));
    clock.advance(MINUTE);
    expect(await enter('a')).toBe('rejected by key:abc');

    expect(await enter('b', ['source', 'key:other'])).toBe('admitted, probing source');
  });

  it('ends a cooldown when its probe succeeds, not when another caller reports success', async () => {
    await store.close(closing());
    clock.advance(MINUTE);
    await enter('probe');
    await store.leave(['source'], 'other', true);
    expect(await enter('a')).toBe('rejected by source');
    await store.leave(['source'], 'probe', true);

    expect(await enter('a')).toBe('admitted');
    expect((await store.enter(NAMES, 'a')).pauses.size).toBe(0);
  });

  it('makes the next caller the probe when a probe ends without a call', async () => {
    await store.close(closing());
    clock.advance(MINUTE);
    await enter('probe');
    await store.leave(NAMES, 'probe', false);

    expect(await enter('a')).toBe('admitted, probing source');
  });

  it('makes the next caller the probe when a probe does not return in time', async () => {
    await store.close(closing());
    clock.advance(MINUTE);
    await enter('probe');
    clock.advance(PROBE_MS - 1);
    expect(await enter('a')).toBe('rejected by source');
    clock.advance(1);
    expect(await enter('a')).toBe('admitted, probing source');
    await store.leave(['source'], 'probe', true);

    expect(await enter('b')).toBe('rejected by source');
  });

  it('doubles the cooldown after each failed probe up to its maximum', async () => {
    const periods: number[] = [];
    for (let i = 0; i < 6; i += 1) {
      const { untilMs, periodMs } = await store.close(closing());
      expect(untilMs).toBe(clock.nowMs() + periodMs);
      periods.push(periodMs / MINUTE);
      clock.advance(periodMs);
      await enter('probe');
    }

    expect(periods).toEqual([1, 2, 4, 8, 15, 15]);
  });

  it('starts with the first period again after a cooldown ended', async () => {
    await store.close(closing());
    clock.advance(MINUTE);
    await store.close(closing());
    clock.advance(2 * MINUTE);
    await enter('probe');
    await store.leave(['source'], 'probe', true);

    expect(await store.close(closing())).toMatchObject({ periodMs: MINUTE });
  });

  it('starts one cooldown for several failures at the same time', async () => {
    const first = await store.close(closing());
    clock.advance(200);

    expect(await store.close(closing())).toEqual(first);
  });

  it('lasts as long as the source asked, and extends when the source asks for more', async () => {
    const startMs = clock.nowMs();
    expect(await store.close(closing({ toldMs: 5_000 }))).toMatchObject({
      untilMs: startMs + 5_000,
    });
    clock.advance(1_000);
    expect(await store.close(closing({ toldMs: 1_000 }))).toMatchObject({
      untilMs: startMs + 5_000,
    });

    expect(await store.close(closing({ toldMs: 9_000 }))).toMatchObject({
      untilMs: startMs + 10_000,
      reason: 'quota',
    });
  });
}

describe('the in-memory cooldown store', () => {
  describeCooldownStore(() => new MemoryPauseStore(clock));
});

describeWithRedis('the Redis cooldown store (needs redis-server)', () => {
  const PREFIX = 'test:{pause:library}:';
  let server: RedisServer;
  let redis: RedisConnection;

  beforeAll(async () => {
    server = await RedisServer.start();
    redis = new RedisConnection(
      createRedisClient({ url: () => server.url, cluster: false, ca: undefined }),
    );
    await redis.onModuleInit();
  });
  afterAll(async () => {
    redis.onApplicationShutdown();
    await server.stop();
  });
  beforeEach(() => void server.command('FLUSHALL'));

  const storeOf = (): RedisPauseStore => new RedisPauseStore(redis, PREFIX, clock);

  describeCooldownStore(storeOf);

  it('expires a cooldown a day after its end', async () => {
    await storeOf().close(closing());
    const leftMs = Number(server.command('PTTL', `${PREFIX}source`));

    expect(leftMs).toBeGreaterThan(24 * 60 * MINUTE);
    expect(leftMs).toBeLessThanOrEqual((24 * 60 + 1) * MINUTE);
  });

  it('ignores invalid data under a cooldown key', async () => {
    server.command('HSET', `${PREFIX}source`, 'until', 'soon');

    expect(await storeOf().enter(NAMES, 'a')).toEqual({ refusedBy: undefined, pauses: new Map() });
    expect(await storeOf().close(closing())).toMatchObject({ periodMs: MINUTE });
  });

  describe('cooldowns shared by three pods', () => {
    const CONSEQUENCES = new Consequences({
      down: { retry: false, trips: true },
      quota: {
        retry: false,
        trips: false,
        pause: { scope: 'source', firstMs: MINUTE, longestMs: 15 * MINUTE, toldUpToMs: MINUTE },
      },
      key: {
        retry: false,
        trips: false,
        pause: { scope: 'key', firstMs: 5 * MINUTE, longestMs: 5 * MINUTE, toldUpToMs: 0 },
      },
    });
    let source: ScriptedSource;
    let pods: { readonly guard: CallGuard; readonly events: string[] }[];

    beforeEach(() => {
      source = new ScriptedSource();
      pods = Array.from({ length: 3 }, () => {
        const events = new GuardEvents();
        const names: string[] = [];
        events.listen((event) => {
          if (event.name === 'paused' || event.name === 'resumed') names.push(event.name);
        });
        const guard = new CallGuard({
          name: 'library',
          consequences: CONSEQUENCES,
          budget: new Unlimited(),
          pauses: storeOf(),
          clock,
          events,
          random: Math.random,
        });
        return { guard, events: names };
      });
    });

    async function call(pod: number, key = 'old'): Promise<string> {
      const request = { lane: 'books', urgency: 'missing', key } as const;
      try {
        return await pods[pod]!.guard.run(request, source.attempt);
      } catch (error) {
        return LoadError.of(error).code;
      }
    }

    /** Makes `times` concurrent calls on each pod; returns how often each result came. */
    async function callAll(times: number, key?: string): Promise<Record<string, number>> {
      const answers = pods.flatMap((_, pod) => Array.from({ length: times }, () => call(pod, key)));
      const counts: Record<string, number> = {};
      for (const answer of await Promise.all(answers)) counts[answer] = (counts[answer] ?? 0) + 1;
      return counts;
    }

    it('reject calls on all pods after a failure on one', async () => {
      source.fails('quota');
      expect(await call(0)).toBe('quota');

      expect(await callAll(10)).toEqual({ paused: 30 });
      expect(source.asked).toBe(1);
      expect(pods.map(({ events }) => events)).toEqual([['paused'], ['paused'], ['paused']]);
    });

    it('admit one probe for all pods, and end on all pods when it succeeds', async () => {
      source.fails('quota');
      await call(0);
      await callAll(1);
      clock.advance(MINUTE);
      source.asked = 0;
      source.takesMs = 200;
      source.answers();
      expect(await callAll(20)).toEqual({ news: 1, paused: 59 });
      expect(source.asked).toBe(1);

      expect(await callAll(1)).toEqual({ news: 3 });
      for (const { events } of pods) expect(events).toEqual(['paused', 'resumed']);
    });

    it('admit one call every five minutes with a revoked key, until a new key is used', async () => {
      source.fails('key');
      await call(0, 'old');
      for (let minute = 0; minute < 15; minute += 1) {
        await callAll(5, 'old');
        clock.advance(MINUTE);
      }
      expect(source.asked).toBe(1 + 2);
      source.answers();

      expect(await call(1, 'new')).toBe('news');
      expect(await call(0, 'old')).toBe('news');
    });

    it('keep rejecting the old key while another pod uses a new one', async () => {
      source.fails('key');
      await call(0, 'old');
      source.answers();
      expect(await call(1, 'new')).toBe('news');

      expect(await call(0, 'old')).toBe('paused');
      expect(await call(2, 'old')).toBe('paused');
      expect(server.command('KEYS', '*')).toMatch(/^test:\{pause:library\}:key:[0-9a-f]{12}$/);
    });

    it('are kept by each pod while Redis is unavailable, and each pod probes on its own', async () => {
      source.fails('quota');
      await call(0);
      await callAll(1);
      await server.kill();
      expect(await callAll(5)).toEqual({ paused: 15 });
      clock.advance(MINUTE);
      source.asked = 0;
      source.takesMs = 50;
      expect(await callAll(5)).toEqual({ quota: 3, paused: 12 });

      expect(source.asked).toBe(3);
      await server.startAgain();
    });
  });
});
