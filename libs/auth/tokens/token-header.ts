import { UnauthenticatedError } from '../errors/unauthenticated.error.js';
import { ALGORITHMS, type Algorithm } from '../keys/signing-key.js';
import { readPart } from './read-part.js';

/** The compact form of a signed token (RFC 7515 section 7.1). */
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** The members of a JOSE header that select the key. */
export interface TokenHeader {
  readonly alg: Algorithm;
  /** Undefined when it is absent or empty. */
  readonly kid: string | undefined;
}

/**
 * Reads a token's JOSE header (RFC 7515 section 4). `jwk`, `jku` and `x5c` are ignored: a token must not
 * choose the key that verifies it. Critical extensions are rejected, because none is supported.
 * @throws UnauthenticatedError
 */
export function readTokenHeader(token: string): TokenHeader {
  const header = COMPACT.test(token) ? readPart(token.slice(0, token.indexOf('.'))) : undefined;
  if (!header) throw UnauthenticatedError.invalidToken('form');
  const { kid } = header;
  const alg = ALGORITHMS.find((known) => known === header['alg']);
  if (alg === undefined) throw UnauthenticatedError.invalidToken('algorithm');
  if ('crit' in header) throw UnauthenticatedError.invalidToken('critical');
  if (kid !== undefined && typeof kid !== 'string') {
    throw UnauthenticatedError.invalidToken('key-id');
  }
  return { alg, kid: kid || undefined };
}
