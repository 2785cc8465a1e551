import type { PhaseName } from '../plan/rate-segment.js';
import { LatencyHistogram } from './latency-histogram.js';

/** What ended within one second of the run; `upstreamCalls` is null when nothing counts them. */
export interface TimelineSecond {
  readonly second: number;
  readonly phase: PhaseName;
  readonly requests: number;
  readonly errors: number;
  readonly p50Ms: number | null;
  readonly p99Ms: number | null;
  readonly upstreamCalls: number | null;
}

/** The course of the run, second by second. */
export class Timeline {
  readonly seconds: TimelineSecond[] = [];
  private readonly latency = new LatencyHistogram();
  private errors = 0;
  private upstreamCalls: number | null = null;

  recordEnd(latencyMs: number, failed: boolean): void {
    this.latency.record(latencyMs);
    this.errors += Number(failed);
  }

  recordUpstreamCalls(calls: number): void {
    this.upstreamCalls = (this.upstreamCalls ?? 0) + calls;
  }

  /** Ends the current second. */
  close(phase: PhaseName): TimelineSecond {
    const { p50, p99 } = this.latency.summary();
    const closed = {
      second: this.seconds.length,
      phase,
      requests: this.latency.count,
      errors: this.errors,
      p50Ms: p50,
      p99Ms: p99,
      upstreamCalls: this.upstreamCalls,
    };
    this.seconds.push(closed);
    this.latency.reset();
    this.errors = 0;
    this.upstreamCalls = null;
    return closed;
  }
}
