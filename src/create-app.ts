import type { RequestListener, ServerOptions } from 'node:http';
import type { Socket } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Drain } from '@app/health/drain.js';
import { closeConnections } from '@app/health/graceful-stop.js';
import { compressResponses } from '@app/http-compression/compress-responses.js';
import { answerOtherMethods } from '@app/http-methods/answer-other-methods.js';
import { createHttpServer } from '@app/http-server/create-http-server.js';
import { logAccess } from '@app/observability/access-log.js';
import { RequestMetrics } from '@app/observability/metrics/request-metrics.js';
import { NestLogger } from '@app/observability/nest-logger.js';
import { requestIdOf } from '@app/observability/request-id.js';
import type { Telemetry } from '@app/observability/telemetry.module.js';
import { answerClientError } from '@app/problem/client-error.js';
import { TurnQueue } from '@app/event-loop/turn-queue.js';
import { ProblemFilter } from '@app/problem/problem.filter.js';
import { AppModule } from './app.module.js';
import { accessLogOptions } from './app.options.js';
import type { Config } from './config/config.js';
import { allowOrigins } from './cors.js';
import { serveDocs } from './docs/serve-docs.js';
import { problemCatalogue } from './problem-catalogue.js';
import { rejectUnreadable } from './reject-unreadable.js';
import { CountryMetrics } from './weather/metrics/country.metrics.js';

const HTTP_OPTIONS: ServerOptions = {
  joinDuplicateHeaders: true,
  // Rejected below with a problem body instead of Node's empty 400.
  requireHostHeader: false,
};

/** Takes about a millisecond. */
const TOO_SLOW_PER_TURN = 10;

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
  // Before any other hook can answer, so that pages can read the errors too.
  await allowOrigins(app, config.corsOrigins);
  fastify.addHook('onRequest', rejectUnreadable);
  answerOtherMethods(fastify);
  compressResponses(fastify);
  closeConnections(fastify, app.get(Drain));
  logAccess(fastify, logger, accessLogOptions(config));
  app.get(RequestMetrics).follow(fastify);
  app.get(CountryMetrics).follow(fastify);
  // Node would reject an unknown expectation, which RFC 9110 section 10.1.1 does not require.
  const server = fastify.server;
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  if (config.docsEnabled) serveDocs(app, config.publicUrl);
  return app;
}

function newAdapter(filter: () => ProblemFilter): FastifyAdapter {
  const tooSlow = new TurnQueue(TOO_SLOW_PER_TURN);
  return new FastifyAdapter({
    logger: false,
    genReqId: requestIdOf,
    return503OnClosing: false,
    serverFactory: (handle: RequestListener) => createHttpServer(handle, HTTP_OPTIONS),
    clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket) => {
      const answer = (): void => answerClientError(error, socket, problemCatalogue);
      // Node finds all requests that are too slow at once; any other error comes alone.
      if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') tooSlow.add(answer);
      else answer();
    },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      filter().answer(error, request, reply),
  });
}

function setRequestId(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  void reply.header('x-request-id', request.id);
  done();
}
