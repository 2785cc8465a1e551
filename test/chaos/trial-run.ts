import { setTimeout as delay } from 'node:timers/promises';
import { underLoad } from '../support/steady-load.js';
import type { Pace } from './pace.js';
import type { Pod, Region } from './region/region.js';
import type { Trial } from './trials.js';
import type { Sight, Watches } from './watches/watches.js';

/** Of both pods of a region together. */
export const PER_SECOND = 40;
/** A breaker waits up to 30 s for its next probe, which may take 3 s. */
const WELL_AGAIN_WITHIN_MS = 35_000;
const LOOK_EVERY_MS = 50;

/** What a process wrote during a trial, and how it fared. */
export interface PodReport {
  readonly pod: Pod;
  readonly isRunning: boolean;
  readonly calmLoopP99Ms: number;
  readonly faultLoopP99Ms: number;
  readonly output: string;
  readonly stray: readonly string[];
  /** What it logged as errors. */
  readonly errors: readonly string[];
}

/** What became of a trial. */
export interface Outcome {
  readonly trial: Trial;
  readonly seen: readonly Sight[];
  readonly pods: readonly PodReport[];
  /** Made to the provider while it failed. */
  readonly upstreamCalls: number;
  /** From the end of the fault until all was fresh again; undefined when nobody waited for it, or in vain. */
  readonly wellAgainMs: number | undefined;
}

/** Lets the provider of a region fail under load: calm, fault, and the time until all is well again. */
export async function runTrial(
  trial: Trial,
  region: Region,
  watches: Watches,
  { calmMs, faultMs }: Pace,
): Promise<Outcome> {
  const { simulator } = region.world;
  await watches.warmUp();
  const before = region.pods.map(markOf);
  const loopDelays: number[][] = [];
  const measureLoops = async (): Promise<unknown> =>
    loopDelays.push(await Promise.all(region.pods.map(({ api }) => api.loopDelayP99Ms())));
  let [upstreamCalls, endedAtMs] = [0, 0];
  watches.seen = [];
  watches.phase = 'calm';
  await measureLoops();
  await underLoad(PER_SECOND, watches.ask, async () => {
    await delay(calmMs);
    await measureLoops();
    simulator.resetCalls();
    simulator.fault = trial.fault;
    watches.phase = 'fault';
    await delay(faultMs);
    upstreamCalls = simulator.calls.total;
    simulator.fault = undefined;
    watches.phase = 'aftermath';
    endedAtMs = performance.now();
    await measureLoops();
    if (trial.recovers === 'soon') await untilWell(watches, region.pods);
  });
  const { seen } = watches;
  const wellAtMs = wellAt(seen, region.pods);
  return {
    trial,
    seen,
    upstreamCalls,
    wellAgainMs: wellAtMs === undefined ? undefined : Math.max(0, wellAtMs - endedAtMs),
    pods: region.pods.map((pod, index) => ({
      pod,
      isRunning: pod.api.running,
      calmLoopP99Ms: loopDelays[1]?.[index] ?? NaN,
      faultLoopP99Ms: loopDelays[2]?.[index] ?? NaN,
      ...writtenSince(before[index], pod),
    })),
  };
}

async function untilWell({ seen }: Watches, pods: readonly Pod[]): Promise<void> {
  const giveUpAtMs = performance.now() + WELL_AGAIN_WITHIN_MS;
  while (performance.now() < giveUpAtMs && wellAt(seen, pods) === undefined) {
    await delay(LOOK_EVERY_MS);
  }
}

/** When the last pod had answered each topic fresh, and a cold position with the provider's weather. */
function wellAt(seen: readonly Sight[], pods: readonly Pod[]): number | undefined {
  const topics = [...new Set(seen.map(({ topic }) => topic))];
  const firsts = pods.flatMap((pod) =>
    topics.map(
      (topic) =>
        seen.find((sight) => sight.pod === pod && sight.topic === topic && isWell(sight))
          ?.answeredAtMs,
    ),
  );
  return firsts.includes(undefined) ? undefined : Math.max(...(firsts as number[]));
}

function isWell({ watch, asked, isRight, pastSeconds, origin }: Sight): boolean {
  if (asked !== 'aftermath' || !isRight || pastSeconds > 0) return false;
  return watch === 'warm' || origin === 'accwea';
}

interface Mark {
  readonly output: number;
  readonly stray: number;
  readonly lines: number;
}

function markOf({ api }: Pod): Mark {
  return { output: api.output.length, stray: api.stray.length, lines: api.lines.length };
}

function writtenSince(
  { output, stray, lines }: Mark = { output: 0, stray: 0, lines: 0 },
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
