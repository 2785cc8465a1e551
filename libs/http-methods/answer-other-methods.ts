import { METHODS } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { MethodNotAllowedError } from './method-not-allowed.error.js';

const ALLOWED = ['GET', 'HEAD', 'OPTIONS'] as const;
const NO_CONTENT = 204;
/** Node does not announce it as a request. */
const TUNNEL = 'CONNECT';

type Done = (error?: Error) => void;

/**
 * For an API that only reads: every path that is added later and answers GET answers OPTIONS with 204 and any
 * other method with the problem `method-not-allowed`, both with `Allow` (RFC 9110 sections 9.3.7 and 15.5.6), before a
 * token is checked and before a body is read.
 *
 * These are routes, so that exactly the paths that GET finds are known, in any spelling.
 */
export function answerOtherMethods(fastify: FastifyInstance): void {
  const others = METHODS.filter((method) => method !== TUNNEL && !isAllowed(method));
  for (const method of others) {
    if (!fastify.supportedMethods.includes(method)) fastify.addHttpMethod(method);
  }
  const known = new Set<string>();
  fastify.addHook('onRoute', ({ method, url }) => {
    if (![method].flat().includes('GET') || known.has(url)) return;
    known.add(url);
    fastify.route({ method: 'OPTIONS', url, onRequest: answerOptions, handler: unreachable });
    fastify.route({ method: others, url, onRequest: refuse, handler: unreachable });
  });
}

function isAllowed(method: string): boolean {
  return (ALLOWED as readonly string[]).includes(method);
}

function answerOptions(_request: FastifyRequest, reply: FastifyReply): void {
  void reply.code(NO_CONTENT).header('allow', ALLOWED.join(', ')).send();
}

function refuse(_request: FastifyRequest, _reply: FastifyReply, done: Done): void {
  done(new MethodNotAllowedError(ALLOWED));
}

function unreachable(): never {
  throw new Error('answered before its handler');
}
