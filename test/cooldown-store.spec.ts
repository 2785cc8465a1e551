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
import { atTimeOf } from './support/at-time-of.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';

const MINUTE = 60_000;
const NAMES: readonly CooldownName[] = ['source', 'lane:books', 'key:abc'];

let clock: FakeClock;

beforeEach(() => {
  clock = new FakeClock();
});

const cooldown = (changes: Partial<CooldownStart> = {}): CooldownStart => ({
  name: 'source',
  reason: 'quota',
  periodMs: MINUTE,
  maxMs: 15 * MINUTE,
  retryAfterMs: 0,
  ...changes,
});

/** The contract that a call guard relies on. Time is the fake clock's. */
function describeCooldownStore(open: () => CooldownStore): void {
  let store: CooldownStore;

  beforeEach(() => {
    store = open();
  });

  /** What a call gets: admission, with the cooldowns it probes, or a refusal. */
  async function enter(token: string, names = NAMES): Promise<string> {
    const { refusedBy, cooldowns } = await store.enter(names, token);
    if (refusedBy) return `refused by ${refusedBy}`;
    const probed = [...cooldowns].filter(([, { probe }]) => probe?.token === token);
    return ['admitted', ...probed.map(([name]) => `probing ${name}`)].join(', ');
  }

  it('admits all calls when there is no cooldown', async () => {
    expect(await enter('a')).toBe('admitted');
    expect(await enter('b')).toBe('admitted');
  });

  it('refuses all calls until the cooldown is over', async () => {
    expect(await store.start(cooldown())).toMatchObject({ untilMs: clock.nowMs() + MINUTE });
    clock.advance(MINUTE - 1);
    expect(await enter('a')).toBe('refused by source');
    expect(await enter('a', ['lane:books', 'key:abc'])).toBe('admitted');
    clock.advance(1);

    expect(await enter('a')).toBe('admitted, probing source');
  });

  it('reports the longest of several cooldowns as the reason of a refusal', async () => {
    await store.start(cooldown());
    await store.start(cooldown({ name: 'key:abc', periodMs: 5 * MINUTE }));
    await store.start(cooldown({ name: 'lane:books', periodMs: 2 * MINUTE }));

    expect(await enter('a')).toBe('refused by key:abc');
  });

  it('admits one call as the probe of all cooldowns that are over', async () => {
    await store.start(cooldown());
    await store.start(cooldown({ name: 'key:abc' }));
    clock.advance(MINUTE);
    const entered = await Promise.all(['a', 'b', 'c', 'd'].map((token) => enter(token)));

    expect(entered[0]).toBe('admitted, probing source, probing key:abc');
    expect(new Set(entered.slice(1))).toEqual(new Set(['refused by source']));
  });

  it('does not make a call the probe of one cooldown while another one refuses it', async () => {
    await store.start(cooldown());
    await store.start(cooldown({ name: 'key:abc', periodMs: 5 * MINUTE }));
    clock.advance(MINUTE);
    expect(await enter('a')).toBe('refused by key:abc');

    expect(await enter('b', ['source', 'key:other'])).toBe('admitted, probing source');
  });

  it('ends a cooldown when its probe succeeds, not when another call does', async () => {
    await store.start(cooldown());
    clock.advance(MINUTE);
    await enter('probe');
    await store.leave(['source'], 'another call', true);
    expect(await enter('a')).toBe('refused by source');
    await store.leave(['source'], 'probe', true);

    expect(await enter('a')).toBe('admitted');
    expect((await store.enter(NAMES, 'a')).cooldowns.size).toBe(0);
  });

  it('lets the next call probe when the probe left without a result', async () => {
    await store.start(cooldown());
    clock.advance(MINUTE);
    await enter('probe');
    await store.leave(NAMES, 'probe', false);

    expect(await enter('a')).toBe('admitted, probing source');
  });

  it('lets the next call probe when the probe timed out', async () => {
    await store.start(cooldown());
    clock.advance(MINUTE);
    await enter('probe');
    clock.advance(PROBE_TIMEOUT_MS - 1);
    expect(await enter('a')).toBe('refused by source');
    clock.advance(1);
    expect(await enter('a')).toBe('admitted, probing source');
    await store.leave(['source'], 'probe', true);

    expect(await enter('b')).toBe('refused by source');
  });

  it('doubles the cooldown after each failed probe, up to its maximum', async () => {
    const periods: number[] = [];
    for (let i = 0; i < 6; i += 1) {
      const { untilMs, periodMs } = await store.start(cooldown());
      expect(untilMs).toBe(clock.nowMs() + periodMs);
      periods.push(periodMs / MINUTE);
      clock.advance(periodMs);
      await enter('probe');
    }

    expect(periods).toEqual([1, 2, 4, 8, 15, 15]);
  });

  it('starts with the initial period again after a cooldown ended', async () => {
    await store.start(cooldown());
    clock.advance(MINUTE);
    await store.start(cooldown());
    clock.advance(2 * MINUTE);
    await enter('probe');
    await store.leave(['source'], 'probe', true);

    expect(await store.start(cooldown())).toMatchObject({ periodMs: MINUTE });
  });

  it('has no cooldown that began in the future: the clock went back', async () => {
    await store.start(cooldown());
    clock.advance(-60 * MINUTE);
    expect(await enter('a')).toBe('admitted');

    expect(await store.start(cooldown())).toMatchObject({ untilMs: clock.nowMs() + MINUTE });
    expect(await enter('a')).toBe('refused by source');
  });

  it('keeps the cooldown of the first of several concurrent failures', async () => {
    const first = await store.start(cooldown());
    clock.advance(200);

    expect(await store.start(cooldown())).toEqual(first);
  });

  it('lasts as long as Retry-After, and is extended by a longer one', async () => {
    const startMs = clock.nowMs();
    expect(await store.start(cooldown({ retryAfterMs: 5_000 }))).toMatchObject({
      untilMs: startMs + 5_000,
    });
    clock.advance(1_000);
    expect(await store.start(cooldown({ retryAfterMs: 1_000 }))).toMatchObject({
      untilMs: startMs + 5_000,
    });

    expect(await store.start(cooldown({ retryAfterMs: 9_000 }))).toMatchObject({
      untilMs: startMs + 10_000,
      reason: 'quota',
    });
  });
}

describe('MemoryCooldownStore', () => {
  describeCooldownStore(() => new MemoryCooldownStore(clock));
});

describeWithRedis('RedisCooldownStore', () => {
  const PREFIX = 'test:{pause:library}:';
  let server: RedisServer;
  let redis: RedisConnection;

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
  beforeEach(() => void server.command('FLUSHALL'));

  const storeOf = (): RedisCooldownStore =>
    new RedisCooldownStore(atTimeOf(clock, redis), PREFIX, clock);

  describeCooldownStore(storeOf);

  it('deletes a cooldown a day after it is over', async () => {
    await storeOf().start(cooldown());
    const leftMs = Number(server.command('PTTL', `${PREFIX}source`));

    expect(leftMs).toBeGreaterThan(24 * 60 * MINUTE);
    expect(leftMs).toBeLessThanOrEqual((24 * 60 + 1) * MINUTE);
  });

  it.each([
    ['an invalid time', { until: 'soon' }],
    ['a long reason', { reason: 'x'.repeat(101) }],
    ['a long probe', { probe: 'x'.repeat(101) }],
  ])('ignores a record with %s', async (_what, changes) => {
    const until = String(clock.nowMs() + MINUTE);
    const record = { until, period: '60000', longest: '900000', reason: 'quota', ...changes };
    server.command('HSET', `${PREFIX}source`, ...Object.entries(record).flat());

    expect(await storeOf().enter(NAMES, 'a')).toEqual({
      refusedBy: undefined,
      cooldowns: new Map(),
    });
    expect(await storeOf().start(cooldown())).toMatchObject({ periodMs: MINUTE });
  });

  describe('with three pods', () => {
    const LENGTH = { afterFailures: 1, initialMs: MINUTE, maxMs: 15 * MINUTE } as const;
    const FAILURE_POLICY = new FailurePolicy({
      quota: {
        kind: 'answer',
        retry: false,
        cooldowns: [{ scope: 'source', ...LENGTH, maxRetryAfterMs: MINUTE }],
      },
      garbled: {
        kind: 'failure',
        retry: false,
        cooldowns: [{ scope: 'item', ...LENGTH, maxRetryAfterMs: 0 }],
      },
      key: {
        kind: 'refusal',
        retry: false,
        cooldowns: [
          {
            scope: 'credential',
            afterFailures: 1,
            initialMs: 5 * MINUTE,
            maxMs: 5 * MINUTE,
            maxRetryAfterMs: 0,
          },
        ],
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
          failurePolicy: FAILURE_POLICY,
          budget: new UnlimitedBudget(),
          basicOperations: new Set(['books']),
          cooldownStore: storeOf(),
          clock,
          events,
          random: Math.random,
        });
        return { guard, events: names };
      });
    });

    async function call(pod: number, credential = 'old', item = 'b1'): Promise<string> {
      const request = { operation: 'books', item, priority: 'missing', credential } as const;
      try {
        return await pods[pod]!.guard.run(request, source.attempt);
      } catch (error) {
        return LoadError.of(error).code;
      }
    }

    /** Makes concurrent calls in each pod and counts their outcomes. */
    async function callAll(times: number, key?: string): Promise<Record<string, number>> {
      const outcomes = pods.flatMap((_, pod) =>
        Array.from({ length: times }, () => call(pod, key)),
      );
      const counts: Record<string, number> = {};
      for (const outcome of await Promise.all(outcomes))
        counts[outcome] = (counts[outcome] ?? 0) + 1;
      return counts;
    }

    it('pauses all pods after a quota error in one of them', async () => {
      source.failWith('quota');
      expect(await call(0)).toBe('quota');

      expect(await callAll(10)).toEqual({ paused: 30 });
      expect(source.calls).toBe(1);
      expect(pods.map(({ events }) => events)).toEqual([['paused'], ['paused'], ['paused']]);
    });

    it('sends one probe in all, and admits all calls when it succeeds', async () => {
      source.failWith('quota');
      await call(0);
      await callAll(1);
      clock.advance(MINUTE);
      source.calls = 0;
      source.latencyMs = 200;
      source.answerWith();
      expect(await callAll(20)).toEqual({ news: 1, paused: 59 });
      expect(source.calls).toBe(1);

      expect(await callAll(1)).toEqual({ news: 3 });
      for (const { events } of pods) expect(events).toEqual(['paused', 'resumed']);
    });

    it('leaves an item alone that failed in another pod, and no other item', async () => {
      source.failWith('garbled');
      expect(await call(0)).toBe('garbled');
      source.answerWith();

      expect(await callAll(5)).toEqual({ paused: 15 });
      expect(await call(1, 'old', 'b2')).toBe('news');
    });

    it('tries a revoked key once in five minutes in all, until the pods use the new key', async () => {
      source.failWith('key');
      await call(0, 'old', 'b1');
      await call(0, 'old', 'b2');
      for (let minute = 0; minute < 15; minute += 1) {
        await callAll(5, 'old');
        clock.advance(MINUTE);
      }
      expect(source.calls).toBe(2 + 2);
      source.answerWith();

      expect(await call(1, 'new')).toBe('news');
      expect(await call(0, 'old')).toBe('news');
    });

    it('keeps pods with the old key paused while another pod uses the new key', async () => {
      source.failWith('key');
      await call(0, 'old', 'b1');
      await call(0, 'old', 'b2');
      source.answerWith();
      expect(await call(1, 'new')).toBe('news');

      expect(await call(0, 'old')).toBe('paused');
      expect(await call(2, 'old')).toBe('paused');
      expect(server.command('KEYS', '*')).toMatch(/^test:\{pause:library\}:key:[0-9a-f]{12}$/);
    });

    it('keeps known cooldowns while Redis is down, and lets each pod probe', async () => {
      source.failWith('quota');
      await call(0);
      await callAll(1);
      await server.kill();
      expect(await callAll(5)).toEqual({ paused: 15 });
      clock.advance(MINUTE);
      source.calls = 0;
      source.latencyMs = 50;
      expect(await callAll(5)).toEqual({ quota: 3, paused: 12 });

      expect(source.calls).toBe(3);
      await server.startAgain();
    });
  });
});
