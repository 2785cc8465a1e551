import type { FastifyRequest } from 'fastify';

type WithProblemCode = FastifyRequest & { problemCode?: string };

/** Keeps the problem code on the request, for the access log. */
export function setProblemCode(request: FastifyRequest, code: string): void {
  (request as WithProblemCode).problemCode = code;
}

/** The problem code of the response; undefined when there was no problem. */
export function problemCodeOf(request: FastifyRequest): string | undefined {
  return (request as WithProblemCode).problemCode;
}
