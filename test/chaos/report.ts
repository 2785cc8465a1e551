import { availableParallelism, cpus } from 'node:os';
import { ofWatch, p99Ms } from './complaints.js';
import type { Pace } from './pace.js';
import { PER_SECOND, type Outcome } from './trial-run.js';
import { TRIALS } from './trials.js';
import { COLD_EVERY, type Sight } from './watches/watches.js';

const COLUMNS: readonly (readonly [title: string, width: number])[] = [
  ['the provider', Math.max(...TRIALS.map(({ title }) => title.length))],
  ['warm watches', 31],
  ['cold watches', 27],
  ['cold, with fallback', 27],
  ['warm p99, ms: calm → fault', 26],
  ['loop p99, ms', 12],
  ['calls', 5],
  ['recovered after', 34],
];

/** Head of the table, as lines of Markdown. */
export function head(): string[] {
  const rule = COLUMNS.map(([, width]) => '-'.repeat(width));
  return [line(COLUMNS.map(([title]) => title)), line(rule)];
}

/** A line of the table: what an operator needs to know about a fault. */
export function row({ trial, seen, pods, upstreamCalls, ...outcome }: Outcome): string {
  const [warm, cold] = [ofWatch(seen, 'warm', 'fault'), ofWatch(seen, 'cold', 'fault')];
  const [before, during] = [ofWatch(seen, 'warm', 'calm'), warm].map(p99Ms);
  const loop = Math.max(...pods.map(({ faultLoopP99Ms }) => faultLoopP99Ms));
  return line([
    trial.title,
    warmCell(warm),
    coldCell(cold.filter(({ pod }) => !pod.hasFallback)),
    coldCell(cold.filter(({ pod }) => pod.hasFallback)),
    `${before?.toFixed(0)} → ${during?.toFixed(0)}`,
    loop.toFixed(0),
    String(upstreamCalls),
    wellCell({ trial, ...outcome }, cold),
  ]);
}

const longest = (values: readonly number[]): number => Math.max(0, ...values);
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function warmCell(warm: readonly Sight[]): string {
  const right = warm.filter(({ isRight }) => isRight).length;
  const oldest = longest(warm.map(({ pastSeconds }) => pastSeconds));
  return `${right} of ${warm.length} right, ≤ ${oldest} s old`;
}

/** `late` counts responses that the provider gave after its recovery. */
function coldCell(cold: readonly Sight[]): string {
  const kinds = new Map<string, number>();
  for (const { status, answered, origin } of cold) {
    const isLate = answered === 'aftermath' && origin === 'accwea';
    const kind = isLate ? 'late' : String(status);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const statuses = [...kinds].map(([kind, times]) => `${times} × ${kind}`).join(', ');
  return `${statuses}, ≤ ${seconds(longest(cold.map(({ tookMs }) => tookMs)))}`;
}

function wellCell(
  { trial, wellAgainMs }: Pick<Outcome, 'trial' | 'wellAgainMs'>,
  cold: readonly Sight[],
): string {
  switch (trial.recovers) {
    case 'soon':
      return wellAgainMs === undefined ? 'NOT IN TIME' : seconds(wellAgainMs);
    case 'paused':
      return `paused for ${pauseOf(cold)} s (by design)`;
    case 'stands':
      return 'places: 10 min (by design)';
  }
}

function pauseOf(cold: readonly Sight[]): number {
  return longest(
    cold.filter(({ pod }) => !pod.hasFallback).map((sight) => sight.retryAfterSeconds ?? 0),
  );
}

function line(cells: readonly string[]): string {
  const padded = cells.map((cell, index) => cell.padEnd(COLUMNS[index]?.[1] ?? 0));
  return `| ${padded.join(' | ')} |`;
}

/** `docs/chaos.md`: when, where and how, then the table. */
export function document({ faultMs, calmMs }: Pace, rows: readonly string[]): string {
  const day = new Date().toISOString().slice(0, 10);
  return `<!-- Written by \`npm run chaos\`; do not edit. -->

# What watches see while the provider fails

${day}, Node ${process.versions.node}, ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${process.platform}.

A region is two pods with one Redis; the second pod has Open-Meteo as its fallback. Watches send them ${PER_SECOND} requests per second: in
turn for eight endpoints and views at warm positions, and one in ${COLD_EVERY} for a position that was never requested before.
${seconds(calmMs)} of calm, then ${seconds(faultMs)} in which AccuWeather (the simulator) fails in one way at every endpoint, unless the line says
otherwise; then until recovery. Windows are seconds long, so that warm records become stale, and then expired.
The providers' clocks are frozen, so the values from before the fault are right. Two regions run at a time on
one machine, which also generates the load and the weather: compare only the times within a line.

- **warm watches**: how many responses had the right values, and how long ago the oldest copy had stopped being fresh.
- **cold watches**: statuses, and the longest wait. \`late\`: requested during the fault, answered after it.
- **loop p99**: 99th percentile of the event loop delay during the fault, the worse of both pods.
- **calls**: upstream calls to AccuWeather by both pods during the fault, including those for other endpoints.
- **recovered after**: until both pods served every topic fresh, and a cold position from AccuWeather. By design
  a rejected key is probed every 5 minutes and a spent quota every 1 to 15, and a rejection that concerns a place is remembered for 10;
  there the run did not wait. A breaker probes after 2, 4, 8, 16 and then 30 seconds.

In every line: no process ended; processes wrote only log lines, none at ERROR except the request for another
key, and none with a key, token or position; every 503 had \`Retry-After\`.

${[...head(), ...rows].join('\n')}
`;
}
