type Labels = Readonly<Record<string, string>>;

interface Sample {
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
}

/** The metrics of a process at one time, parsed from the Prometheus text format. */
export class Scrape {
  private constructor(
    readonly text: string,
    private readonly samples: readonly Sample[],
  ) {}

  static of(text: string): Scrape {
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return new Scrape(text, lines.map(sampleOf));
  }

  /** The sum of all samples of a metric with these labels; 0 when there are none. */
  sum(name: string, labels: Labels = {}): number {
    return this.of(name)
      .filter((sample) => Object.entries(labels).every(([key, one]) => sample.labels[key] === one))
      .reduce((sum, { value }) => sum + value, 0);
  }

  /** The values of each label of a metric. */
  labelValues(name: string): ReadonlyMap<string, ReadonlySet<string>> {
    const values = new Map<string, Set<string>>();
    for (const { labels } of this.of(name)) {
      for (const [key, value] of Object.entries(labels)) {
        values.set(key, (values.get(key) ?? new Set()).add(value));
      }
    }
    return values;
  }

  /** The names of all samples, including `…_bucket` and similar. */
  get names(): ReadonlySet<string> {
    return new Set(this.samples.map(({ name }) => name));
  }

  private of(name: string): Sample[] {
    return this.samples.filter((sample) => sample.name === name);
  }
}

function sampleOf(line: string): Sample {
  const found = /^([a-z_0-9]+)(?:\{(.*)\})? (\S+)$/.exec(line);
  if (!found) throw new Error(`not a sample: ${line}`);
  const [, name = '', labels = '', value] = found;
  const pairs = [...labels.matchAll(/([a-z_]+)="([^"]*)"/g)].map(([, key, text]) => [key, text]);
  return { name, labels: Object.fromEntries(pairs) as Labels, value: Number(value) };
}
