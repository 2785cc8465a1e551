import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Registry } from 'prom-client';
import { LabelledHistogram } from './labelled-histogram.js';
import { METRICS_OPTIONS, type MetricsOptions } from './metrics.options.js';
import type { HistogramSeries } from './histogram-series.js';
import { LabelledCounter, type CounterSeries } from './labelled-counter.js';

const labelNames = ['route', 'method', 'status', 'client'] as const;
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5] as const;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** One value for all unmatched paths, so that clients cannot create series. */
const UNMATCHED = '(unmatched)';

interface RequestSeries {
  readonly requests: CounterSeries;
  readonly durations: HistogramSeries;
}

type SeriesOfStatus = Map<string, Map<string, RequestSeries>>;
type SeriesOfClient = Map<number, SeriesOfStatus>;

/**
 * Counts and times each answered request by route, method, status and kind of client. The route is the template, so
 * that clients cannot create series.
 */
@Injectable()
export class RequestMetrics {
  private readonly requests;
  private readonly durations;
  /** By client, then status, method and route. */
  private readonly series = new Map<string, SeriesOfClient>();
  private readonly clientOf: MetricsOptions['clientOf'];

  constructor(@Inject(METRICS_OPTIONS) { prefix, clientOf }: MetricsOptions, registry: Registry) {
    this.clientOf = clientOf;
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
    fastify.addHook('onResponse', (request, { statusCode, elapsedTime }, done) => {
      const { requests, durations } = this.seriesOf(request, statusCode);
      requests.value += 1;
      durations.observe(elapsedTime / 1_000);
      done();
    });
  }

  private seriesOf(request: FastifyRequest, status: number): RequestSeries {
    const client = this.clientOf(request);
    const route = request.routeOptions.url ?? UNMATCHED;
    const method = METHODS.has(request.method) ? request.method : 'other';
    const present = this.series.get(client)?.get(status)?.get(method)?.get(route);
    return present ?? this.create(client, status, method, route);
  }

  private create(client: string, status: number, method: string, route: string): RequestSeries {
    const labels = [route, method, String(status), client];
    const series = {
      requests: this.requests.series(...labels),
      durations: this.durations.series(...labels),
    };
    const statuses = this.series.get(client) ?? new Map<number, SeriesOfStatus>();
    const methods = statuses.get(status) ?? new Map<string, Map<string, RequestSeries>>();
    const routes = methods.get(method) ?? new Map<string, RequestSeries>();
    this.series.set(client, statuses.set(status, methods.set(method, routes.set(route, series))));
    return series;
  }
}
