import { hash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { UnauthenticatedError } from '../errors/unauthenticated.error.js';

/** `b64token` of RFC 6750 section 2.1; the scheme is case-insensitive (RFC 9110 section 11.1). */
const BEARER = /^bearer +([A-Za-z0-9._~+/-]+=*)$/i;

/** The token of a request; nothing about it is verified. */
export interface BearerToken {
  readonly text: string;
  /** SHA-256 of the text. Equal digests mean equal tokens, so it can stand for the token in a cache. */
  readonly digest: string;
}

/**
 * The token of a request. Two `Authorization` headers arrive joined by a comma (`joinDuplicateHeaders`) and
 * match nothing, rather than one of them winning.
 * @throws UnauthenticatedError when there is none. A bearer header without a token gets another challenge than no
 * header (RFC 6750 section 3.1).
 */
export function bearerTokenOf({ headers }: Pick<FastifyRequest, 'headers'>): BearerToken {
  const authorization = headers.authorization ?? '';
  const text = BEARER.exec(authorization)?.[1];
  if (text !== undefined) return { text, digest: hash('sha256', text, 'base64url') };
  throw /^bearer\b/i.test(authorization)
    ? UnauthenticatedError.invalidToken('no-single-token')
    : UnauthenticatedError.noToken;
}
