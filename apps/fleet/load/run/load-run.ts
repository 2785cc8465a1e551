import type { LoadOptions } from '../options/load-options.js';
import { arrivalSchedule, busiestMinute, type Arrival } from '../plan/arrival-schedule.js';
import { ratePlan, warmUpPlan } from '../plan/rate-plan.js';
import type { PhaseName, RateSegment } from '../plan/rate-segment.js';
import type { LoadResult } from '../results/load-result.js';
import { judge } from '../results/threshold.js';
import { verdict } from '../results/verdict.js';
import { UpstreamLimit } from '../upstream/upstream-limit.js';
import { UpstreamMeter } from '../upstream/upstream-meter.js';
import type { Fleet } from '../watches/fleet.js';
import { Dispatcher } from './dispatcher.js';
import { progressLine } from './progress-line.js';
import { Recorder } from './recorder.js';
import { MONOTONIC_CLOCK } from './run-clock.js';

/** `RATE_LIMIT_PER_MINUTE` of a deployment that does not set it. */
const DEFAULT_RATE_LIMIT = 60;

export interface LoadRunOptions {
  readonly options: LoadOptions;
  readonly fleet: Fleet;
  readonly subjects: number;
  /** Aborted by a person; the reason is a sentence. */
  readonly stop: AbortController;
  /** Called with a line of progress each second, and with warnings. */
  readonly report: (line: string) => void;
}

/** One run: the schedule, its wake-ups, the counting of upstream calls, the result. */
export class LoadRun {
  private segments: RateSegment[] = [];
  private readonly recorder = new Recorder((ended) => this.countUpstreamCalls(ended));
  private readonly upstream: UpstreamLimit | undefined;
  private readonly startedAt = new Date();

  constructor(private readonly run: LoadRunOptions) {
    const { options, stop } = run;
    if (options.metrics.length === 0) return;
    this.upstream = new UpstreamLimit({
      meter: new UpstreamMeter(options.metrics),
      maxCalls: options.maxUpstreamCalls,
      record: (phase, calls) => this.recorder.upstreamCalls(phase, calls),
      stop: (reason) => stop.abort(reason),
    });
  }

  /**
   * Resolves with the result of the whole run, or of the part before a stop.
   * @throws when the upstream calls cannot be read at the start
   */
  async result(): Promise<LoadResult> {
    const { fleet, options, report } = this.run;
    const { here, other } = fleet.regions;
    await this.upstream?.start();
    const startMs = performance.now();
    const everySecond = setInterval(() => this.closeSecond(report), 1_000);
    try {
      await this.follow(warmUpPlan(here.length, options.warmUpPerSecond));
      // All watches of the warm-up have their answers, so that what follows does not wait for the end of it.
      await this.upstream?.readFor(this.recorder.current);
      const plan = { ...options.plan, watchesElsewhere: other.length };
      await this.follow(ratePlan(plan, Date.now()));
    } finally {
      clearInterval(everySecond);
    }
    const durationSeconds = (performance.now() - startMs) / 1_000;
    await this.upstream?.readFor(this.recorder.current);
    this.closeSecond(report);
    return this.resultAfter(durationSeconds);
  }

  /** Resolves when all wake-ups of these segments have ended, or of the part before a stop. */
  private async follow(segments: RateSegment[]): Promise<void> {
    const { fleet, options, stop } = this.run;
    const { spacing, seed, maxInFlight } = options;
    const schedule = arrivalSchedule(segments, { watches: fleet.regions, spacing, seed });
    this.segments = [...this.segments, ...segments];
    this.recorder.expect(schedule);
    this.warn(schedule);
    const dispatcher = new Dispatcher({
      clock: MONOTONIC_CLOCK,
      wake: (watch) => fleet.wake(watch),
      listener: this.recorder,
      maxInFlight,
    });
    await dispatcher.run(schedule, stop.signal);
  }

  private closeSecond(report: (line: string) => void): void {
    const second = this.recorder.closeSecond();
    const inPhase = this.recorder.result(second.phase);
    report(progressLine(second, inPhase, this.upstream?.total));
    this.countUpstreamCalls(second.phase);
  }

  private countUpstreamCalls(phase: PhaseName): void {
    void this.upstream?.readFor(phase);
  }

  private warn(schedule: readonly Arrival[]): void {
    const { subjects, options, report } = this.run;
    const perUser = busiestMinute(schedule, subjects);
    if (perUser <= DEFAULT_RATE_LIMIT) return;
    const needed = Math.ceil((subjects * perUser) / DEFAULT_RATE_LIMIT);
    report(
      `Warning: a user sends up to ${perUser} requests in a minute; a deployment permits ${DEFAULT_RATE_LIMIT} by ` +
        `default and answers more with 429. There are ${subjects} users for ${options.watches} watches; ` +
        `about ${needed} would do.`,
    );
  }

  private resultAfter(durationSeconds: number): LoadResult {
    const { options, subjects, stop } = this.run;
    const { watches, seed, spacing, url: target, maxLagMs } = options;
    const { measured, phases, timeline } = this.recorder.results();
    const thresholds = options.thresholds.map((one) => judge(one, measured, phases));
    const stopReason = stop.signal.aborted ? String(stop.signal.reason) : undefined;
    return {
      ...verdict({ phases, thresholds, maxLagMs, stopReason }),
      target,
      startedAt: this.startedAt.toISOString(),
      durationSeconds: Math.round(durationSeconds * 10) / 10,
      watches,
      subjects: Math.min(subjects, watches),
      seed,
      spacing,
      plan: this.segments,
      thresholds,
      measured,
      phases,
      timeline,
    };
  }
}
