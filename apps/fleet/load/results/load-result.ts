import type { PhaseName, RateSegment } from '../plan/rate-segment.js';
import type { Latency } from './latency-histogram.js';
import type { TimelineSecond } from './timeline.js';

/** How weather was obtained, as the response says. */
export const ANSWERS = ['hit', 'stale', 'miss', 'unlabelled'] as const;

export type Answer = (typeof ANSWERS)[number];

/** The results of a phase, or of all measured phases. docs/fleet-load.md describes the fields. */
export interface PhaseResult {
  readonly planned: number;
  readonly started: number;
  readonly dropped: number;
  readonly notSent: number;
  readonly requests: number;
  readonly notModified: number;
  readonly errors: {
    readonly count: number;
    readonly share: number | null;
    readonly byCode: Readonly<Record<string, number>>;
  };
  readonly answers: Readonly<
    Record<
      Answer,
      { readonly count: number; readonly share: number | null; readonly latencyMs: Latency }
    >
  >;
  readonly latencyMs: Latency;
  readonly afterSendMs: Latency;
  readonly lagMs: Latency;
  readonly upstreamCalls: number | null;
  readonly upstreamShare: number | null;
}

/** A threshold of a run; `value` is null where it was not measured, which does not pass. */
export interface ThresholdResult {
  readonly expression: string;
  readonly value: number | null;
  readonly passed: boolean;
}

/** `invalid`: the generator did not do what was planned, so that the figures are not those of the plan. */
export type Outcome = 'passed' | 'missed' | 'invalid' | 'stopped';

/** The whole result, as `--json` writes it. */
export interface LoadResult {
  readonly outcome: Outcome;
  /** One sentence per reason for another outcome than `passed`. */
  readonly reasons: readonly string[];
  readonly target: string;
  readonly startedAt: string;
  readonly durationSeconds: number;
  readonly watches: number;
  readonly subjects: number;
  readonly seed: string;
  readonly spacing: 'random' | 'even';
  readonly plan: readonly RateSegment[];
  readonly thresholds: readonly ThresholdResult[];
  readonly measured: PhaseResult;
  readonly phases: Partial<Readonly<Record<PhaseName, PhaseResult>>>;
  readonly timeline: readonly TimelineSecond[];
}
