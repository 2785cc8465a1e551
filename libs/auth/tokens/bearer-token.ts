import type { FastifyRequest } from 'fastify';

/** `b64token` of RFC 6750 section 2.1; the scheme is case-insensitive (RFC 9110 section 11.1). */
const BEARER = /^bearer +([A-Za-z0-9._~+/-]+=*)$/i;

/**
 * The token of a request, undefined when there is none. Two `Authorization` headers arrive joined
 * by a comma (`joinDuplicateHeaders`) and match nothing, rather than one of them winning.
 */
export function bearerTokenOf(request: FastifyRequest): string | undefined {
  return BEARER.exec(request.headers.authorization ?? '')?.[1];
}
