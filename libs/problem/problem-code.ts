import type { FastifyRequest } from 'fastify';

type Noted = FastifyRequest & { problemCode?: string };

/** Leaves word on the request of what went wrong with it, for the log. */
export function setProblemCode(request: FastifyRequest, code: string): void {
  (request as Noted).problemCode = code;
}

/** The code of the problem that a request was answered with; undefined when it was answered well. */
export function problemCodeOf(request: FastifyRequest): string | undefined {
  return (request as Noted).problemCode;
}
