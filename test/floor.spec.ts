import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cityDay } from './support/city-day.js';
import { pairsInTenPlaces } from './support/positions.js';
import { RedisMonitor } from './support/redis-monitor.js';
import { describeWithRedis, RedisServer } from './support/redis-server.js';
import { World } from './support/world.js';

const POSITIONS = pairsInTenPlaces();
const PODS = 4;
const FRESH_MS = 2_000;
const WINDOWS = 'conditions=2/1/60';
/** A day in 24 seconds; some watches send requests less often than a window lasts, even by day. */
const DAY = cityDay({
  seed: 20_260_709,
  watches: 60,
  places: POSITIONS.length / 2,
  hourMs: 1_000,
  minIntervalMs: 400,
  maxIntervalMs: 6_000,
});
/** The last requests may have started a background refresh. */
const LAST_LOADS_END_MS = 1_000;
const MAX_TIMES_THE_FLOOR = 1.02;

interface TimedRequest {
  readonly placeKey: string;
  /** When it was sent, and when it was answered. */
  readonly fromMs: number;
  readonly untilMs: number;
}
interface StoredWindow {
  readonly placeKey: string;
  readonly loadedAtMs: number;
  readonly freshUntilMs: number;
}

/**
 * The floor is the number of calls that a perfect cache would make with the actual freshness windows.
 * Redis MONITOR lists every stored record with its lifetime, `loadedAt` to `freshUntil`; the watches
 * record when and where they sent requests. Per place, in load order, a record counts
 *
 * - if the record counted before it was no longer fresh when its load began, so that concurrent loads of
 *   two pods count once;
 * - and if a watch sent a request between the end of that record's lifetime and the end of its own, so
 *   that an unneeded load does not count. The request that triggers a load precedes it, because it is
 *   answered with the stale record.
 *
 * The simulator counts the calls, so a call whose record was never stored is above the floor. A separate
 * assertion checks that lifetimes are not shorter than promised, which would raise the floor.
 */
describeWithRedis('a simulated day of a city on four pods', () => {
  let redis: RedisServer;
  let monitor: RedisMonitor;
  let world: World;

  beforeAll(async () => {
    redis = await RedisServer.start();
    monitor = await RedisMonitor.start(redis);
    world = await World.start({ apis: PODS, environment: { REDIS_URL: redis.url, WINDOWS } });
  });
  afterAll(async () => {
    await (world as World | undefined)?.stop();
    await monitor.stop();
    await redis.stop();
  });

  /** The provider's place key for each position. */
  function placeKeys(): Promise<string[]> {
    const headers = { authorization: `Bearer ${world.simulator.settings.key}` };
    const keys = POSITIONS.map(async (position) => {
      const { lt, lg } = Object.fromEntries(new URLSearchParams(position));
      const search = `/locations/v1/cities/geoposition/search?q=${lt},${lg}`;
      const found = await fetch(world.simulatorUrl + search, { headers });
      return ((await found.json()) as { Key: string }).Key;
    });
    return Promise.all(keys);
  }

  async function request(position: number, placeKey: string, pod: number): Promise<TimedRequest> {
    const fromMs = Date.now();
    const answer = await world.get(`/prcpt?${POSITIONS[position]}`, world.apis[pod]);
    await answer.arrayBuffer();
    expect(answer.status).toBe(200);
    return { placeKey, fromMs, untilMs: Date.now() };
  }

  async function replayDay(keys: readonly string[]): Promise<TimedRequest[]> {
    const startedAt = performance.now();
    const requests: Promise<TimedRequest>[] = [];
    for (const { atMs, place, draw } of DAY) {
      await delay(startedAt + atMs - performance.now());
      // One of the place's two cells, and any pod.
      const [position, pod] = [2 * place + (draw < 0.5 ? 0 : 1), Math.floor(draw * 997) % PODS];
      requests.push(request(position, keys[position] ?? '', pod));
    }
    return Promise.all(requests);
  }

  it('needs at most 2 % more calls than a perfect cache would make', async () => {
    const keys = await placeKeys();
    world.simulator.resetCalls();
    const requests = await replayDay(keys);
    await delay(LAST_LOADS_END_MS);
    const calls = world.simulator.calls.byEndpoint.currentconditions;
    const stored = storedWindows(monitor.lines);

    for (const { loadedAtMs, freshUntilMs } of stored) {
      expect(freshUntilMs - loadedAtMs).toBeGreaterThanOrEqual(0.9 * FRESH_MS);
    }
    const perPlace = [...new Set(keys)].map((key) =>
      windowsNeeded(
        stored.filter(({ placeKey }) => placeKey === key),
        requests.filter(({ placeKey }) => placeKey === key),
      ),
    );
    const floor = perPlace.reduce((sum, windows) => sum + windows, 0);
    expect({ calls, floor, isNear: calls <= floor * MAX_TIMES_THE_FLOOR }).toEqual({
      calls,
      floor,
      isNear: true,
    });
  }, 60_000);
});

function windowsNeeded(stored: readonly StoredWindow[], requests: readonly TimedRequest[]): number {
  let needed = 0;
  let lastFreshUntilMs = 0;
  for (const { loadedAtMs, freshUntilMs } of stored) {
    const isNeeded = requests.some(
      ({ fromMs, untilMs }) => untilMs >= lastFreshUntilMs && fromMs < freshUntilMs,
    );
    if (loadedAtMs < lastFreshUntilMs || !isNeeded) continue;
    needed += 1;
    lastFreshUntilMs = freshUntilMs;
  }
  return needed;
}

/** Sorted by load time. */
function storedWindows(lines: readonly string[]): StoredWindow[] {
  return lines
    .map((line) => /"SET" "mfapi:v\d+:\{conditions:(\w+)\}" "(\d+)\|(\d+)\|/.exec(line))
    .filter((found) => found !== null)
    .map(([, placeKey = '', loadedAt, freshUntil]) => ({
      placeKey,
      loadedAtMs: Number(loadedAt),
      freshUntilMs: Number(freshUntil),
    }))
    .toSorted((a, b) => a.loadedAtMs - b.loadedAtMs);
}
