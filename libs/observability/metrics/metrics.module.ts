import { Global, Module } from '@nestjs/common';
import { Registry } from 'prom-client';
import { ConfigurableMetricsModule } from './metrics.options.js';
import { MetricsServer } from './metrics-server.js';
import { ProcessMetrics } from './process-metrics.js';
import { RequestMetrics } from './request-metrics.js';

/** Prometheus metrics of the process and its requests; others add theirs to the `Registry`. */
@Global()
@Module({
  providers: [
    { provide: Registry, useFactory: () => new Registry() },
    MetricsServer,
    ProcessMetrics,
    RequestMetrics,
  ],
  exports: [Registry, RequestMetrics],
})
export class MetricsModule extends ConfigurableMetricsModule {}
