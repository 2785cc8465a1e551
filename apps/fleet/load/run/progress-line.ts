import type { PhaseResult } from '../results/load-result.js';
import type { TimelineSecond } from '../results/timeline.js';
import { milliseconds, percent } from '../results/format.js';

/** What a person sees each second: the second, and the phase up to now. */
export function progressLine(
  { second, phase, requests, p99Ms }: TimelineSecond,
  { answers, errors, lagMs }: PhaseResult,
  upstreamCalls: number | undefined,
): string {
  return [
    `${String(second + 1).padStart(4)} s`,
    phase.padEnd(10),
    `${requests}/s`.padStart(7),
    `p99 ${milliseconds(p99Ms)}`,
    `hits ${percent(answers.hit.share)}`,
    `errors ${errors.count}`,
    `upstream calls ${upstreamCalls ?? 'not measured'}`,
    `lag p99 ${milliseconds(lagMs.p99)}`,
  ].join('  ');
}
