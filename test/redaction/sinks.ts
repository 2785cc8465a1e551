import type { ApiProcess } from '../support/api-process.js';
import { OtlpSink } from '../support/sinks/otlp-sink.js';
import { SentrySink } from '../support/sinks/sentry-sink.js';

/** Something that a process writes to, and that others read. */
export interface Sink {
  readonly name: string;
  /** All that was written so far. */
  read(): string | Promise<string>;
}

/** Where traces and reports of errors go to, from all processes of a test. */
export class Receivers {
  readonly collector = new OtlpSink();
  readonly sentry = new SentrySink();

  async start(): Promise<this> {
    await Promise.all([this.collector.start(), this.sentry.start()]);
    return this;
  }

  /** For a process that is to send to them. */
  get environment(): Readonly<Record<string, string>> {
    return { OTEL_EXPORTER_OTLP_ENDPOINT: this.collector.endpoint, SENTRY_DSN: this.sentry.dsn };
  }

  async stop(): Promise<void> {
    await Promise.all([this.collector.stop(), this.sentry.stop()]);
  }
}

/** Everything that leaves a process beside its answers. What else is sent anywhere belongs in this list. */
export function sinksOf(api: ApiProcess, { collector, sentry }: Receivers): readonly Sink[] {
  return [
    { name: 'metrics', read: async () => (await fetch(api.metricsUrl)).text() },
    { name: 'stdout and stderr', read: () => api.output },
    { name: 'traces', read: () => collector.everything },
    { name: 'reports of errors', read: () => sentry.everything },
  ];
}
