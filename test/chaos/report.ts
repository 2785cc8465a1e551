import { availableParallelism, cpus } from 'node:os';
import { resultsOf, p99Ms } from './violations.js';
import type { TrialTiming } from './trial-timing.js';
import { REQUESTS_PER_SECOND, type TrialResult } from './trial-run.js';
import { TRIALS } from './trials.js';
import { COLD_EVERY, type WatchResult } from './watches/watches.js';

const COLUMNS: readonly (readonly [title: string, width: number])[] = [
  ['fault', Math.max(...TRIALS.map(({ title }) => title.length))],
  ['warm watches', 34],
  ['cold watches', 27],
  ['cold, with fallback', 27],
  ['warm p99, ms: before → fault', 28],
  ['loop p99, ms', 12],
  ['calls', 5],
  ['recovered after', 38],
];

/** The header rows of the Markdown table. */
export function head(): string[] {
  const rule = COLUMNS.map(([, width]) => '-'.repeat(width));
  return [line(COLUMNS.map(([title]) => title)), line(rule)];
}

/** One row of the table: what an operator needs to know about a fault. */
export function row({ trial, results, pods, upstreamCalls, ...outcome }: TrialResult): string {
  const [warm, cold] = [resultsOf(results, 'warm', 'fault'), resultsOf(results, 'cold', 'fault')];
  const [before, during] = [resultsOf(results, 'warm', 'baseline'), warm].map(p99Ms);
  const loop = Math.max(...pods.map(({ faultLoopP99Ms }) => faultLoopP99Ms));
  return line([
    trial.title,
    warmCell(warm),
    coldCell(cold.filter(({ pod }) => !pod.hasFallback)),
    coldCell(cold.filter(({ pod }) => pod.hasFallback)),
    `${before?.toFixed(0)} → ${during?.toFixed(0)}`,
    loop.toFixed(0),
    String(upstreamCalls),
    recoveryCell({ trial, ...outcome }, cold),
  ]);
}

const longest = (values: readonly number[]): number => Math.max(0, ...values);
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function warmCell(warm: readonly WatchResult[]): string {
  const right = warm.filter(({ isCorrect }) => isCorrect).length;
  const oldest = longest(warm.map(({ staleSeconds }) => staleSeconds));
  return `${right} of ${warm.length} correct, ≤ ${oldest} s stale`;
}

/** `late` counts answers of the provider that came after the fault ended. */
function coldCell(cold: readonly WatchResult[]): string {
  const kinds = new Map<string, number>();
  for (const { status, responsePhase, origin } of cold) {
    const isLate = responsePhase === 'recovery' && origin === 'accwea';
    const kind = isLate ? 'late' : String(status);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const counts = [...kinds].map(([kind, times]) => `${times} × ${kind}`).join(', ');
  return `${counts}, ≤ ${seconds(longest(cold.map(({ durationMs }) => durationMs)))}`;
}

function recoveryCell(
  { trial, recoveryMs }: Pick<TrialResult, 'trial' | 'recoveryMs'>,
  cold: readonly WatchResult[],
): string {
  switch (trial.recovery) {
    case 'soon':
      return recoveryMs === undefined ? 'not in time' : seconds(recoveryMs);
    case 'cooldown':
      return `cooldown of ${cooldownSeconds(cold)} s (by design)`;
    case 'place-error':
      return 'refusals kept for minutes (by design)';
  }
}

function cooldownSeconds(cold: readonly WatchResult[]): number {
  return longest(
    cold.filter(({ pod }) => !pod.hasFallback).map((result) => result.retryAfterSeconds ?? 0),
  );
}

function line(cells: readonly string[]): string {
  const padded = cells.map((cell, index) => cell.padEnd(COLUMNS[index]?.[1] ?? 0));
  return `| ${padded.join(' | ')} |`;
}

/** The text of `docs/chaos.md`: date, machine and method, then the table. */
export function document({ faultMs, baselineMs }: TrialTiming, rows: readonly string[]): string {
  const day = new Date().toISOString().slice(0, 10);
  return `<!-- Written by \`npm run chaos\`; do not edit. -->

# What watches see while the provider fails

![requests, calls and budget during an hour in which the provider fails twice](bad-hour.svg)

The hour above is in real time, with the windows of production: \`npm run chaos -- --hour\`. The table below is another run.

${day}, Node ${process.versions.node}, ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${process.platform}.

A region is two pods that share a Redis; the second pod uses Open-Meteo as its fallback. Watches send ${REQUESTS_PER_SECOND} requests a second:
they alternate between eight endpoints and views at warm positions, and one request in ${COLD_EVERY} is for an uncached position.
Each trial runs ${seconds(baselineMs)} without a fault, then ${seconds(faultMs)} in which AccuWeather (the simulator) fails in one way on every endpoint
(unless the row says otherwise), then until everything has recovered. Freshness windows are a few seconds long, so that warm
records become stale and then expired. The providers' clocks stand still, so the weather before the fault stays correct. Two
trials run at a time on one machine, which also runs the load and the simulators: compare the times within a row only.

- **warm watches**: how many answers had the correct values, and how long past its freshness window the oldest copy was.
- **cold watches**: the statuses and the longest response time. \`late\`: sent during the fault, answered after it.
- **loop p99**: the 99th percentile of a pod's event loop delay during the fault, the worse of both pods.
- **calls**: calls of both pods to AccuWeather during the fault, including those caused by requests to other endpoints.
- **recovered after**: until both pods had served fresh data on every topic, and a cold position from AccuWeather. By design
  a rejected key is retried every 5 minutes, a spent quota every 1 to 15 minutes, and what a place or a dataset was refused after
  1 to 15 minutes; the run does not wait for these. A circuit breaker probes after 2, 4, 8, 16 and then 30 seconds.
- faults of one place, one dataset or one span only: cold watches are at other places, and must get the provider's weather throughout.

For every row the run checks that no process ended; that only log lines were written, with no error except the one that asks for
a new key; that they contain no key, token or position; and that every 503 has \`Retry-After\`.

${[...head(), ...rows].join('\n')}
`;
}
