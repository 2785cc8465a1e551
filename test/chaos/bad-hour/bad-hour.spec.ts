import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, it } from '@jest/globals';
import type { Fault } from '../../../apps/accwea-simulator/faults/fault.js';
import {
  hourRecordText,
  type HourFault,
  type Minute,
} from '../../../tools/pictures/bad-hour/hour-record.js';
import { describeWithRedis, RedisServer } from '../../support/redis-server.js';
import { Scrape } from '../../support/scrape.js';
import { underLoad } from '../../support/steady-load.js';
import { World } from '../../support/world.js';
import { HourWatches, WARM_PLACES } from './hour-watches.js';
import { MinuteCounts } from './minute-counts.js';

/** Where `npm run chaos -- --hour` writes. */
const { CHAOS_HOUR: documentPath = '' } = process.env;
const HOUR_MINUTES = 60;
const MINUTE_MS = 60_000;
const PODS = 2;
const REQUESTS_PER_SECOND = 20;
const DAILY_BUDGET = 50_000;
const FAULTS: readonly (HourFault & Fault)[] = [
  { fromMinute: 8, toMinute: 33, title: 'AccuWeather answers 503', kind: '503-plain' },
  { fromMinute: 42, toMinute: 48, title: 'AccuWeather does not answer', kind: 'hang' },
];

describeWithRedis('an hour in which the provider fails twice', () => {
  let redis: RedisServer;
  let world: World;

  afterEach(async () => {
    await (world as World | undefined)?.stop();
    await redis.stop();
  });

  it(
    'goes by without a watch at a known place noticing',
    async () => {
      redis = await RedisServer.start();
      world = await World.start({
        apis: PODS,
        environment: {
          REDIS_URL: redis.url,
          REDIS_TIMEOUT_MS: '50',
          ACCWEA_DAILY_BUDGET: String(DAILY_BUDGET),
        },
        now: () => Date.now(),
      });
      const measured = await playHour(world);

      expect(measured.filter(({ failed }) => failed > 0)).toEqual([]);
      expect(world.apis.map(({ running }) => running)).toEqual([true, true]);
      expect(measured.at(-1)?.budgetUsed).toBeLessThanOrEqual(DAILY_BUDGET);
    },
    (HOUR_MINUTES + 2) * MINUTE_MS,
  );
});

/** Writes after each minute, so that an interrupted run leaves what it measured. */
async function playHour(world: World): Promise<readonly Minute[]> {
  const counts = new MinuteCounts();
  const watches = new HourWatches(world, counts);
  const measured: Minute[] = [];
  await warmUp(watches);
  world.simulator.resetCalls();
  const usedBefore = await budgetUsed(world);
  counts.take();
  const startedAtMs = performance.now();
  await underLoad(REQUESTS_PER_SECOND, watches.send, async () => {
    for (let minute = 0; minute < HOUR_MINUTES; minute += 1) {
      world.simulator.fault = FAULTS.find(
        ({ fromMinute, toMinute }) => minute >= fromMinute && minute < toMinute,
      );
      await delay(startedAtMs + (minute + 1) * MINUTE_MS - performance.now());
      const calls = world.simulator.calls.total;
      world.simulator.resetCalls();
      const used = (await budgetUsed(world)) - usedBefore;
      measured.push({ ...counts.take(), calls, budgetUsed: used });
      writeFileSync(documentPath, hourRecordText(recordOf(measured)));
    }
  });
  return measured;
}

async function warmUp(watches: HourWatches): Promise<void> {
  for (let index = 0; index < 2 * WARM_PLACES * PODS; index += 1) await watches.send(index);
}

/** The most that a pod knows of. */
async function budgetUsed({ apis }: World): Promise<number> {
  const used = apis.map(async ({ metricsUrl }) =>
    Scrape.of(await (await fetch(metricsUrl)).text()).sum('mfapi_budget_used_calls', {
      window: 'day',
    }),
  );
  return Math.max(...(await Promise.all(used)));
}

function recordOf(measured: readonly Minute[]) {
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'})`,
    pods: PODS,
    requestsPerSecond: REQUESTS_PER_SECOND,
    warmPlaces: WARM_PLACES,
    dailyBudget: DAILY_BUDGET,
    faults: FAULTS.map(({ fromMinute, toMinute, title }) => ({ fromMinute, toMinute, title })),
    minutes: measured,
  };
}
