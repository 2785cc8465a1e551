import { COSTS } from '../../plan/costs.js';
import type { TallyData } from '../../cache/read-tally.js';
import type { PlanPart } from '../../plan/plan-part.js';
import { ENDPOINT_NAMES } from '../../trace/endpoints.js';
import { dayCurve, type QuarterHour } from './day-curve.js';
import { round } from './numbers.js';
import type { Scale } from './row-figures.js';

const SECONDS_PER_DAY = 86_400;
const EXTRA: Readonly<Record<string, number>> = COSTS.endpointMicroseconds;

/** What the fleet demands of pods, Redis and the log collector. */
export interface LoadFigures {
  readonly requestsPerDay: number;
  readonly requestsPerSecond: { readonly mean: number; readonly peak: number };
  /** The day, by UTC, in 96 parts. */
  readonly byQuarterHour: readonly QuarterHour[];
  readonly cpu: {
    readonly microsecondsPerRequest: number;
    /** Cores in use. */
    readonly coresMean: number;
    readonly coresPeak: number;
    /** Pods of one core at the autoscaler's target. */
    readonly podsMean: number;
    readonly podsPeak: number;
    readonly source: string;
  };
  readonly redis: {
    readonly records: number;
    readonly memoryBytes: number;
    readonly commandsPerSecondMean: number;
    readonly commandsPerSecondPeak: number;
  };
  readonly log: { readonly linesPerDay: number; readonly bytesPerDay: number };
}

export function loadFigures(
  part: PlanPart,
  { days, scale }: Scale,
  { pods, logSample }: { readonly pods: number; readonly logSample: number },
): LoadFigures {
  const seconds = days * SECONDS_PER_DAY;
  const mean = (part.requests * scale) / seconds;
  const peak = part.perSecond.reduce((a, b) => Math.max(a, b), 0) * scale;
  const tallies = [...(part.rows[0]?.tallies.values() ?? [])];
  const perRequest = microseconds(part, tallies) / part.requests;
  const podCommands = pods * COSTS.podCommandsPerSecond;
  const commands = (redisCommands(tallies) * scale) / seconds;
  const records = [...part.records.values()].reduce((a, b) => a + b, 0) * scale;
  const lines = (part.requests * scale * logSample) / days;
  const cores = (rate: number): number => (rate * perRequest) / 1_000_000;
  return {
    requestsPerDay: Math.round((part.requests * scale) / days),
    requestsPerSecond: { mean: round(mean, 1), peak: Math.round(peak) },
    byQuarterHour: dayCurve(part.perSecond, scale),
    cpu: {
      microsecondsPerRequest: round(perRequest, 1),
      coresMean: round(cores(mean), 3),
      coresPeak: round(cores(peak), 3),
      podsMean: podsFor(cores(mean)),
      podsPeak: podsFor(cores(peak)),
      source: COSTS.source,
    },
    redis: {
      records: Math.round(records),
      memoryBytes: Math.round(records * COSTS.redisBytesPerRecord),
      commandsPerSecondMean: Math.round(commands + podCommands),
      commandsPerSecondPeak: Math.round((commands * peak) / mean + podCommands),
    },
    log: { linesPerDay: Math.round(lines), bytesPerDay: Math.round(lines * COSTS.logLineBytes) },
  };
}

function podsFor(cores: number): number {
  return Math.max(COSTS.fewestPods, Math.ceil(cores / COSTS.podUtilization));
}

function microseconds(part: PlanPart, tallies: readonly TallyData[]): number {
  const answers = ENDPOINT_NAMES.reduce(
    (sum, name, index) =>
      sum + (part.byEndpoint[index] ?? 0) * (COSTS.hitMicroseconds + (EXTRA[name] ?? 0)),
    0,
  );
  const records = tallies.reduce(
    (sum, { redisHits, redisRefreshes, calls }) =>
      sum +
      (redisHits + redisRefreshes) * COSTS.redisReadMicroseconds +
      calls * COSTS.callMicroseconds,
    0,
  );
  return answers + records;
}

function redisCommands(tallies: readonly TallyData[]): number {
  return tallies.reduce(
    (sum, { redisHits, redisRefreshes, calls }) =>
      sum + (redisHits + redisRefreshes) * COSTS.redisReadCommands + calls * COSTS.callCommands,
    0,
  );
}
