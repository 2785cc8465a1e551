import { setTimeout as delay } from 'node:timers/promises';
import { quantile } from '../report/quantile.js';
import type { FloodResult, WatchTimes } from './flood-result.js';
import { FloodStage } from './flood-stage.js';
import type { Flood } from './kinds/flood.js';
import { FLOODS } from './kinds/floods.js';
import type { WatchSamples } from './watch/warm-watch.js';

/** The warm watch asks this long before each flood. */
const MAX_REST_MS = 10_000;
const MIN_REST_MS = 1_000;
const MOST_TOKENS = 50_000;

/**
 * Sends one flood after the other to one pod.
 * @param share of the full amounts, above 0, at most 1
 */
export async function runFloods(
  share: number,
  print: (line: string) => void,
): Promise<readonly FloodResult[]> {
  print('Minting tokens …');
  const stage = await FloodStage.start(Math.ceil(MOST_TOKENS * share));
  try {
    const results: FloodResult[] = [];
    for (const flood of FLOODS) {
      print(`${flood.name} …`);
      results.push(await runFlood(flood, share, stage));
    }
    return results;
  } finally {
    await stage.stop();
  }
}

async function runFlood(flood: Flood, share: number, stage: FloodStage): Promise<FloodResult> {
  const { watch, memory, target } = stage;
  const restMs = Math.max(MIN_REST_MS, MAX_REST_MS * share);
  const before = timesOf(await watch.askDuring(() => delay(restMs)));
  memory.resetPeak();
  const amount = Math.ceil(flood.amount * share);
  const startedMs = performance.now();
  let outcomes: FloodResult['outcomes'] = {};
  const during = timesOf(
    await watch.askDuring(async () => {
      outcomes = Object.fromEntries(await flood.send(target, amount));
    }),
  );
  const seconds = (performance.now() - startedMs) / 1_000;
  const { peakMiB } = memory;
  return { name: flood.name, amount, outcomes, seconds, peakMiB, before, during };
}

function timesOf({ timesMs, failed }: WatchSamples): WatchTimes {
  return {
    p50Ms: quantile(timesMs, 0.5),
    p99Ms: quantile(timesMs, 0.99),
    longestMs: quantile(timesMs, 1),
    requests: timesMs.length,
    failed,
  };
}
