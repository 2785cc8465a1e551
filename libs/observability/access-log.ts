import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { isSampled, type AccessLogSample } from './access-log-sample.js';
import type { LogForm } from './create-logger.js';
import { traceIdOf } from './trace-id.js';

/** Fields of one line, by their ECS names. */
export type LogFields = Record<string, string | number | undefined>;

/** Adds fields that only the application knows. It must not add more of a URL than the route. */
export type AddFields = (fields: LogFields, request: FastifyRequest) => void;

type Caller = { user?: { subject?: string } };

export interface AccessLogOptions {
  /** The form of the logger: `text` adds a sentence to the fields. */
  readonly form: LogForm;
  readonly addFields?: AddFields;
  /** Without it, every answer is logged. */
  readonly sample?: AccessLogSample | undefined;
}

const EVERY_ANSWER: AccessLogSample = { share: 1, random: () => 0 };

/**
 * Logs one line per answered request, in ECS names; of 2xx and 304 only the share that `sample` says. Their
 * lines then have that share as `labels.sample`: one line stands for 1 / share requests. `url.path` is the
 * route, never the requested URL: a query can contain a position, an unknown path can contain anything.
 * @see https://www.elastic.co/docs/reference/ecs/ecs-field-reference
 */
export function logAccess(
  fastify: FastifyInstance,
  logger: Logger,
  { form, addFields, sample = EVERY_ANSWER }: AccessLogOptions,
): void {
  const share = String(sample.share);
  fastify.addHook('onResponse', (request, reply, done) => {
    if (!logger.isLevelEnabled('info')) return done();
    const sampled = isSampled(sample, request, reply.statusCode);
    if (sampled && sample.random() >= sample.share) return done();
    const route = request.routeOptions.url ?? '(unmatched)';
    const fields = fieldsOf(request, reply, route);
    if (sampled) fields['labels.sample'] = share;
    addFields?.(fields, request);
    if (form === 'text') logger.info(fields, sentenceOf(request, reply, route));
    else logger.info(fields);
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
