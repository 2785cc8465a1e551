import { PHASES, type PhaseName } from '../plan/rate-segment.js';
import type { Latency } from './latency-histogram.js';
import { ANSWERS, type PhaseResult, type ThresholdResult } from './load-result.js';

const OPERATORS: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};
const STATISTICS: readonly (keyof Latency)[] = ['p50', 'p90', 'p95', 'p99', 'p999', 'max', 'mean'];
const TIMES = [...ANSWERS, 'latency', 'lag'] as const;

const NUMBERS: Readonly<Record<string, (result: PhaseResult) => number | null>> = {
  errors: ({ errors }) => errors.share,
  dropped: ({ dropped }) => dropped,
  notSent: ({ notSent }) => notSent,
  requests: ({ requests }) => requests,
  hitShare: ({ answers }) => answers.hit.share,
  staleShare: ({ answers }) => answers.stale.share,
  missShare: ({ answers }) => answers.miss.share,
  upstreamCalls: ({ upstreamCalls }) => upstreamCalls,
  upstreamShare: ({ upstreamShare }) => upstreamShare,
};

/** A condition that a run must meet. */
export interface Threshold {
  readonly expression: string;
  /** Null: all measured phases. */
  readonly phase: PhaseName | null;
  /** Null where it was not measured. */
  readonly valueOf: (result: PhaseResult) => number | null;
  readonly holds: (value: number) => boolean;
}

/**
 * Parses `[phase.]metric[.statistic]<number`, for example `hit.p99<50`, `errors<0.001`, `wave.upstreamShare<0.01`.
 * @throws when it is none of these, with the words that are known
 */
export function parseThreshold(expression: string): Threshold {
  const [, path = '', operator = '', limit = ''] =
    /^([\w.]+)\s*(<=|>=|<|>)\s*(\d+(?:\.\d+)?)$/.exec(expression.trim()) ?? [];
  const holds = OPERATORS[operator];
  const words = path.split('.');
  const phase = PHASES.find((name) => name === words[0]) ?? null;
  const valueOf = metric(phase ? words.slice(1) : words);
  if (!holds || !valueOf) throw new Error(`${expression} is not a threshold. ${KNOWN}`);
  return { expression, phase, valueOf, holds: (value) => holds(value, Number(limit)) };
}

/** Judges a run. A value that was not measured does not pass. */
export function judge(
  { expression, phase, valueOf, holds }: Threshold,
  measured: PhaseResult,
  phases: Partial<Readonly<Record<PhaseName, PhaseResult>>>,
): ThresholdResult {
  const result = phase ? phases[phase] : measured;
  const value = result ? valueOf(result) : null;
  return { expression, value, passed: value !== null && holds(value) };
}

function metric([name = '', statistic, ...rest]: readonly string[]): Threshold['valueOf'] | null {
  if (rest.length > 0) return null;
  if (statistic === undefined) return Object.hasOwn(NUMBERS, name) ? (NUMBERS[name] ?? null) : null;
  const time = TIMES.find((known) => known === name);
  const found = STATISTICS.find((known) => known === statistic);
  if (!time || !found) return null;
  return (result) => timesOf(result, time)[found];
}

function timesOf(result: PhaseResult, time: (typeof TIMES)[number]): Latency {
  if (time === 'latency') return result.latencyMs;
  if (time === 'lag') return result.lagMs;
  return result.answers[time].latencyMs;
}

const KNOWN = [
  `Expected [phase.]metric, one of ${Object.keys(OPERATORS).join(' ')}, and a number, such as hit.p99<50.`,
  `Phases: ${PHASES.join(', ')}.`,
  `Milliseconds: ${TIMES.join(', ')}, each with .${STATISTICS.join(', .')}.`,
  `Numbers: ${Object.keys(NUMBERS).join(', ')}.`,
].join('\n');
