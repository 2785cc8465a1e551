import type { FastifyRequest } from 'fastify';

type Traced = { traceId?: string };

/** The id of a request in the log: that of its trace if there is one, else its own. */
export function traceIdOf(request: FastifyRequest & Traced): string {
  return request.traceId ?? request.id;
}

export function setTraceId(request: FastifyRequest & Traced, traceId: string): void {
  request.traceId = traceId;
}
