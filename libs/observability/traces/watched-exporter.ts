import { ExportResultCode, type ExportResult } from '@opentelemetry/core';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import { ExporterHealth } from '../exporter-health.js';

/** Logs when the export of spans starts to fail and when it works again; the SDK logs neither. */
export class WatchedExporter implements SpanExporter {
  private readonly health = new ExporterHealth('Traces');

  constructor(private readonly exporter: SpanExporter) {}

  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void {
    this.exporter.export(spans, (result) => {
      if (result.code === ExportResultCode.SUCCESS) this.health.succeeded();
      else this.health.failed(reasonOf(result.error));
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
  return `the collector does not accept them (${code ?? name ?? 'no reason given'})`;
}
