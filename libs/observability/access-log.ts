import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

type Caller = { user?: { subject?: string } };

/**
 * One line per answered request, in ECS names. `url.path` is the route, never the URL as asked: a
 * query can hold a position, an unknown path can hold anything.
 */
export function logAccess(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    if (logger.isLevelEnabled('info')) logger.info(...lineOf(request, reply));
    done();
  });
}

function lineOf(request: FastifyRequest & Caller, reply: FastifyReply): [object, string] {
  const route = request.routeOptions.url ?? '(unmatched)';
  const { statusCode, elapsedTime } = reply;
  return [
    {
      'http.request.method': request.method,
      'http.response.status_code': statusCode,
      'url.path': route,
      'event.duration': Math.round(elapsedTime * 1e6),
      'trace.id': request.id,
      'user.id': request.user?.subject,
    },
    `${request.method} ${route} ${statusCode} ${elapsedTime.toFixed(1)} ms ${request.id}`,
  ];
}
