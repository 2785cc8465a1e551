import { PhaseStatistics } from './phase-statistics.js';
import type { PhaseResult } from './load-result.js';

interface Figures {
  readonly hits: number;
  readonly errors: number;
  readonly latencyMs: number;
  readonly lagMs: number;
  readonly notSent: number;
  readonly upstreamCalls: number;
}

/** The result of a phase with these figures. */
export function phaseResult(figures: Partial<Figures> = {}): PhaseResult {
  const { hits = 0, errors = 0, latencyMs = 1, lagMs = 0, notSent = 0, upstreamCalls } = figures;
  const statistics = new PhaseStatistics();
  const times = { intendedMs: 0, startedMs: lagMs, endedMs: latencyMs };
  const outcomes = { hit: hits, error: errors, notSent };
  for (const [kind, count] of Object.entries(outcomes)) {
    for (let index = 0; index < count; index += 1) {
      statistics.recordStart(lagMs);
      const code = kind === 'error' ? 'unreachable' : null;
      statistics.recordEnd(
        { kind: kind as keyof typeof outcomes, code, notModified: false },
        times,
      );
    }
  }
  if (upstreamCalls !== undefined) statistics.recordUpstreamCalls(upstreamCalls);
  return statistics.result();
}
