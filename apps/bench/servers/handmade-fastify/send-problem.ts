import type { FastifyReply, FastifyRequest } from 'fastify';

const PROBLEMS = {
  400: { type: '/problems/invalid-request', title: 'Invalid request' },
  401: { type: '/problems/unauthenticated', title: 'Unauthenticated' },
  403: { type: '/problems/insufficient-scope', title: 'Insufficient scope' },
  429: { type: '/problems/too-many-requests', title: 'Too many requests' },
  500: { type: 'about:blank', title: 'Internal server error' },
} as const;

/** A problem body (RFC 9457). */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  status: keyof typeof PROBLEMS,
): FastifyReply {
  if (status === 401) reply.header('www-authenticate', 'Bearer error="invalid_token"');
  const instance = request.routeOptions.url ?? '(unmatched)';
  const problem = { ...PROBLEMS[status], status, instance, traceId: request.id };
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}
