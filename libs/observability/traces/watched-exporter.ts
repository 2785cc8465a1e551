import { ExportResultCode, type ExportResult } from '@opentelemetry/core';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import { ExporterHealth } from '../exporter-health.js';

/** Says once that spans are lost, and once that they are taken again; the SDK would not say it at all. */
export class WatchedExporter implements SpanExporter {
  private readonly log = new ExporterHealth('Traces');

  constructor(private readonly exporter: SpanExporter) {}

  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void {
    this.exporter.export(spans, (result) => {
      if (result.code === ExportResultCode.SUCCESS) this.log.succeeded();
      else this.log.failed(reasonOf(result.error));
      done(result);
    });
  }

  shutdown(): Promise<void> {
    return this.exporter.shutdown();
  }
}

/** Without the message, which may hold the collector's URL. */
function reasonOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: string | number; name?: string };
  return `the collector does not take them (${code ?? name ?? 'no reason given'})`;
}
