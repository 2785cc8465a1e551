import { Inject, Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Histogram, Registry } from 'prom-client';
import { METRICS_OPTIONS, type MetricsOptions } from './metrics.options.js';
import { Tally } from './tally.js';

const LABELS = ['route', 'method', 'status'] as const;
const BUCKETS_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
/** All that is no route has one name between them: anybody can think up a path. */
const UNMATCHED = '(unmatched)';

type Observe = (seconds: number) => void;

/**
 * Counts and times each answered request by route, method and status. A route is its template: none
 * of the three can be made up by who asks.
 */
@Injectable()
export class RequestMetrics {
  private readonly requests: Tally<(typeof LABELS)[number]>;
  private readonly durations: Histogram<(typeof LABELS)[number]>;
  private readonly children = new Map<string, Observe>();

  constructor(@Inject(METRICS_OPTIONS) { prefix }: MetricsOptions, registry: Registry) {
    this.requests = new Tally(registry, {
      name: `${prefix}http_requests_total`,
      help: 'Answered requests.',
      labelNames: LABELS,
    });
    this.durations = new Histogram({
      name: `${prefix}http_request_duration_seconds`,
      help: 'From the arrival of a request to the end of its answer.',
      labelNames: LABELS,
      buckets: BUCKETS_SECONDS,
      registers: [registry],
    });
  }

  /** Counts what this server answers from now on. */
  follow(fastify: FastifyInstance): void {
    fastify.addHook('onResponse', ({ routeOptions, method }, { statusCode, elapsedTime }, done) => {
      this.count(routeOptions.url ?? UNMATCHED, method, String(statusCode), elapsedTime / 1_000);
      done();
    });
  }

  private count(route: string, given: string, status: string, seconds: number): void {
    const method = METHODS.has(given) ? given : 'other';
    this.requests.add(route, method, status);
    this.observerOf(route, method, status)(seconds);
  }

  private observerOf(route: string, method: string, status: string): Observe {
    const key = `${status} ${method} ${route}`;
    const present = this.children.get(key);
    if (present) return present;
    const child = this.durations.labels(route, method, status);
    const observe: Observe = (seconds) => child.observe(seconds);
    this.children.set(key, observe);
    return observe;
  }
}
