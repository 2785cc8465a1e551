import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import { PODS_PER_REGION } from '../../../packages/local-stack/region.js';
import { DATASET_NAMES } from '../../../src/weather/datasets/registry.js';
import { judge, parseThreshold } from '../load/results/threshold.js';
import { verdict } from '../load/results/verdict.js';
import { RequestDraw } from '../trace/endpoints.js';
import { distributeFleet } from '../world/fleet.js';
import type { World } from '../world/world.js';
import { compareSides, type Comparison } from './report/compare-sides.js';
import { playOverHttp, type Played } from './sides/http-side.js';
import type { SideFigures } from './sides/side-figures.js';
import { playInVirtualTime } from './sides/virtual-side.js';
import { busiestHour, requestsAt } from './trace/hour-trace.js';
import { simulatedKeys } from './trace/simulated-keys.js';
import { WatchSites } from './trace/watch-sites.js';
import type { ValidateOptions } from './validate-options.js';
import { windowsAtSpeed } from './windows-at-speed.js';

const GRID = 'metres:1000';
/** More would change what both sides count. */
const FEW_ERRORS = 'errors<0.001';
const MOST_LOST_READS = 0.005;

/** Both sides of one run. */
export interface Validation {
  readonly outcome: 'agrees' | 'differs' | 'invalid' | 'stopped';
  /** Why the run is not valid, or ended early. */
  readonly reasons: readonly string[];
  /** The busiest hour of the day, by UTC. */
  readonly hour: number;
  /** That live where the simulator has all datasets; the others take no part. */
  readonly watches: number;
  readonly requests: number;
  readonly windows: { readonly plan: string; readonly http: string };
  readonly plan: SideFigures;
  readonly http: Played;
  readonly comparison: Comparison;
}

/** Plays the same requests on both sides. @throws when a process does not start, or does not answer */
export async function validate(
  world: World,
  options: ValidateOptions,
  { signal, say }: { readonly signal: AbortSignal; readonly say: (line: string) => void },
): Promise<Validation> {
  const { watches, seed, speed, mix, tolerancePercent } = options;
  const windows = { plan: windowsAtSpeed(1), http: windowsAtSpeed(speed) };
  const draws = new RequestDraw(mix);
  const { sites, keys, isServed } = servedFleet(world, watches, seed);
  const trace = requestsAt(busiestHour(sites, options), isServed);
  const plan = playInVirtualTime(trace, {
    ...{ seed, draws, keys, grid: GRID, windows: windows.plan },
    watches: sites.watches,
    pods: PODS_PER_REGION,
  });
  say(`validate: ${trace.length} requests from ${trace.hour}:00 UTC, ${speed} times faster …`);
  const settings = settingsOf(windows.http);
  const http = await playOverHttp(trace, { sites, draws, speed, settings, signal, say });
  const comparison = compareSides(plan, http.figures, tolerancePercent);
  return {
    ...outcomeOf(plan, http, comparison, options, signal),
    hour: trace.hour,
    watches: servedWatches(isServed),
    requests: trace.length,
    windows,
    plan,
    http,
    comparison,
  };
}

/**
 * A fleet of which about so many watches live where the simulated provider has all datasets: its map of the coasts is
 * coarse.
 */
function servedFleet(world: World, watches: number, seed: number) {
  const grid = parseCellGrid(GRID);
  const drawn = (count: number) => {
    const sites = new WatchSites(world, distributeFleet(world, count, seed), seed);
    return { sites, ...simulatedKeys(sites, grid) };
  };
  const served = servedWatches(drawn(watches).isServed);
  return drawn(Math.round((watches * watches) / Math.max(1, served)));
}

/** By their homes. */
function servedWatches(isServed: Uint8Array): number {
  return isServed.reduce((sum, is, site) => sum + (site % 2 === 0 ? is : 0), 0);
}

/** A read that fails is in no counter of a pod, and its request need not fail. */
function lostReads(plan: SideFigures, http: SideFigures): readonly string[] {
  return DATASET_NAMES.flatMap((name) => {
    const lost = plan[name].reads - http[name].reads;
    if (lost <= MOST_LOST_READS * plan[name].reads) return [];
    return [`${lost} of ${plan[name].reads} reads of ${name} failed: lower --speed`];
  });
}

/** Of the pods. A slow reply of Redis must not turn it off: pods would call for themselves. */
function settingsOf(windows: string): Readonly<Record<string, string>> {
  return { WINDOWS: windows, CELL_GRID: GRID, ACCESS_LOG_SAMPLE: '0', REDIS_TIMEOUT_MS: '1000' };
}

function outcomeOf(
  plan: SideFigures,
  { requests, figures }: Played,
  { agrees }: Comparison,
  { maxLagMs }: ValidateOptions,
  { aborted, reason }: AbortSignal,
): Pick<Validation, 'outcome' | 'reasons'> {
  const thresholds = [judge(parseThreshold(FEW_ERRORS), requests, {})];
  const stopReason = aborted ? String(reason) : undefined;
  const judged = verdict({ phases: { hold: requests }, thresholds, maxLagMs, stopReason });
  const reasons = [...judged.reasons, ...lostReads(plan, figures)];
  if (judged.outcome === 'stopped') return { outcome: 'stopped', reasons };
  if (reasons.length > 0) return { outcome: 'invalid', reasons };
  return { outcome: agrees ? 'agrees' : 'differs', reasons };
}
