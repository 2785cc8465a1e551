import { createHistogram } from 'node:perf_hooks';

const MICROSECONDS_PER_MS = 1_000;
/** The client gives up after ten seconds; a wake-up that starts late ends later. */
const LONGEST_US = 600_000_000;

/** Milliseconds; null where nothing was recorded. */
export interface Latency {
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
  readonly p999: number | null;
  readonly max: number | null;
  readonly mean: number | null;
}

/** Times with a resolution of a microsecond and three digits, in constant memory. */
export class LatencyHistogram {
  private readonly histogram = createHistogram({ lowest: 1, highest: LONGEST_US, figures: 3 });

  get count(): number {
    return this.histogram.count;
  }

  record(ms: number): void {
    const us = Math.round(ms * MICROSECONDS_PER_MS);
    this.histogram.record(Math.min(Math.max(us, 1), LONGEST_US));
  }

  add(other: LatencyHistogram): void {
    this.histogram.add(other.histogram);
  }

  reset(): void {
    this.histogram.reset();
  }

  summary(): Latency {
    const { histogram } = this;
    const ms = (us: number): number | null =>
      this.count === 0 ? null : Math.round(us) / MICROSECONDS_PER_MS;
    const percentile = (percent: number): number | null => ms(histogram.percentile(percent));
    return {
      p50: percentile(50),
      p90: percentile(90),
      p95: percentile(95),
      p99: percentile(99),
      p999: percentile(99.9),
      max: ms(histogram.max),
      mean: ms(histogram.mean),
    };
  }
}
