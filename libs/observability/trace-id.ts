import type { FastifyRequest } from 'fastify';

type Traced = { traceId?: string };

/** Under which id a request is found in the log: that of its trace where there is one, else its own. */
export function traceIdOf(request: FastifyRequest & Traced): string {
  return request.traceId ?? request.id;
}

export function setTraceId(request: FastifyRequest & Traced, traceId: string): void {
  request.traceId = traceId;
}
