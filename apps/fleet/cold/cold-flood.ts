import { setImmediate as turn } from 'node:timers/promises';
import { mock } from 'node:test';
import { Random } from '../world/random.js';
import { VirtualPod, type Outcome } from './virtual-pod.js';
import { VirtualProvider } from './virtual-provider.js';

/** Where a watch is: its cell, and the place that the provider finds for it. */
export interface ColdWatch {
  readonly cell: string;
  readonly place: string;
}

export interface FloodOptions {
  readonly watches: readonly ColdWatch[];
  readonly perSecond: number;
  readonly seconds: number;
  readonly latencyMs: number;
  readonly seed: number;
}

/** One request, repeated ones too. Milliseconds since the arrival of the first watch. */
export interface FloodAnswer extends Outcome {
  readonly watch: ColdWatch;
  readonly askedAtMs: number;
  readonly answeredAtMs: number;
}

export interface Flood {
  readonly answers: readonly FloodAnswer[];
  readonly callsPerSecond: readonly number[];
  readonly mostRunning: number;
}

const STEP_MS = 5;
const [ARRIVALS, CHANCE] = [8, 9];

/**
 * All watches of another region arrive at one pod that knows nothing: each asks once in turn, and once more after them.
 * A refused watch comes back after its Retry-After. In virtual time, so that the speed of the machine does not matter.
 */
export async function flood(options: FloodOptions): Promise<Flood> {
  mock.timers.enable({ apis: ['setTimeout', 'setInterval', 'Date'] });
  try {
    return await played(options);
  } finally {
    mock.timers.reset();
  }
}

async function played({
  watches,
  perSecond,
  seconds,
  latencyMs,
  seed,
}: FloodOptions): Promise<Flood> {
  const provider = new VirtualProvider(latencyMs);
  const chance = new Random(seed, CHANCE);
  const pod = new VirtualPod(provider, () => chance.unit());
  const answers: FloodAnswer[] = [];
  const startedAtMs = Date.now();
  const now = (): number => Date.now() - startedAtMs;
  const ask = async (watch: ColdWatch): Promise<void> => {
    const askedAtMs = now();
    const outcome = await pod.ask(watch.cell, watch.place);
    answers.push({ ...outcome, watch, askedAtMs, answeredAtMs: now() });
    const retryAfterMs = 1_000 * Math.ceil(outcome.retryAfterMs / 1_000);
    if (outcome.served === 'refused') setTimeout(() => void ask(watch), retryAfterMs);
  };
  const arrivals = arrivalTimes(perSecond, seconds, seed);
  const callsPerSecond: number[] = [];
  let next = 0;
  for (let atMs = 0; atMs < 1_000 * seconds; atMs += STEP_MS) {
    for (; (arrivals[next] ?? Infinity) < atMs; next += 1) {
      const watch = watches[next % watches.length];
      if (watch) void ask(watch);
    }
    await turn();
    mock.timers.tick(STEP_MS);
    await turn();
    const second = Math.floor(atMs / 1_000);
    callsPerSecond[second] = (callsPerSecond[second] ?? 0) + provider.calls;
    provider.calls = 0;
  }
  return { answers, callsPerSecond, mostRunning: provider.mostRunning };
}

/** A Poisson process with a given number of arrivals. */
function arrivalTimes(perSecond: number, seconds: number, seed: number): Float64Array {
  const random = new Random(seed, ARRIVALS);
  const length = perSecond * seconds;
  return Float64Array.from({ length }, () => 1_000 * seconds * random.unit()).toSorted();
}
