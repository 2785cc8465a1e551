import { DATASET_NAMES } from '../../../../src/weather/datasets/registry.js';
import { judge, parseThreshold } from '../../load/results/threshold.js';
import { verdict } from '../../load/results/verdict.js';
import type { Played } from '../sides/http-side.js';
import type { SideFigures } from '../sides/side-figures.js';
import type { Comparison } from './compare-sides.js';

/** How a validation ended. */
export interface Outcome {
  readonly outcome: 'agrees' | 'differs' | 'invalid' | 'stopped';
  /** Why the run is not valid, or ended early. */
  readonly reasons: readonly string[];
}

export interface Evidence {
  readonly plan: SideFigures;
  readonly http: Played;
  readonly comparison: Comparison;
  /** The limit of the generator's own lag, 99th percentile. */
  readonly maxLagMs: number;
  /** Aborted by a person. */
  readonly signal: AbortSignal;
}

/** More would change what both sides count. */
const FEW_ERRORS = 'errors<0.001';
const MOST_LOST_READS = 0.005;

/** Whether the run is complete and valid, and then whether both sides agree. */
export function outcomeOf({ plan, http, comparison, maxLagMs, signal }: Evidence): Outcome {
  const thresholds = [judge(parseThreshold(FEW_ERRORS), http.requests, {})];
  const stopReason = signal.aborted ? String(signal.reason) : undefined;
  const phases = { hold: http.requests };
  const judged = verdict({ phases, thresholds, maxLagMs, stopReason });
  if (judged.outcome === 'stopped') return { outcome: 'stopped', reasons: judged.reasons };
  const reasons = [...judged.reasons, ...lostReads(plan, http.figures)];
  if (reasons.length > 0) return { outcome: 'invalid', reasons };
  return { outcome: comparison.agrees ? 'agrees' : 'differs', reasons };
}

/** A read that fails is in no counter of a pod, and its request need not fail: a glance comes without that part. */
function lostReads(plan: SideFigures, http: SideFigures): readonly string[] {
  return DATASET_NAMES.flatMap((name) => {
    const lost = plan[name].reads - http[name].reads;
    if (lost <= MOST_LOST_READS * plan[name].reads) return [];
    return [`${lost} of ${plan[name].reads} reads of ${name} failed: lower --speed`];
  });
}
