import { Counter, type LabelValues, type Registry } from 'prom-client';

interface Count<L extends string> {
  readonly labels: LabelValues<L>;
  value: number;
}

export interface TallyOptions<L extends string> {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly L[];
}

/**
 * A counter for what happens on each request: it adds to a plain number, and tells prom-client of it
 * when somebody looks. Its labels take only values that their caller bounds.
 */
export class Tally<L extends string> {
  private readonly counts = new Map<string, Count<L>>();

  constructor(
    registry: Registry,
    private readonly options: TallyOptions<L>,
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

  /** @param values one for each label name, in their order */
  add(...values: string[]): void {
    this.countOf(values).value += 1;
  }

  /** Shows a zero, so that the first one that is counted is seen as a rise. */
  begin(...values: string[]): void {
    this.countOf(values);
  }

  private countOf(values: readonly string[]): Count<L> {
    const key = values.length === 1 ? (values[0] as string) : values.join('\0');
    const present = this.counts.get(key);
    if (present) return present;
    const { labelNames } = this.options;
    const entries = labelNames.map((name, at) => [name, values[at]]);
    const count = { labels: Object.fromEntries(entries) as LabelValues<L>, value: 0 };
    this.counts.set(key, count);
    return count;
  }
}
