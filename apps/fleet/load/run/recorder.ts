import type { Arrival } from '../plan/arrival-schedule.js';
import { MEASURED_PHASES, PHASES, type PhaseName } from '../plan/rate-segment.js';
import type { PhaseResult } from '../results/load-result.js';
import { PhaseStatistics } from '../results/phase-statistics.js';
import { Timeline, type TimelineSecond } from '../results/timeline.js';
import type { WakeOutcome } from '../watches/watch.js';
import type { RunListener, WakeTimes } from './dispatcher.js';

/** Keeps what happens during a run. */
export class Recorder implements RunListener {
  /** The phase of the latest arrival. */
  current: PhaseName = 'warmUp';
  private readonly timeline = new Timeline();
  private readonly statistics = new Map<PhaseName, PhaseStatistics>();

  /** @param onPhase called with the phase that ends, when another one starts */
  constructor(private readonly onPhase: (ended: PhaseName) => void) {}

  /** Counts what is going to happen. */
  expect(schedule: readonly Arrival[]): void {
    for (const { phase } of schedule) this.of(phase).planned += 1;
  }

  phase(name: PhaseName): void {
    const ended = this.current;
    this.current = name;
    if (ended !== name) this.onPhase(ended);
  }

  started({ phase }: Arrival, lagMs: number): void {
    this.of(phase).recordStart(lagMs);
  }

  dropped({ phase }: Arrival): void {
    this.of(phase).dropped += 1;
  }

  ended({ phase }: Arrival, outcome: WakeOutcome, times: WakeTimes): void {
    this.of(phase).recordEnd(outcome, times);
    if (outcome.kind === 'notSent') return;
    this.timeline.recordEnd(times.endedMs - times.intendedMs, outcome.kind === 'error');
  }

  upstreamCalls(phase: PhaseName, calls: number): void {
    this.of(phase).recordUpstreamCalls(calls);
    this.timeline.recordUpstreamCalls(calls);
  }

  /** Ends a second of the timeline. */
  closeSecond(): TimelineSecond {
    return this.timeline.close(this.current);
  }

  result(phase: PhaseName): PhaseResult {
    return this.of(phase).result();
  }

  results(): {
    measured: PhaseResult;
    phases: Partial<Record<PhaseName, PhaseResult>>;
    timeline: readonly TimelineSecond[];
  } {
    const measured = new PhaseStatistics();
    for (const phase of MEASURED_PHASES) {
      const statistics = this.statistics.get(phase);
      if (statistics) measured.add(statistics);
    }
    const present = PHASES.filter((phase) => this.statistics.has(phase));
    const phases = Object.fromEntries(present.map((phase) => [phase, this.result(phase)]));
    return { measured: measured.result(), phases, timeline: this.timeline.seconds };
  }

  private of(phase: PhaseName): PhaseStatistics {
    const statistics = this.statistics.get(phase) ?? new PhaseStatistics();
    this.statistics.set(phase, statistics);
    return statistics;
  }
}
