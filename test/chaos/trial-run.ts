import { setTimeout as delay } from 'node:timers/promises';
import { underLoad } from '../support/steady-load.js';
import type { TrialTiming } from './trial-timing.js';
import type { Pod, ChaosRegion } from './region/chaos-region.js';
import type { Trial } from './trials.js';
import type { WatchResult, Watches } from './watches/watches.js';

/** The rate for both pods of a region together. */
export const REQUESTS_PER_SECOND = 40;
/** A breaker waits up to 30 s for its next probe, which may take 3 s. */
const MAX_RECOVERY_MS = 35_000;
const POLL_INTERVAL_MS = 50;

/** The state and the output of one process during a trial. */
export interface PodReport {
  readonly pod: Pod;
  readonly isRunning: boolean;
  readonly baselineLoopP99Ms: number;
  readonly faultLoopP99Ms: number;
  readonly output: string;
  readonly stray: readonly string[];
  /** Messages logged at level error or fatal. */
  readonly errors: readonly string[];
}

/** The result of one trial. */
export interface TrialResult {
  readonly trial: Trial;
  readonly results: readonly WatchResult[];
  readonly pods: readonly PodReport[];
  /** Calls to the provider during the fault. */
  readonly upstreamCalls: number;
  /** From the end of the fault until everything was fresh; undefined when the trial did not wait or timed out. */
  readonly recoveryMs: number | undefined;
}

/** Injects a fault into a region's provider under load: baseline, fault, recovery. */
export async function runTrial(
  trial: Trial,
  region: ChaosRegion,
  watches: Watches,
  { baselineMs, faultMs }: TrialTiming,
): Promise<TrialResult> {
  const { simulator } = region.world;
  await watches.warmUp();
  const before = region.pods.map(markOf);
  const loopDelays: number[][] = [];
  const measureLoops = async (): Promise<unknown> =>
    loopDelays.push(await Promise.all(region.pods.map(({ api }) => api.loopDelayP99Ms())));
  let [upstreamCalls, endedAtMs] = [0, 0];
  watches.results = [];
  watches.phase = 'baseline';
  await measureLoops();
  await underLoad(REQUESTS_PER_SECOND, watches.send, async () => {
    await delay(baselineMs);
    await measureLoops();
    simulator.resetCalls();
    simulator.fault = trial.fault;
    watches.phase = 'fault';
    await delay(faultMs);
    upstreamCalls = simulator.calls.total;
    simulator.fault = undefined;
    watches.phase = 'recovery';
    endedAtMs = performance.now();
    await measureLoops();
    if (trial.recovery === 'soon') await untilRecovered(watches, region.pods);
  });
  const { results } = watches;
  const endOfRecoveryMs = recoveredAtMs(results, region.pods);
  return {
    trial,
    results,
    upstreamCalls,
    recoveryMs:
      endOfRecoveryMs === undefined ? undefined : Math.max(0, endOfRecoveryMs - endedAtMs),
    pods: region.pods.map((pod, index) => ({
      pod,
      isRunning: pod.api.running,
      baselineLoopP99Ms: loopDelays[1]?.[index] ?? NaN,
      faultLoopP99Ms: loopDelays[2]?.[index] ?? NaN,
      ...writtenSince(before[index], pod),
    })),
  };
}

async function untilRecovered({ results }: Watches, pods: readonly Pod[]): Promise<void> {
  const deadlineMs = performance.now() + MAX_RECOVERY_MS;
  while (performance.now() < deadlineMs && recoveredAtMs(results, pods) === undefined) {
    await delay(POLL_INTERVAL_MS);
  }
}

/** When the last pod had served every topic fresh, and a cold position with the provider's weather. */
function recoveredAtMs(results: readonly WatchResult[], pods: readonly Pod[]): number | undefined {
  const topics = [...new Set(results.map(({ topic }) => topic))];
  const firsts = pods.flatMap((pod) =>
    topics.map(
      (topic) =>
        results.find(
          (result) => result.pod === pod && result.topic === topic && isRecovered(result),
        )?.answeredAtMs,
    ),
  );
  return firsts.includes(undefined) ? undefined : Math.max(...(firsts as number[]));
}

function isRecovered({
  watch,
  requestPhase,
  isCorrect,
  staleSeconds,
  origin,
}: WatchResult): boolean {
  if (requestPhase !== 'recovery' || !isCorrect || staleSeconds > 0) return false;
  return watch === 'warm' || origin === 'accwea';
}

interface OutputMark {
  readonly output: number;
  readonly stray: number;
  readonly lines: number;
}

function markOf({ api }: Pod): OutputMark {
  return { output: api.output.length, stray: api.stray.length, lines: api.lines.length };
}

function writtenSince(
  { output, stray, lines }: OutputMark = { output: 0, stray: 0, lines: 0 },
  { api }: Pod,
): Pick<PodReport, 'output' | 'stray' | 'errors'> {
  return {
    output: api.output.slice(output),
    stray: api.stray.slice(stray),
    errors: api.lines
      .slice(lines)
      .filter((line) => /error|fatal/.test(String(line['log.level'])))
      .map(({ message }) => String(message)),
  };
}
