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
  ['cold, with fall-back', 27],
  ['warm p99, ms: calm → fault', 26],
  ['loop p99, ms', 12],
  ['calls', 5],
  ['well again after', 34],
];

/** Head of the table, as lines of Markdown. */
export function head(): string[] {
  const rule = COLUMNS.map(([, width]) => '-'.repeat(width));
  return [line(COLUMNS.map(([title]) => title)), line(rule)];
}

/** A line of the table: what an operator would want to know of a fault. */
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

/** By the provider: answers that came when it was well again. */
function coldCell(cold: readonly Sight[]): string {
  const kinds = new Map<string, number>();
  for (const { status, answered, origin } of cold) {
    const isLate = answered === 'aftermath' && origin === 'accwea';
    const kind = isLate ? 'late' : String(status);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const told = [...kinds].map(([kind, times]) => `${times} × ${kind}`).join(', ');
  return `${told}, ≤ ${seconds(longest(cold.map(({ tookMs }) => tookMs)))}`;
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

A region is two pods on a Redis, the second with Open-Meteo as its fall-back. Watches ask them ${PER_SECOND} times a second: in
turn eight endpoints and views at warm positions, and one time in ${COLD_EVERY} at a position that nobody asked for before.
${seconds(calmMs)} of calm, then ${seconds(faultMs)} in which AccuWeather (the simulator) fails in one way at every endpoint, unless the line says
otherwise; then until all is well again. Windows are seconds long, so that warm records go stale, and past being refreshed
behind the answer. Providers' clocks stand still: what was said before the fault is right. Two regions are tried at a time on
one machine, which also makes the load and the weather: compare the times of a line with each other.

- **warm watches**: how many were answered with the right values, and how long ago the oldest copy had ceased to be fresh.
- **cold watches**: what they were told, and after how long at most. \`late\`: asked during the fault, answered after it.
- **loop p99**: what 99 of 100 delays of a pod's event loop stayed below during the fault, the worse of both.
- **calls**: to AccuWeather by both pods while it failed, those included that watches of other endpoints caused.
- **well again after**: until both pods had answered every topic fresh, and a cold position from AccuWeather. By design
  a refused key is tried every 5 minutes and a spent quota every 1 to 15, and what was said of a place stands for 10:
  there nobody waited. A breaker probes after 2, 4, 8, 16 and then 30 seconds.

In every line: no process ended, nothing was written but log lines, none of them an error but the one that asks for another
key, and no key, token or position was in them; a 503 had \`Retry-After\`.

${[...head(), ...rows].join('\n')}
`;
}
