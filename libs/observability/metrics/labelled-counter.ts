import { Counter, type LabelValues, type Registry } from 'prom-client';

/** One series of a counter; callers increment `value`. */
export interface CounterSeries {
  value: number;
}

/** Name and help text in Prometheus, and the label names, in the order of the values. */
export interface LabelledMetricOptions<L extends string> {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly L[];
}

/**
 * A counter for the hot path. prom-client looks up the labels at each increment, which costs more than
 * a cache hit; here the caller keeps its series and increments a number, which prom-client collects at
 * each scrape. The caller must bound the label values.
 */
export class LabelledCounter<L extends string> {
  private readonly counts = new Map<string, CounterSeries & { readonly labels: LabelValues<L> }>();

  constructor(
    registry: Registry,
    private readonly options: LabelledMetricOptions<L>,
  ) {
    const { counts } = this;
    registry.registerMetric(
      new Counter<L>({
        ...options,
        registers: [],
        collect() {
          this.reset();
          for (const { labels, value } of counts.values()) this.inc(labels, value);
        },
      }),
    );
  }

  /**
   * The series with these labels. It exists from now on, starting at 0, so that `rate()` sees the rise.
   * @param values one for each label name, in their order
   */
  series(...values: string[]): CounterSeries {
    const key = values.join('\0');
    const present = this.counts.get(key);
    if (present) return present;
    const entries = this.options.labelNames.map((name, at) => [name, values[at]]);
    const count = { labels: Object.fromEntries(entries) as LabelValues<L>, value: 0 };
    this.counts.set(key, count);
    return count;
  }

  /** Adds one; for events that are not on the hot path. */
  inc(...values: string[]): void {
    this.series(...values).value += 1;
  }
}
