import { writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, expect, it } from '@jest/globals';
import type { ApiProcess } from './support/api-process.js';
import { eventually } from './support/eventually.js';
import { markdownTable } from './support/markdown-table.js';
import { UnresponsiveServer } from './support/unresponsive-server.js';
import { pairsInTenPlaces, villagePosition } from './support/positions.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { p99Of, timed, underLoad, type Sample } from './support/steady-load.js';
import { World } from './support/world.js';

const WARM = pairsInTenPlaces();
const PLACES = WARM.length / 2;
const PODS = 2;
const WINDOWS = 'conditions=2/4/600';
/** The shortest window after jitter. */
const MIN_FRESH_MS = 1_800;
const REQUESTS_PER_SECOND = 100;
const COLD_REQUESTS_PER_SECOND = 20;
const WARM_UP_MS = 1_500;
const BASELINE_MS = 2_500;
const RECOVERY_MS = 500;
/** One request in this many is for an uncached position. */
const COLD_EVERY = 25;
const RECONNECTS_WITHIN_MS = 5_000;
const MAX_REDIS_WAIT_MS = 50;
const MAX_P99_RATIO = 20;
/** Ratios to a shorter baseline are not meaningful. */
const MIN_BASELINE_P99_MS = 10;

/** The extra time allowed for a burst while Redis is suspended: its timeout, and a margin for the machine. */
const MAX_EXTRA_MS = 3 * MAX_REDIS_WAIT_MS;
const BURST = 20;

const OK_ONLY = new Set([200]);
/** Where `npm run chaos` writes the measured times. */
const { TROUBLE_DOCUMENT: documentPath } = process.env;
const rows: string[][] = [];

type Trouble = (redis: RedisServer) => Promise<unknown>;
const TROUBLES: readonly (readonly [what: string, trouble: Trouble])[] = [
  [
    'is killed and comes back empty',
    async (redis) => {
      await redis.kill();
      await delay(1_500);
      await redis.startAgain();
    },
  ],
  [
    'is suspended for two seconds',
    async (redis) => {
      redis.suspend();
      await delay(2_000);
      redis.resume();
    },
  ],
  [
    'stops its clients with CLIENT PAUSE',
    async (redis) => {
      redis.command('CLIENT', 'PAUSE', '1500');
      await delay(1_500);
    },
  ],
];

describeWithRedis('pods whose Redis has problems', () => {
  let redis: RedisServer | undefined;
  let world: World;
  let coldRequests = 0;

  afterAll(() => (documentPath ? writeFile(documentPath, documentOf(rows)) : undefined));
  afterEach(async () => {
    await (world as World | undefined)?.stop();
    await redis?.stop();
    redis = undefined;
  });

  async function startWorld(redisUrl: string): Promise<void> {
    world = await World.start({
      apis: PODS,
      environment: { WINDOWS, REDIS_URL: redisUrl, REDIS_TIMEOUT_MS: String(MAX_REDIS_WAIT_MS) },
    });
  }

  /** Sends a request to the pods in turn. */
  function statusOf(position: string, index: number): Promise<number> {
    return statusFrom(world.apis[index % PODS], position);
  }

  async function statusFrom(pod: ApiProcess | undefined, position: string): Promise<number> {
    const answer = await world.get(`/prcpt?${position}`, pod);
    await answer.arrayBuffer();
    return answer.status;
  }

  function coldPosition(): string {
    coldRequests += 1;
    return villagePosition(coldRequests);
  }

  function request(index: number): Promise<number> {
    const isCold = index % COLD_EVERY === COLD_EVERY - 1;
    const warm = WARM[Math.floor(index / PODS) % WARM.length] ?? '';
    return statusOf(isCold ? coldPosition() : warm, index);
  }

  /** The duration of requests for many uncached positions at once on one pod. */
  async function burst(): Promise<number> {
    const requests = Array.from({ length: BURST }, () => timed(statusOf(coldPosition(), 0)));
    return quickestQuarterMs(await Promise.all(requests));
  }

  /** Fills the caches with the warm positions, and lets the JIT compile the code. */
  async function warmUp(): Promise<void> {
    for (const pod of [0, 1]) await Promise.all(WARM.map((position) => statusOf(position, pod)));
    await underLoad(REQUESTS_PER_SECOND, request, () => delay(WARM_UP_MS));
  }

  /** Waits until an uncached position requested from both pods costs one search, not two. */
  async function untilShared(): Promise<void> {
    await eventually(async () => {
      const before = world.simulator.calls.byEndpoint.search;
      const position = coldPosition();
      expect([await statusOf(position, 0), await statusOf(position, 1)]).toEqual([200, 200]);
      return world.simulator.calls.byEndpoint.search === before + 1;
    }, RECONNECTS_WITHIN_MS);
  }

  it.each(TROUBLES)(
    'fail no request while it %s, make no unneeded calls, and reconnect',
    async (what, trouble) => {
      const server = await RedisServer.start();
      redis = server;
      await startWorld(server.url);
      await warmUp();
      const baseline = await underLoad(REQUESTS_PER_SECOND, request, () => delay(BASELINE_MS));

      world.simulator.resetCalls();
      const coldRequestsBefore = coldRequests;
      const startedAt = performance.now();
      const troubled = await underLoad(REQUESTS_PER_SECOND, request, async () => {
        await trouble(server);
        await delay(RECOVERY_MS);
      });
      const windows = Math.ceil((performance.now() - startedAt) / MIN_FRESH_MS) + 1;
      const newPositions = coldRequests - coldRequestsBefore;
      const { search, currentconditions } = world.simulator.calls.byEndpoint;

      expect(statusesOf([...baseline, ...troubled])).toEqual(OK_ONLY);
      expect(search).toBeLessThanOrEqual(newPositions);
      expect(currentconditions).toBeLessThanOrEqual(PODS * PLACES * windows + newPositions);
      rows.push(rowOf(what, baseline, troubled));
      expectNotMuchSlower(baseline, troubled);
      await untilShared();
    },
  );

  it('wait at most 50 ms for a suspended Redis when they load uncached positions', async () => {
    redis = await RedisServer.start();
    await startWorld(redis.url);
    await warmUp();
    const baselineMs = await burst();
    redis.suspend();
    const suspendedMs = await burst();
    redis.resume();

    expect(suspendedMs - baselineMs).toBeLessThan(MAX_EXTRA_MS);
  });

  it('start and answer without Redis, and use it when it comes up', async () => {
    redis = await RedisServer.start();
    await redis.kill();
    await startWorld(redis.url);
    await warmUp();
    const samples = await underLoad(REQUESTS_PER_SECOND, request, () => delay(BASELINE_MS));
    expect(statusesOf(samples)).toEqual(OK_ONLY);
    await redis.startAgain();
    await untilShared();
  });

  it('start and answer without delay when Redis accepts connections but never answers', async () => {
    const silent = await UnresponsiveServer.start();
    try {
      await startWorld(silent.url);
      await warmUp();
      const alone = await world.startApi({ REDIS_URL: '' });
      await statusFrom(alone, coldPosition());
      const requests = [
        (index: number) => statusOf(coldPosition(), index),
        () => statusFrom(alone, coldPosition()),
      ];
      // At the same time, so that other load on the machine delays both.
      const [samples = [], withoutRedis = []] = await Promise.all(
        requests.map((requestNew) =>
          underLoad(COLD_REQUESTS_PER_SECOND / 2, requestNew, () => delay(BASELINE_MS)),
        ),
      );
      expect(statusesOf(samples)).toEqual(OK_ONLY);
      expect(statusesOf(withoutRedis)).toEqual(OK_ONLY);
      const extraMs = quickestQuarterMs(samples) - quickestQuarterMs(withoutRedis);
      expect(extraMs).toBeLessThan(MAX_REDIS_WAIT_MS / 2);
      expect(silent.connections).toBeGreaterThan(0);
    } finally {
      await silent.stop();
    }
  });
});

function statusesOf(samples: readonly Sample[]): Set<number> {
  return new Set(samples.map(({ status }) => status));
}

/** If requests wait for Redis, all of them do; the fastest quarter excludes delays of the machine. */
function quickestQuarterMs(samples: readonly Sample[]): number {
  const times = samples.map(({ ms }) => ms).toSorted((a, b) => a - b);
  return times[Math.floor(times.length / 4)] ?? NaN;
}

function rowOf(what: string, baseline: readonly Sample[], troubled: readonly Sample[]): string[] {
  const [before, during] = [p99Of(baseline), p99Of(troubled)];
  const all = troubled.length;
  const times = (during / before).toFixed(1);
  return [what, `${all} of ${all}`, `${before.toFixed(0)} → ${during.toFixed(0)}`, times];
}

function documentOf(lines: readonly string[][]): string {
  const head = ['Redis', 'answered 200', 'p99, ms: before → during', 'ratio (aim: under 3)'];
  return `<!-- Written by \`npm run chaos\`; do not edit. -->

# What watches see while Redis has problems

${PODS} pods get ${REQUESTS_PER_SECOND} requests a second, one in ${COLD_EVERY} for an uncached position, with freshness windows of a few
seconds: \`${WINDOWS}\`. Each run starts with ${BASELINE_MS / 1000} s without a problem. Compare the times within a row only.

${markdownTable([head, ...lines])}
`;
}

/** A loose limit, because other load on the machine counts too. The aim is 3. */
function expectNotMuchSlower(baseline: readonly Sample[], troubled: readonly Sample[]): void {
  const [before, during] = [p99Of(baseline), p99Of(troubled)];
  if (during < MAX_P99_RATIO * Math.max(before, MIN_BASELINE_P99_MS)) return;
  throw new Error(`p99 is ${during} ms with the problem and ${before} ms before it`);
}
