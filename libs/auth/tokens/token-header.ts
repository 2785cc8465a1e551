import { ALGORITHMS, type Algorithm } from '../keys/signing-key.js';

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
 * @throws Error with a message for the client
 */
export function readTokenHeader(token: string): TokenHeader {
  const header = parse(token);
  const { kid } = header;
  const alg = ALGORITHMS.find((known) => known === header['alg']);
  if (alg === undefined) {
    throw new Error(`The token must be signed with ${ALGORITHMS.join(', ')}.`);
  }
  if ('crit' in header)
    throw new Error('The token has critical extensions that are not known here.');
  if (kid !== undefined && typeof kid !== 'string')
    throw new Error('The token has no usable "kid".');
  return { alg, kid: kid || undefined };
}

function parse(token: string): Record<string, unknown> {
  try {
    const header: unknown =
      COMPACT.test(token) &&
      JSON.parse(Buffer.from(token.slice(0, token.indexOf('.')), 'base64url').toString('utf8'));
    if (typeof header === 'object' && header !== null) return header as Record<string, unknown>;
  } catch {
    // Falls through: invalid JSON is the same error as not an object.
  }
  throw new Error('The token is not a JWT.');
}
