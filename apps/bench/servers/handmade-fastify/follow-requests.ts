import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pino } from 'pino';
import { Histogram, register } from 'prom-client';
import type { Found } from '../shared/weather-source.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The user of the token; empty before it is verified. */
    subject: string;
    found: Found | undefined;
  }
}

/** Lines are written together; a write per line would cost as much as half a request. */
const MIN_WRITE_BYTES = 32 * 1024;
const MAX_WRITE_BYTES = 64 * 1024;
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

const durations = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'From the arrival of a request to the end of its answer.',
  labelNames: ['route', 'method', 'status'],
  buckets: BUCKETS,
});
const logger = pino(
  {
    base: { 'service.name': 'handmade', 'service.environment': 'prod', 'ecs.version': '8.10.0' },
    timestamp: () => `,"@timestamp":"${new Date().toISOString()}"`,
  },
  pino.destination({ sync: false, minLength: MIN_WRITE_BYTES, maxWrite: MAX_WRITE_BYTES }),
);

/** Serves metrics; logs and times each request, with the same fields and labels as the product. */
export function followRequests(server: FastifyInstance): void {
  server.get('/metrics', { logLevel: 'silent' }, () => register.metrics());
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? '(unmatched)';
    durations
      .labels(route, request.method, String(reply.statusCode))
      .observe(reply.elapsedTime / 1000);
    logger.info(fieldsOf(request, reply, route));
    done();
  });
}

function fieldsOf(request: FastifyRequest, reply: FastifyReply, route: string): object {
  const { found } = request;
  const { latitude, longitude } = found?.cell.centre ?? {};
  return {
    'http.request.method': request.method,
    'http.response.status_code': reply.statusCode,
    'url.path': route,
    'event.duration': Math.round(reply.elapsedTime * 1e6),
    'trace.id': request.id,
    'user.id': request.subject,
    'client.geo.location': found && `${latitude?.toFixed(1)},${longitude?.toFixed(1)}`,
    'client.geo.country_iso_code': found?.place.country,
    'labels.cache': found && (found.fromMemory ? 'hit' : 'miss'),
  };
}
