import type { Histogram, MetricValue, Registry } from 'prom-client';
import { HistogramSeries } from './histogram-series.js';
import type { LabelledMetricOptions } from './labelled-counter.js';

/** Name, help text, label names and buckets of a histogram. */
export interface LabelledHistogramOptions<L extends string> extends LabelledMetricOptions<L> {
  /** Upper bounds, ascending; the last bucket has none. */
  readonly buckets: readonly number[];
}

/** A histogram for the hot path, as `LabelledCounter` is a counter for it. */
export class LabelledHistogram<L extends string> {
  private readonly allSeries = new Map<
    string,
    HistogramSeries & { labels: Record<string, string> }
  >();

  constructor(
    registry: Registry,
    private readonly options: LabelledHistogramOptions<L>,
  ) {
    const { name, help } = options;
    const get = () => ({ name, help, type: 'histogram', values: this.samples() });
    // prom-client's histogram cannot import counts; its registry only needs these members of a metric.
    registry.registerMetric({ name, get } as unknown as Histogram);
  }

  /** @param values one for each label name, in their order */
  series(...values: string[]): HistogramSeries {
    const key = values.join('\0');
    const present = this.allSeries.get(key);
    if (present) return present;
    const { labelNames, buckets } = this.options;
    const labels = Object.fromEntries(labelNames.map((name, at) => [name, values[at] ?? '']));
    const created = Object.assign(new HistogramSeries(buckets), { labels });
    this.allSeries.set(key, created);
    return created;
  }

  private samples(): (MetricValue<string> & { metricName: string })[] {
    return [...this.allSeries.values()].flatMap((series) => this.samplesOf(series));
  }

  private samplesOf({ counts, sum, labels }: HistogramSeries & { labels: Record<string, string> }) {
    const { name, buckets } = this.options;
    let total = 0;
    const cumulative = counts.map((count, at) => {
      total += count;
      const le = buckets[at] ?? '+Inf';
      return { metricName: `${name}_bucket`, labels: { le, ...labels }, value: total };
    });
    return [
      ...cumulative,
      { metricName: `${name}_sum`, labels, value: sum },
      { metricName: `${name}_count`, labels, value: total },
    ];
  }
}
