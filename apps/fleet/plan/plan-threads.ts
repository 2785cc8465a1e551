import { Worker } from 'node:worker_threads';
import { CityPlanner } from './city-planner.js';
import type { PlanJob } from './plan-job.js';
import { addParts, type PlanPart } from './plan-part.js';

/** From a thread: it planned so many requests since its last message; with its part when it has no more to do. */
export interface ThreadReport {
  readonly requests: number;
  readonly part?: PlanPart;
}

const THREAD = new URL('./plan-thread.js', import.meta.url);
const BATCHES = 500;
/** Most memory is in typed arrays, outside this heap; without a limit V8 would collect later, and need more. */
const HEAP = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 256 };

/**
 * Plans all cities.
 * @param workers number of threads; 0 = in this one
 * @param onProgress receives the number of requests of each batch
 */
export async function planCities(
  job: PlanJob,
  rows: readonly number[],
  workers: number,
  onProgress: (requests: number) => void,
): Promise<PlanPart> {
  const batches = batchesOf(job, rows);
  if (workers === 0) return planHere(job, batches, onProgress);
  const parts = await Promise.all(
    Array.from({ length: workers }, () => planInThread(job, batches, onProgress)),
  );
  return parts.reduce(addParts);
}

function planHere(
  job: PlanJob,
  batches: readonly (readonly number[])[],
  onProgress: (requests: number) => void,
): PlanPart {
  const planner = new CityPlanner(job);
  for (const batch of batches) {
    onProgress(batch.reduce((sum, row) => sum + planner.plan(row), 0));
  }
  return planner.result();
}

/** @param batches takes the next one whenever the thread is ready, the largest cities first */
async function planInThread(
  job: PlanJob,
  batches: (readonly number[])[],
  onProgress: (requests: number) => void,
): Promise<PlanPart> {
  const thread = new Worker(THREAD, { workerData: job, resourceLimits: HEAP });
  try {
    return await new Promise((resolve, reject) => {
      thread.on('error', reject);
      thread.on('exit', (code) =>
        reject(new Error(`a thread of the plan ended with code ${code}`)),
      );
      thread.on('message', ({ requests, part }: ThreadReport) => {
        onProgress(requests);
        if (part) resolve(part);
        else thread.postMessage(batches.shift() ?? null, []);
      });
    });
  } finally {
    await thread.terminate();
  }
}

/** Batches of cities with about as many watches. */
function batchesOf({ fleet }: PlanJob, rows: readonly number[]): (readonly number[])[] {
  const watchesIn = (row: number): number => fleet.present[row] ?? 0;
  const total = rows.reduce((sum, row) => sum + watchesIn(row), 0);
  const batches: number[][] = [];
  let full = true;
  let watches = 0;
  for (const row of rows.toSorted((a, b) => watchesIn(b) - watchesIn(a))) {
    if (full) [batches[batches.length], watches] = [[], 0];
    batches.at(-1)?.push(row);
    watches += watchesIn(row);
    full = watches >= total / BATCHES;
  }
  return batches;
}
