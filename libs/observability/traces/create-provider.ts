import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import type { TracesOptions } from './traces.options.js';
import { WatchedExporter } from './watched-exporter.js';

/** A batch is lost when the collector takes longer. */
const EXPORT_TIMEOUT_MS = 5_000;
const EXPORT_INTERVAL_MS = 2_000;

/** Creates spans and exports them in batches. The queue holds 2048; newer spans are dropped. */
export function createProvider({
  endpoint,
  sampledShare,
  resource,
}: TracesOptions): TracerProvider {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    timeoutMillis: EXPORT_TIMEOUT_MS,
  });
  const processor = new BatchSpanProcessor({
    exporter: new WatchedExporter(exporter),
    scheduledDelayMillis: EXPORT_INTERVAL_MS,
  });
  return new TracerProvider({
    resource: resourceFromAttributes(resource),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(sampledShare) }),
    spanProcessors: [processor],
  });
}
