import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { UnlimitedBudget } from '@app/budget/unlimited-budget.js';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { LoadError } from '@app/load/load.error.js';
import { createRedisClient } from '@app/redis/redis-client.js';
import { RedisConnection } from '@app/redis/redis-connection.js';
import { CallGuard } from '@app/resilience/call-guard.js';
import { FailurePolicy } from '@app/resilience/failure-policy.js';
import { GuardEvents } from '@app/resilience/guard-events.js';
import { MemoryCooldownStore } from '@app/resilience/cooldowns/memory-cooldown-store.js';
import { PROBE_TIMEOUT_MS, type CooldownStore } from '@app/resilience/cooldowns/cooldown-store.js';
import type { CooldownStart, CooldownName } from '@app/resilience/cooldowns/cooldown.js';
import { RedisCooldownStore } from '@app/resilience/cooldowns/redis-cooldown-store.js';
import { ScriptedSource } from '@app/resilience/testing/scripted-source.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';

const MINUTE = 60_000;
const NAMES: readonly CooldownName[] = ['source', 'lane:books', 'key:abc'];

let clock: FakeClock;

beforeEach(() => {
  clock = new FakeClock();
});

const closing = (changes: Partial<CooldownStart> = {}): CooldownStart => ({
  name: 'source',
  reason: 'quota',
  periodMs: MINUTE,
  maxMs: 15 * MINUTE,
  retryAfterMs: 0,
  ...changes,
});

/** What guards rely on. Time is the frozen clock's. */
function itIsAPauseStore(open: () => CooldownStore): void {
  let store: CooldownStore;

  beforeEach(() => {
    store = open();
  });

  /** Who is let through, or by what he is refused. */
  async function enter(token: string, names = NAMES): Promise<string> {
    const { refusedBy, cooldowns: pauses } = await store.enter(names, token);
    if (refusedBy) return `refused by ${refusedBy}`;
    const probed = [...pauses].filter(([, { probe }]) => probe?.token === token);
    return ['let through', ...probed.map(([name]) => `probing ${name}`)].join(', ');
  }

  it('lets everybody through where nothing is closed', async () => {
    expect(await enter('a')).toBe('let through');
    expect(await enter('b')).toBe('let through');
  });

  it('refuses everybody until the time is over', async () => {
    expect(await store.start(closing())).toMatchObject({ untilMs: clock.nowMs() + MINUTE });
    clock.advance(MINUTE - 1);
    expect(await enter('a')).toBe('refused by source');
    expect(await enter('a', ['lane:books', 'key:abc'])).toBe('let through');
    clock.advance(1);

    expect(await enter('a')).toBe('let through, probing source');
  });

  it('names the one that refuses for the longest', async () => {
    await store.start(closing());
    await store.start(closing({ name: 'key:abc', periodMs: 5 * MINUTE }));
    await store.start(closing({ name: 'lane:books', periodMs: 2 * MINUTE }));

    expect(await enter('a')).toBe('refused by key:abc');
  });

  it('makes one the probe of all whose time is over', async () => {
    await store.start(closing());
    await store.start(closing({ name: 'key:abc' }));
    clock.advance(MINUTE);
    const entered = await Promise.all(['a', 'b', 'c', 'd'].map((token) => enter(token)));

    expect(entered[0]).toBe('let through, probing source, probing key:abc');
    expect(new Set(entered.slice(1))).toEqual(new Set(['refused by source']));
  });

  it('makes nobody a probe while another pause refuses him', async () => {
    await store.start(closing());
    await store.start(closing({ name: 'key:abc', periodMs: 5 * MINUTE }));
    clock.advance(MINUTE);
    expect(await enter('a')).toBe('refused by key:abc');

    expect(await enter('b', ['source', 'key:other'])).toBe('let through, probing source');
  });

  it('ends when the probe says so, and not when somebody else does', async () => {
    await store.start(closing());
    clock.advance(MINUTE);
    await enter('probe');
    await store.leave(['source'], 'somebody', true);
    expect(await enter('a')).toBe('refused by source');
    await store.leave(['source'], 'probe', true);

    expect(await enter('a')).toBe('let through');
    expect((await store.enter(NAMES, 'a')).cooldowns.size).toBe(0);
  });

  it('has the next one probe when the probe came back without having asked', async () => {
    await store.start(closing());
    clock.advance(MINUTE);
    await enter('probe');
    await store.leave(NAMES, 'probe', false);

    expect(await enter('a')).toBe('let through, probing source');
  });

  it('has the next one probe when the probe was killed', async () => {
    await store.start(closing());
    clock.advance(MINUTE);
    await enter('probe');
    clock.advance(PROBE_TIMEOUT_MS - 1);
    expect(await enter('a')).toBe('refused by source');
    clock.advance(1);
    expect(await enter('a')).toBe('let through, probing source');
    await store.leave(['source'], 'probe', true);

    expect(await enter('b')).toBe('refused by source');
  });

  it('closes for twice as long when a probe failed, up to the longest', async () => {
    const periods: number[] = [];
    for (let i = 0; i < 6; i += 1) {
      const { untilMs, periodMs } = await store.start(closing());
      expect(untilMs).toBe(clock.nowMs() + periodMs);
      periods.push(periodMs / MINUTE);
      clock.advance(periodMs);
      await enter('probe');
    }

    expect(periods).toEqual([1, 2, 4, 8, 15, 15]);
  });

  it('starts anew after it ended', async () => {
    await store.start(closing());
    clock.advance(MINUTE);
    await store.start(closing());
    clock.advance(2 * MINUTE);
    await enter('probe');
    await store.leave(['source'], 'probe', true);

    expect(await store.start(closing())).toMatchObject({ periodMs: MINUTE });
  });

  it('is closed by the first of many that fail together', async () => {
    const first = await store.start(closing());
    clock.advance(200);

    expect(await store.start(closing())).toEqual(first);
  });

  it('holds for as long as the source told, and for longer when it tells more', async () => {
    const startMs = clock.nowMs();
    expect(await store.start(closing({ retryAfterMs: 5_000 }))).toMatchObject({
      untilMs: startMs + 5_000,
    });
    clock.advance(1_000);
    expect(await store.start(closing({ retryAfterMs: 1_000 }))).toMatchObject({
      untilMs: startMs + 5_000,
    });

    expect(await store.start(closing({ retryAfterMs: 9_000 }))).toMatchObject({
      untilMs: startMs + 10_000,
      reason: 'quota',
    });
  });
}

describe('pauses in memory', () => {
  itIsAPauseStore(() => new MemoryCooldownStore(clock));
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

  const storeOf = (): RedisCooldownStore => new RedisCooldownStore(redis, PREFIX, clock);

  itIsAPauseStore(storeOf);

  it('are forgotten a day after they were over', async () => {
    await storeOf().start(closing());
    const leftMs = Number(server.command('PTTL', `${PREFIX}source`));

    expect(leftMs).toBeGreaterThan(24 * 60 * MINUTE);
    expect(leftMs).toBeLessThanOrEqual((24 * 60 + 1) * MINUTE);
  });

  it('that are no pauses of ours are nobody’s', async () => {
    server.command('HSET', `${PREFIX}source`, 'until', 'soon');

    expect(await storeOf().enter(NAMES, 'a')).toEqual({ refusedBy: undefined, pauses: new Map() });
    expect(await storeOf().start(closing())).toMatchObject({ periodMs: MINUTE });
  });

  describe('shared by pods', () => {
    const CONSEQUENCES = new FailurePolicy({
      down: { retry: false, trips: true },
      quota: {
        retry: false,
        trips: false,
        cooldown: {
          scope: 'source',
          initialMs: MINUTE,
          maxMs: 15 * MINUTE,
          maxRetryAfterMs: MINUTE,
        },
      },
      key: {
        retry: false,
        trips: false,
        cooldown: { scope: 'key', initialMs: 5 * MINUTE, maxMs: 5 * MINUTE, maxRetryAfterMs: 0 },
      },
    });
    let source: ScriptedSource;
    let pods: { readonly guard: CallGuard; readonly events: string[] }[];

    beforeEach(() => {
      source = new ScriptedSource();
      pods = Array.from({ length: 3 }, () => {
        const events = new GuardEvents();
        const names: string[] = [];
        events.on((event) => {
          if (event.name === 'paused' || event.name === 'resumed') names.push(event.name);
        });
        const guard = new CallGuard({
          name: 'library',
          failurePolicy: CONSEQUENCES,
          budget: new UnlimitedBudget(),
          cooldownStore: storeOf(),
          clock,
          events,
          random: Math.random,
        });
        return { guard, events: names };
      });
    });

    async function ask(pod: number, key = 'old'): Promise<string> {
      const call = { operation: 'books', priority: 'missing', key } as const;
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
      source.failWith('quota');
      expect(await ask(0)).toBe('quota');

      expect(await askAll(10)).toEqual({ paused: 30 });
      expect(source.calls).toBe(1);
      expect(pods.map(({ events }) => events)).toEqual([['paused'], ['paused'], ['paused']]);
    });

    it('send one probe between them, and all go when it went well', async () => {
      source.failWith('quota');
      await ask(0);
      await askAll(1);
      clock.advance(MINUTE);
      source.calls = 0;
      source.latencyMs = 200;
      source.answerWith();
      expect(await askAll(20)).toEqual({ news: 1, paused: 59 });
      expect(source.calls).toBe(1);

      expect(await askAll(1)).toEqual({ news: 3 });
      for (const { events } of pods) expect(events).toEqual(['paused', 'resumed']);
    });

    it('try a revoked key once in five minutes between them, until they have read the new one', async () => {
      source.failWith('key');
      await ask(0, 'old');
      for (let minute = 0; minute < 15; minute += 1) {
        await askAll(5, 'old');
        clock.advance(MINUTE);
      }
      expect(source.calls).toBe(1 + 2);
      source.answerWith();

      expect(await ask(1, 'new')).toBe('news');
      expect(await ask(0, 'old')).toBe('news');
    });

    it('stay paused with the old key while another has the new one', async () => {
      source.failWith('key');
      await ask(0, 'old');
      source.answerWith();
      expect(await ask(1, 'new')).toBe('news');

      expect(await ask(0, 'old')).toBe('paused');
      expect(await ask(2, 'old')).toBe('paused');
      expect(server.command('KEYS', '*')).toMatch(/^test:\{pause:library\}:key:[0-9a-f]{12}$/);
    });

    it('remember what they knew while Redis is away, and probe each for itself', async () => {
      source.failWith('quota');
      await ask(0);
      await askAll(1);
      await server.kill();
      expect(await askAll(5)).toEqual({ paused: 15 });
      clock.advance(MINUTE);
      source.calls = 0;
      source.latencyMs = 50;
      expect(await askAll(5)).toEqual({ quota: 3, paused: 12 });

      expect(source.calls).toBe(3);
      await server.startAgain();
    });
  });
});
