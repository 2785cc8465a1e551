import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, ParentBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import { RandomSampler } from './random-sampler.js';
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
  const sampler = new RandomSampler(sampledShare);
  return new TracerProvider({
    resource: resourceFromAttributes(resource),
    // A caller that is not authenticated yet can ask not to be traced, and nothing else.
    sampler: new ParentBasedSampler({ root: sampler, remoteParentSampled: sampler }),
    spanProcessors: [processor],
  });
}
