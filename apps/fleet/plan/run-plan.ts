import type { PlanResult } from '../report/plan-document.js';
import { requestsPerDay } from '../trace/polling.js';
import { distributeFleet } from '../world/fleet.js';
import type { World } from '../world/world.js';
import { paceOf } from './plan-pace.js';
import type { PlanJob } from './plan-job.js';
import type { PlanOptions } from './plan-options.js';
import { planCities } from './plan-threads.js';
import { PodMemory } from './pod-memory.js';
import { Progress } from './progress.js';
import { samplePlaces, type Sample } from './sample.js';
import { addSparseRow } from './sparse/add-sparse-row.js';
import { variantsOf } from './sweeps.js';

/** Requests of the places on which the pace of the budget is found. */
const PACE_REQUESTS = 2_000_000;
const MOST_WATCHES_OF_ROWS = 1_000_000;

/** Plans the fleet in this world. */
export async function runPlan(
  world: World,
  options: PlanOptions,
  say: (line: string) => void,
): Promise<PlanResult> {
  const fleet = distributeFleet(world, options.watches, options.seed);
  const sample = samplePlaces(fleet, options.seed, options.oneIn);
  const { days, polling } = options;
  const expected = (options.watches / sample.scale) * requestsPerDay(polling) * days;
  const rowSample = samplePlaces(fleet, options.seed, sample.oneIn * rowsOneIn(options, sample));
  const unpaced = jobOf(world, fleet, options, rowSample);
  const job = { ...unpaced, pace: findPace(unpaced, options, sample, expected) };
  const progress = new Progress(expected, say);
  const part = await planCities(job, sample.rows, options.workers, (requests) =>
    progress.add(requests),
  );
  return { job, part: addSparseRow(job, part, rowSample.scale), sample, rowSample };
}

/** Beyond a million watches, the rows of sweeps are of a part of the places. */
function rowsOneIn({ rowsOneIn, watches }: PlanOptions, { scale }: Sample): number {
  return rowsOneIn ?? Math.ceil(watches / scale / MOST_WATCHES_OF_ROWS);
}

function jobOf(
  world: World,
  fleet: PlanJob['fleet'],
  options: PlanOptions,
  rowSample: Sample,
): PlanJob {
  const { seed, days, polling, mix, people, pods, sweeps, watches, config, settings } = options;
  const reference = {
    grid: settings.CELL_GRID ?? 'metres:1000',
    people,
    windows: settings.WINDOWS ?? '',
    pods,
    podEntries: config.l1MaxEntries,
    infersPlaces: config.inferPlaces,
  };
  const variants = variantsOf(reference, sweeps, watches);
  const memory = new PodMemory(world, fleet, { mix, requestsPerDay: requestsPerDay(polling) });
  return {
    world,
    fleet,
    seed,
    days,
    polling,
    mix,
    variants,
    hasRows: flags(fleet.present.length, rowSample.rows),
    quotas: {
      missesPerHour: config.missLimitPerHour,
      refreshesPerHour: config.refreshLimitPerHour,
    },
    pace: undefined,
    podKeepsForMs: variants.map((variant) => memory.keepsForMs(variant)),
  };
}

function findPace(
  job: PlanJob,
  { config, seed }: PlanOptions,
  { rows, oneIn, scale }: Sample,
  requests: number,
): PlanJob['pace'] {
  const { accweaDailyBudget: perDay, accweaMonthlyBudget: perMonth, budgetMaxPods } = config;
  if (perDay === undefined && perMonth === undefined) return undefined;
  const step = Math.max(1, Math.ceil(requests / PACE_REQUESTS));
  const part = step === 1 ? { rows, scale } : samplePlaces(job.fleet, seed, step * oneIn);
  return paceOf(job, part, { limits: { perDay, perMonth }, maxPods: budgetMaxPods });
}

/** Shared by threads. */
function flags(length: number, set: readonly number[]): Uint8Array {
  const all = new Uint8Array(new SharedArrayBuffer(length));
  for (const row of set) all[row] = 1;
  return all;
}
