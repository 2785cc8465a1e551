import { UnauthenticatedError } from '../errors/unauthenticated.error.js';
import { ALGORITHMS, type Algorithm } from '../keys/signing-key.js';
import { isAccessTokenType } from './access-token-type.js';
import { readPart } from './read-part.js';

/** The compact form of a signed token (RFC 7515 section 7.1). */
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/;
/**
 * The end of base64url by its length modulo 4: unused bits are 0 (RFC 4648 section 3.5). The signature does not cover
 * itself, so that otherwise anybody could write one token in many ways.
 */
const CANONICAL_ENDS: Readonly<Record<number, RegExp>> = {
  0: /./,
  2: /[AQgw]$/,
  3: /[AEIMQUYcgkosw048]$/,
};

/** The members of a JOSE header that select the key. */
export interface TokenHeader {
  readonly alg: Algorithm;
  /** Undefined when it is absent or empty. */
  readonly kid: string | undefined;
}

/**
 * Reads a token's JOSE header (RFC 7515 section 4). `jwk`, `jku` and `x5c` are ignored: a token must not
 * choose the key that verifies it. Critical extensions are rejected, because none is supported, and other types than
 * access tokens.
 * @throws UnauthenticatedError
 */
export function readTokenHeader(token: string): TokenHeader {
  const header = isCompact(token) ? readPart(token.slice(0, token.indexOf('.'))) : undefined;
  if (!header) throw UnauthenticatedError.invalidToken('form');
  const { kid } = header;
  const alg = ALGORITHMS.find((known) => known === header['alg']);
  if (alg === undefined) throw UnauthenticatedError.invalidToken('algorithm');
  if ('crit' in header) throw UnauthenticatedError.invalidToken('critical');
  // RFC 7797 section 7: not in a JWT.
  if (header['b64'] === false) throw UnauthenticatedError.invalidToken('unencoded');
  if (!isAccessTokenType(header['typ'])) throw UnauthenticatedError.invalidToken('type');
  if (kid !== undefined && typeof kid !== 'string') {
    throw UnauthenticatedError.invalidToken('key-id');
  }
  return { alg, kid: kid || undefined };
}

function isCompact(token: string): boolean {
  if (!COMPACT.test(token)) return false;
  const lengthOfSignature = token.length - token.lastIndexOf('.') - 1;
  return CANONICAL_ENDS[lengthOfSignature % 4]?.test(token) === true;
}
