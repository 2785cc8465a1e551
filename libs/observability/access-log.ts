import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { LogForm } from './create-logger.js';
import { traceIdOf } from './trace-id.js';

/** Fields of one line, under their names in ECS. */
export type LogFields = Record<string, string | number | undefined>;

/** Adds what only the application knows of an answered request: never more of a URL than its route. */
export type AddFields = (fields: LogFields, request: FastifyRequest) => void;

type Caller = { user?: { subject?: string } };

interface AccessLogOptions {
  /** That of the logger: people want a sentence, which machines make of the fields when they need it. */
  readonly form: LogForm;
  readonly addFields?: AddFields;
}

/**
 * One line per answered request, in ECS names. `url.path` is the route, never the URL as asked: a
 * query can hold a position, an unknown path can hold anything.
 * @see https://www.elastic.co/docs/reference/ecs/ecs-field-reference
 */
export function logAccess(
  fastify: FastifyInstance,
  logger: Logger,
  { form, addFields }: AccessLogOptions,
): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    if (logger.isLevelEnabled('info')) {
      const route = request.routeOptions.url ?? '(unmatched)';
      const fields = fieldsOf(request, reply, route);
      addFields?.(fields, request);
      if (form === 'text') logger.info(fields, sentenceOf(request, reply, route));
      else logger.info(fields);
    }
    done();
  });
}

function fieldsOf(
  request: FastifyRequest & Caller,
  { statusCode, elapsedTime }: FastifyReply,
  route: string,
): LogFields {
  const traceId = traceIdOf(request);
  return {
    'http.request.method': request.method,
    'http.request.id': traceId === request.id ? undefined : request.id,
    'http.response.status_code': statusCode,
    'url.path': route,
    'event.duration': Math.round(elapsedTime * 1e6),
    'trace.id': traceId,
    'user.id': request.user?.subject,
  };
}

function sentenceOf(
  { method, id }: FastifyRequest,
  { statusCode, elapsedTime }: FastifyReply,
  route: string,
): string {
  return `${method} ${route} ${statusCode} ${elapsedTime.toFixed(1)} ms ${id}`;
}
