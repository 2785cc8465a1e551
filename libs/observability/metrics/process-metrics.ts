import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Counter, Gauge, Registry } from 'prom-client';
import { METRICS_OPTIONS, type MetricsOptions } from './metrics.options.js';

const NANOSECONDS = 1e9;
const MICROSECONDS = 1e6;
const SAMPLE_EVERY_MS = 20;

/**
 * CPU, memory, event loop and build of the process. Delays and utilisation are those since the last
 * scrape. prom-client's default metrics have names that `promtool check metrics` refuses.
 */
@Injectable()
export class ProcessMetrics implements OnApplicationShutdown {
  private readonly delay = monitorEventLoopDelay({ resolution: SAMPLE_EVERY_MS });

  constructor(
    @Inject(METRICS_OPTIONS) { prefix, build }: MetricsOptions,
    private readonly registry: Registry,
  ) {
    this.delay.enable();
    this.registerBuildInfo(prefix, build);
    this.registerEventLoop(prefix);
    this.registerResources();
  }

  onApplicationShutdown(): void {
    this.delay.disable();
  }

  private registerBuildInfo(prefix: string, build: MetricsOptions['build']): void {
    const info = new Gauge({
      name: `${prefix}build_info`,
      help: 'Always 1; its labels say which build runs.',
      labelNames: Object.keys(build),
      registers: [],
    });
    info.set(build, 1);
    this.registry.registerMetric(info);
  }

  private registerEventLoop(prefix: string): void {
    const { delay } = this;
    this.gauge(
      `${prefix}event_loop_delay_max_seconds`,
      'Longest delay of the event loop since the last scrape.',
      () => beyondSampling(delay.max),
    );
    // After the maximum, because it resets the histogram.
    this.gauge(
      `${prefix}event_loop_delay_p99_seconds`,
      '99th percentile of the event loop delay since the last scrape.',
      () => {
        const seconds = beyondSampling(delay.percentile(99));
        delay.reset();
        return seconds;
      },
    );
    let before = performance.eventLoopUtilization();
    this.gauge(
      `${prefix}event_loop_utilization_ratio`,
      'Share of the time in which the event loop was busy.',
      () => {
        const now = performance.eventLoopUtilization();
        const { utilization } = performance.eventLoopUtilization(now, before);
        before = now;
        return utilization;
      },
    );
  }

  /** By the names that Prometheus clients share. */
  private registerResources(): void {
    this.registry.registerMetric(
      new Counter({
        name: 'process_cpu_seconds_total',
        help: 'User and system CPU time.',
        registers: [],
        collect() {
          const { user, system } = process.cpuUsage();
          this.reset();
          this.inc((user + system) / MICROSECONDS);
        },
      }),
    );
    this.gauge('process_resident_memory_bytes', 'Resident memory.', () =>
      process.memoryUsage.rss(),
    );
    this.gauge(
      'nodejs_heap_used_bytes',
      'Heap of V8 in use.',
      () => process.memoryUsage().heapUsed,
    );
    const startedAtSeconds = performance.timeOrigin / 1_000;
    this.gauge('process_start_time_seconds', 'Start time of the process.', () => startedAtSeconds);
  }

  private gauge(name: string, help: string, read: () => number): void {
    this.registry.registerMetric(
      new Gauge({
        name,
        help,
        registers: [],
        collect() {
          this.set(read());
        },
      }),
    );
  }
}

/** A sample includes the sampling interval itself. */
function beyondSampling(nanoseconds: number): number {
  return Math.max(0, nanoseconds / NANOSECONDS - SAMPLE_EVERY_MS / 1_000);
}
