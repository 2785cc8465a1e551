import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Registry } from 'prom-client';
import { LabelledHistogram } from './labelled-histogram.js';
import { METRICS_OPTIONS, type MetricsOptions } from './metrics.options.js';
import type { HistogramSeries } from './histogram-series.js';
import { LabelledCounter, type CounterSeries } from './labelled-counter.js';

const labelNames = ['route', 'method', 'status'] as const;
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5] as const;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** One value for all unmatched paths, so that clients cannot create series. */
const UNMATCHED = '(unmatched)';

interface RequestSeries {
  readonly requests: CounterSeries;
  readonly durations: HistogramSeries;
}

/**
 * Counts and times each answered request by route, method and status. The route is the template, so
 * that clients cannot create series.
 */
@Injectable()
export class RequestMetrics {
  private readonly requests;
  private readonly durations;
  /** By status, then method, then route. */
  private readonly series = new Map<number, Map<string, Map<string, RequestSeries>>>();

  constructor(@Inject(METRICS_OPTIONS) { prefix }: MetricsOptions, registry: Registry) {
    this.requests = new LabelledCounter(registry, {
      name: `${prefix}http_requests_total`,
      help: 'Answered requests.',
      labelNames,
    });
    this.durations = new LabelledHistogram(registry, {
      name: `${prefix}http_request_duration_seconds`,
      help: 'From the arrival of a request to the end of its answer.',
      labelNames,
      buckets,
    });
  }

  /** Counts the requests that this server answers from now on. */
  follow(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', ({ routeOptions, method }, { statusCode, elapsedTime }, done) => {
      const known = METHODS.has(method) ? method : 'other';
      const { requests, durations } = this.seriesOf(
        routeOptions.url ?? UNMATCHED,
        known,
        statusCode,
      );
      requests.value += 1;
      durations.observe(elapsedTime / 1_000);
      done();
    });
  }

  private seriesOf(route: string, method: string, status: number): RequestSeries {
    const present = this.series.get(status)?.get(method)?.get(route);
    if (present) return present;
    const labels = [route, method, String(status)];
    const series = {
      requests: this.requests.series(...labels),
      durations: this.durations.series(...labels),
    };
    const methods = this.series.get(status) ?? new Map<string, Map<string, RequestSeries>>();
    const routes = methods.get(method) ?? new Map<string, RequestSeries>();
    this.series.set(status, methods.set(method, routes.set(route, series)));
    return series;
  }
}
