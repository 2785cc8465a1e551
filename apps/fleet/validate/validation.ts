import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import { PODS_PER_REGION } from '../../../packages/local-stack/region.js';
import { RequestDraw } from '../trace/endpoints.js';
import type { World } from '../world/world.js';
import { compareSides, type Comparison } from './report/compare-sides.js';
import { outcomeOf, type Outcome } from './report/outcome.js';
import { playOverHttp, type Played } from './sides/http-side.js';
import type { SideFigures } from './sides/side-figures.js';
import { playInVirtualTime } from './sides/virtual-side.js';
import { busiestHour, requestsAt } from './trace/hour-trace.js';
import { servedFleet } from './trace/served-fleet.js';
import type { ValidateOptions } from './validate-options.js';
import { windowsAtSpeed } from './windows-at-speed.js';

const GRID = 'metres:1000';

/** Both sides of one run. */
export interface Validation extends Outcome {
  /** The busiest hour of the day, by UTC. */
  readonly hour: number;
  readonly watches: number;
  readonly requests: number;
  /** As `WINDOWS` of the product. */
  readonly windows: { readonly plan: string; readonly http: string };
  readonly plan: SideFigures;
  readonly http: Played;
  readonly comparison: Comparison;
}

export interface Validating {
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Plays the same requests on both sides. @throws when a process does not start, or does not answer */
export async function validate(
  world: World,
  options: ValidateOptions,
  { signal, say }: Validating,
): Promise<Validation> {
  const { seed, speed, maxLagMs } = options;
  const windows = { plan: windowsAtSpeed(1), http: windowsAtSpeed(speed) };
  const draws = new RequestDraw(options.mix);
  const fleet = servedFleet(world, parseCellGrid(GRID), options);
  const { sites, keys, watches } = fleet;
  const trace = requestsAt(busiestHour(sites, options), fleet.isServed);
  const inPlan = { seed, draws, keys, grid: GRID, windows: windows.plan, pods: PODS_PER_REGION };
  const plan = playInVirtualTime(trace, { ...inPlan, watches: sites.watches });
  const { hour, length: requests } = trace;
  say(`validate: ${requests} requests from ${hour}:00 UTC, ${speed} times faster …`);
  const settings = settingsOf(windows.http);
  const http = await playOverHttp(trace, { sites, draws, speed, settings, signal, say });
  const comparison = compareSides(plan, http.figures, options.tolerancePercent);
  const outcome = outcomeOf({ plan, http, comparison, maxLagMs, signal });
  return { ...outcome, hour, watches, requests, windows, plan, http, comparison };
}

/** Of the pods. A slow reply of Redis must not turn it off: pods would call for themselves. */
function settingsOf(windows: string): Readonly<Record<string, string>> {
  return { WINDOWS: windows, CELL_GRID: GRID, ACCESS_LOG_SAMPLE: '0', REDIS_TIMEOUT_MS: '1000' };
}
