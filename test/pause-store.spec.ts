import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Unlimited } from '@app/budget/unlimited.js';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
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

/** What guards rely on. Time is the frozen clock's. */
function itIsAPauseStore(open: () => PauseStore): void {
  let store: PauseStore;

  beforeEach(() => {
    store = open();
  });

  /** Who is let through, or by what he is refused. */
  async function enter(token: string, names = NAMES): Promise<string> {
    const { refusedBy, pauses } = await store.enter(names, token);
    if (refusedBy) return `refused by ${refusedBy}`;
    const probed = [...pauses].filter(([, { probe }]) => probe?.token === token);
    return ['let through', ...probed.map(([name]) => `probing ${name}`)].join(', ');
  }

  it('lets everybody through where nothing is closed', async () => {
    expect(await enter('a')).toBe('let through');
    expect(await enter('b')).toBe('let through');
  });

  it('refuses everybody until the time is over', async () => {
    expect(await store.close(closing())).toMatchObject({ untilMs: clock.nowMs() + MINUTE });
    clock.advance(MINUTE - 1);
    expect(await enter('a')).toBe('refused by source');
    expect(await enter('a', ['lane:books', 'key:abc'])).toBe('let through');
    clock.advance(1);

    expect(await enter('a')).toBe('let through, probing source');
  });

  it('names the one that refuses for the longest', async () => {
    await store.close(closing());
    await store.close(closing({ name: 'key:abc', periodMs: 5 * MINUTE }));
    await store.close(closing({ name: 'lane:books', periodMs: 2 * MINUTE }));

    expect(await enter('a')).toBe('refused by key:abc');
  });

  it('makes one the probe of all whose time is over', async () => {
    await store.close(closing());
    await store.close(closing({ name: 'key:abc' }));
    clock.advance(MINUTE);
    const entered = await Promise.all(['a', 'b', 'c', 'd'].map((token) => enter(token)));

    expect(entered[0]).toBe('let through, probing source, probing key:abc');
    expect(new Set(entered.slice(1))).toEqual(new Set(['refused by source']));
  });

  it('makes nobody a probe while another pause refuses him', async () => {
    await store.close(closing());
    await store.close(closing({ name: 'key:abc', periodMs: 5 * MINUTE }));
    clock.advance(MINUTE);
    expect(await enter('a')).toBe('refused by key:abc');

    expect(await enter('b', ['source', 'key:other'])).toBe('let through, probing source');
  });

  it('ends when the probe says so, and not when somebody else does', async () => {
    await store.close(closing());
    clock.advance(MINUTE);
    await enter('probe');
    await store.leave(['source'], 'somebody', true);
    expect(await enter('a')).toBe('refused by source');
    await store.leave(['source'], 'probe', true);

    expect(await enter('a')).toBe('let through');
    expect((await store.enter(NAMES, 'a')).pauses.size).toBe(0);
  });

  it('has the next one probe when the probe came back without having asked', async () => {
    await store.close(closing());
    clock.advance(MINUTE);
    await enter('probe');
    await store.leave(NAMES, 'probe', false);

    expect(await enter('a')).toBe('let through, probing source');
  });

  it('has the next one probe when the probe was killed', async () => {
    await store.close(closing());
    clock.advance(MINUTE);
    await enter('probe');
    clock.advance(PROBE_MS - 1);
    expect(await enter('a')).toBe('refused by source');
    clock.advance(1);
    expect(await enter('a')).toBe('let through, probing source');
    await store.leave(['source'], 'probe', true);

    expect(await enter('b')).toBe('refused by source');
  });

  it('closes for twice as long when a probe failed, up to the longest', async () => {
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

  it('starts anew after it ended', async () => {
    await store.close(closing());
    clock.advance(MINUTE);
    await store.close(closing());
    clock.advance(2 * MINUTE);
    await enter('probe');
    await store.leave(['source'], 'probe', true);

    expect(await store.close(closing())).toMatchObject({ periodMs: MINUTE });
  });

  it('is closed by the first of many that fail together', async () => {
    const first = await store.close(closing());
    clock.advance(200);

    expect(await store.close(closing())).toEqual(first);
  });

  it('holds for as long as the source told, and for longer when it tells more', async () => {
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

describe('pauses in memory', () => {
  itIsAPauseStore(() => new MemoryPauseStore(clock));
});

describeWithRedis('pauses in Redis (needs redis-server)', () => {
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

  itIsAPauseStore(storeOf);

  it('are forgotten a day after they were over', async () => {
    await storeOf().close(closing());
    const leftMs = Number(server.command('PTTL', `${PREFIX}source`));

    expect(leftMs).toBeGreaterThan(24 * 60 * MINUTE);
    expect(leftMs).toBeLessThanOrEqual((24 * 60 + 1) * MINUTE);
  });

  it('that are no pauses of ours are nobody’s', async () => {
    server.command('HSET', `${PREFIX}source`, 'until', 'soon');

    expect(await storeOf().enter(NAMES, 'a')).toEqual({ refusedBy: undefined, pauses: new Map() });
    expect(await storeOf().close(closing())).toMatchObject({ periodMs: MINUTE });
  });

  describe('shared by pods', () => {
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

    async function ask(pod: number, key = 'old'): Promise<string> {
      const call = { lane: 'books', urgency: 'missing', key } as const;
      try {
        return await pods[pod]!.guard.run(call, source.attempt);
      } catch (error) {
        return LoadError.of(error).code;
      }
    }

    /** So many calls at each pod at once, and what they came to. */
    async function askAll(times: number, key?: string): Promise<Record<string, number>> {
      const answers = pods.flatMap((_, pod) => Array.from({ length: times }, () => ask(pod, key)));
      const counts: Record<string, number> = {};
      for (const answer of await Promise.all(answers)) counts[answer] = (counts[answer] ?? 0) + 1;
      return counts;
    }

    it('close for all what one of them was refused', async () => {
      source.fails('quota');
      expect(await ask(0)).toBe('quota');

      expect(await askAll(10)).toEqual({ paused: 30 });
      expect(source.asked).toBe(1);
      expect(pods.map(({ events }) => events)).toEqual([['paused'], ['paused'], ['paused']]);
    });

    it('send one probe between them, and all go when it went well', async () => {
      source.fails('quota');
      await ask(0);
      await askAll(1);
      clock.advance(MINUTE);
      source.asked = 0;
      source.takesMs = 200;
      source.answers();
      expect(await askAll(20)).toEqual({ news: 1, paused: 59 });
      expect(source.asked).toBe(1);

      expect(await askAll(1)).toEqual({ news: 3 });
      for (const { events } of pods) expect(events).toEqual(['paused', 'resumed']);
    });

    it('try a revoked key once in five minutes between them, until they have read the new one', async () => {
      source.fails('key');
      await ask(0, 'old');
      for (let minute = 0; minute < 15; minute += 1) {
        await askAll(5, 'old');
        clock.advance(MINUTE);
      }
      expect(source.asked).toBe(1 + 2);
      source.answers();

      expect(await ask(1, 'new')).toBe('news');
      expect(await ask(0, 'old')).toBe('news');
    });

    it('stay paused with the old key while another has the new one', async () => {
      source.fails('key');
      await ask(0, 'old');
      source.answers();
      expect(await ask(1, 'new')).toBe('news');

      expect(await ask(0, 'old')).toBe('paused');
      expect(await ask(2, 'old')).toBe('paused');
      expect(server.command('KEYS', '*')).toMatch(/^test:\{pause:library\}:key:[0-9a-f]{12}$/);
    });

    it('remember what they knew while Redis is away, and probe each for itself', async () => {
      source.fails('quota');
      await ask(0);
      await askAll(1);
      await server.kill();
      expect(await askAll(5)).toEqual({ paused: 15 });
      clock.advance(MINUTE);
      source.asked = 0;
      source.takesMs = 50;
      expect(await askAll(5)).toEqual({ quota: 3, paused: 12 });

      expect(source.asked).toBe(3);
      await server.startAgain();
    });
  });
});
