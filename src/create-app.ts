import type { Socket } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Drain } from '@app/health/drain.js';
import { closeConnections } from '@app/health/graceful-stop.js';
import { logAccess } from '@app/observability/access-log.js';
import { RequestMetrics } from '@app/observability/metrics/request-metrics.js';
import { NestLogger } from '@app/observability/nest-logger.js';
import { requestIdOf } from '@app/observability/request-id.js';
import type { Telemetry } from '@app/observability/telemetry.module.js';
import { answerClientError } from '@app/problem/client-error.js';
import { InvalidRequestError } from '@app/problem/invalid-request.error.js';
import { ProblemFilter } from '@app/problem/problem.filter.js';
import { AppModule } from './app.module.js';
import { accessLogOptions } from './app.options.js';
import type { Config } from './config/config.js';
import { serveDocs } from './docs/serve-docs.js';
import { problemCatalogue } from './problem-catalogue.js';
import { CountryMetrics } from './weather/metrics/country.metrics.js';

const MAX_URL_LENGTH = 2_000;
/** Longer than the idle timeout of common load balancers, so that they close connections first. */
const KEEP_ALIVE_MS = 75_000;
const REQUEST_TIMEOUT_MS = 10_000;
const CONNECTIONS_CHECK_INTERVAL_MS = 1_000;
const MAX_BODY_BYTES = 1_024;

/** Creates the application as it runs in production; tests start the same one. */
export async function createApp(
  config: Config,
  logger: Logger,
  telemetry: Telemetry = {},
): Promise<NestFastifyApplication> {
  // Resolved on the first error: the filter exists only once the application is created on this adapter.
  const adapter = newAdapter(() => app.get(ProblemFilter));
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(config, telemetry),
    adapter,
    { logger: new NestLogger(logger), abortOnError: false },
  );
  const fastify = adapter.getInstance();
  telemetry.traces?.follow(fastify);
  fastify.addHook('onRequest', setRequestId);
  fastify.addHook('onRequest', rejectUnreadable);
  closeConnections(fastify, app.get(Drain));
  logAccess(fastify, logger, accessLogOptions(config));
  app.get(RequestMetrics).follow(fastify);
  app.get(CountryMetrics).follow(fastify);
  // Node would reject an unknown expectation, which RFC 9110 section 10.1.1 does not require.
  const server = fastify.server;
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  if (config.docsEnabled) serveDocs(app);
  return app;
}

function newAdapter(filter: () => ProblemFilter): FastifyAdapter {
  return new FastifyAdapter({
    logger: false,
    genReqId: requestIdOf,
    bodyLimit: MAX_BODY_BYTES,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    return503OnClosing: false,
    http: {
      joinDuplicateHeaders: true,
      // Rejected below with a problem body instead of Node's empty 400.
      requireHostHeader: false,
      connectionsCheckingInterval: CONNECTIONS_CHECK_INTERVAL_MS,
    },
    clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket) =>
      answerClientError(error, socket, problemCatalogue),
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      filter().answer(error, request, reply),
  });
}

function setRequestId(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  void reply.header('x-request-id', request.id);
  done();
}

function rejectUnreadable(
  request: FastifyRequest,
  _reply: FastifyReply,
  done: (error?: Error) => void,
): void {
  const { url, headers, raw } = request;
  if (url.length > MAX_URL_LENGTH) {
    return done(unreadable(`The URL is longer than ${MAX_URL_LENGTH} characters.`));
  }
  // RFC 9112 section 3.2.
  if (headers.host === undefined && raw.httpVersion === '1.1') {
    return done(unreadable('Host is missing.'));
  }
  // Node joins repeated headers with a comma, which no host contains.
  if (headers.host?.includes(',')) return done(unreadable('There is more than one Host.'));
  done();
}

function unreadable(detail: string): InvalidRequestError {
  return new InvalidRequestError([], detail);
}
