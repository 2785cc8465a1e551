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
/** A day in 24 seconds; some watches ask less often than a window lasts, even by day. */
const DAY = cityDay({
  seed: 20_260_709,
  watches: 60,
  places: POSITIONS.length / 2,
  hourMs: 1_000,
  quickestMs: 400,
  slowestMs: 6_000,
});
/** The last questions may have begun a refresh that nobody waits for. */
const LAST_LOADS_END_MS = 1_000;
const AT_MOST_TIMES_THE_FLOOR = 1.02;

interface Question {
  readonly placeKey: string;
  /** Asked, and answered. */
  readonly fromMs: number;
  readonly untilMs: number;
}
interface StoredWindow {
  readonly placeKey: string;
  readonly loadedAtMs: number;
  readonly freshUntilMs: number;
}

/**
 * The floor is what a perfect cache would have bought with the windows that were really given. Redis
 * tells, through MONITOR, every record that was stored and its life, `loadedAt` to `freshUntil`; the
 * watches tell when they asked, and where. Per place, in the order of loading, a record counts
 *
 * - if the one counted before it was no longer fresh when its load began: what two pods buy at once
 *   counts once;
 * - if a watch asked between the end of that one's life and the end of its own: what is bought for
 *   nobody does not count. The question that opens a window comes before it: it is answered with the
 *   stale record while the next is loaded.
 *
 * The provider counts the calls. A call whose record was never stored is above the floor, too. That
 * lives are not shorter than promised, which would lift the floor, is looked at apart.
 */
describeWithRedis('a city day on four pods (needs redis-server)', () => {
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

  /** The provider's key of each position. */
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

  async function ask(position: number, placeKey: string, pod: number): Promise<Question> {
    const fromMs = Date.now();
    const answer = await world.get(`/prcpt?${POSITIONS[position]}`, world.apis[pod]);
    await answer.arrayBuffer();
    expect(answer.status).toBe(200);
    return { placeKey, fromMs, untilMs: Date.now() };
  }

  async function replayDay(keys: readonly string[]): Promise<Question[]> {
    const startedAt = performance.now();
    const asking: Promise<Question>[] = [];
    for (const { atMs, place, draw } of DAY) {
      await delay(startedAt + atMs - performance.now());
      // Either of the place's two cells, and any pod.
      const [position, pod] = [2 * place + (draw < 0.5 ? 0 : 1), Math.floor(draw * 997) % PODS];
      asking.push(ask(position, keys[position] ?? '', pod));
    }
    return Promise.all(asking);
  }

  it('costs hardly more calls than there are windows in which somebody asks', async () => {
    const keys = await placeKeys();
    world.simulator.resetCalls();
    const questions = await replayDay(keys);
    await delay(LAST_LOADS_END_MS);
    const calls = world.simulator.calls.byEndpoint.currentconditions;
    const stored = storedWindows(monitor.lines);

    for (const { loadedAtMs, freshUntilMs } of stored) {
      expect(freshUntilMs - loadedAtMs).toBeGreaterThanOrEqual(0.9 * FRESH_MS);
    }
    const perPlace = [...new Set(keys)].map((key) =>
      windowsNeeded(
        stored.filter(({ placeKey }) => placeKey === key),
        questions.filter(({ placeKey }) => placeKey === key),
      ),
    );
    const floor = perPlace.reduce((sum, windows) => sum + windows, 0);
    expect({ calls, floor, isNear: calls <= floor * AT_MOST_TIMES_THE_FLOOR }).toEqual({
      calls,
      floor,
      isNear: true,
    });
  }, 60_000);
});

function windowsNeeded(stored: readonly StoredWindow[], questions: readonly Question[]): number {
  let needed = 0;
  let lastFreshUntilMs = 0;
  for (const { loadedAtMs, freshUntilMs } of stored) {
    const isAsked = questions.some(
      ({ fromMs, untilMs }) => untilMs >= lastFreshUntilMs && fromMs < freshUntilMs,
    );
    if (loadedAtMs < lastFreshUntilMs || !isAsked) continue;
    needed += 1;
    lastFreshUntilMs = freshUntilMs;
  }
  return needed;
}

/** In the order of loading. */
function storedWindows(lines: readonly string[]): StoredWindow[] {
  return lines
    .map((line) => /"SET" "mfapi:v1:\{conditions:(\w+)\}" "(\d+)\|(\d+)\|/.exec(line))
    .filter((found) => found !== null)
    .map(([, placeKey = '', loadedAt, freshUntil]) => ({
      placeKey,
      loadedAtMs: Number(loadedAt),
      freshUntilMs: Number(freshUntil),
    }))
    .toSorted((a, b) => a.loadedAtMs - b.loadedAtMs);
}
