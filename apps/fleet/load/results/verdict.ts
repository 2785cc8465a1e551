import { MEASURED_PHASES, type PhaseName } from '../plan/rate-segment.js';
import type { Outcome, PhaseResult, ThresholdResult } from './load-result.js';

/** Share of the wake-ups of a phase for which the client may send nothing. */
const MAX_NOT_SENT_SHARE = 0.01;

export interface Evidence {
  readonly phases: Partial<Readonly<Record<PhaseName, PhaseResult>>>;
  readonly thresholds: readonly ThresholdResult[];
  /** The limit of the generator's own lag, 99th percentile. */
  readonly maxLagMs: number;
  /** Why the run ended before its plan; undefined when it did not. */
  readonly stopReason: string | undefined;
}

/** Whether the run shows what it should: first whether it is complete and valid, then its thresholds. */
export function verdict(evidence: Evidence): { outcome: Outcome; reasons: string[] } {
  const { stopReason, thresholds, phases, maxLagMs } = evidence;
  const stopped = stopReason === undefined ? [] : [`stopped: ${stopReason}`];
  const invalid = MEASURED_PHASES.flatMap((name) => {
    const result = phases[name];
    return result ? generatorFaults(name, result, maxLagMs) : [];
  });
  const missed = thresholds
    .filter(({ passed }) => !passed)
    .map(({ expression, value }) => `missed ${expression}: ${value ?? 'not measured'}`);
  return {
    outcome: outcomeOf({ stopped, invalid, missed }),
    reasons: [...stopped, ...invalid, ...missed],
  };
}

function outcomeOf(reasons: Readonly<Record<Exclude<Outcome, 'passed'>, string[]>>): Outcome {
  const order = ['stopped', 'invalid', 'missed'] as const;
  return order.find((outcome) => reasons[outcome].length > 0) ?? 'passed';
}

function generatorFaults(
  phase: PhaseName,
  { lagMs, dropped, notSent, started }: PhaseResult,
  maxLagMs: number,
): string[] {
  const faults: string[] = [];
  if (lagMs.p99 !== null && lagMs.p99 > maxLagMs) {
    faults.push(
      `the generator was late in ${phase}: p99 of its lag ${lagMs.p99} ms, limit ${maxLagMs} ms. ` +
        'Run it on a machine of its own, or at a lower rate',
    );
  }
  if (dropped > 0) {
    faults.push(
      `${dropped} wake-ups of ${phase} were dropped, because --max-in-flight were unanswered`,
    );
  }
  if (notSent > started * MAX_NOT_SENT_SHARE) {
    faults.push(
      `${notSent} of ${started} wake-ups of ${phase} sent no request, because the watch still waited for ` +
        'an answer or after a failure. Raise --watches, or look at the errors',
    );
  }
  return faults;
}
