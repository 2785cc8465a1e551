import type { ApiProcess } from '../support/api-process.js';
import { OtlpSink } from '../support/sinks/otlp-sink.js';
import { SentrySink } from '../support/sinks/sentry-sink.js';

/** An output of a process that others can read. */
export interface Sink {
  readonly name: string;
  /** Everything written so far. */
  read(): string | Promise<string>;
}

/** Receivers of traces and error reports from all processes of a test. */
export class Receivers {
  readonly collector = new OtlpSink();
  readonly sentry = new SentrySink();

  async start(): Promise<this> {
    await Promise.all([this.collector.start(), this.sentry.start()]);
    return this;
  }

  /** The variables that make a process send to these receivers. */
  get environment(): Readonly<Record<string, string>> {
    return { OTEL_EXPORTER_OTLP_ENDPOINT: this.collector.endpoint, SENTRY_DSN: this.sentry.dsn };
  }

  async stop(): Promise<void> {
    await Promise.all([this.collector.stop(), this.sentry.stop()]);
  }
}

/** Every output of a process besides its HTTP responses. New outputs must be added here. */
export function sinksOf(api: ApiProcess, { collector, sentry }: Receivers): readonly Sink[] {
  return [
    { name: 'metrics', read: async () => (await fetch(api.metricsUrl)).text() },
    { name: 'stdout and stderr', read: () => api.output },
    { name: 'traces', read: () => collector.everything },
    { name: 'error reports', read: () => sentry.everything },
  ];
}
