import { Counter, type LabelValues, type Registry } from 'prom-client';

/** One series: who counts adds to it. */
export interface CounterSeries {
  value: number;
}

/** A name and help as Prometheus shows them, and the labels, whose values are given in this order. */
export interface LabelledMetricOptions<L extends string> {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly L[];
}

/**
 * A counter for what happens on each request. prom-client looks its labels up at each increment,
 * which costs more than a cache hit; here who counts keeps its series and adds to a number, of which
 * prom-client is told when somebody looks. Labels take only values that their caller bounds.
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
   * The series with these labels, shown from now on: a zero first, so that a rise is seen.
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

  /** Adds one; for what is not on the way of each request. */
  inc(...values: string[]): void {
    this.series(...values).value += 1;
  }
}
