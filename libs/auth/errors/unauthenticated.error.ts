import { CodedError } from '@app/problem/coded.error.js';
import { ALGORITHMS } from '../keys/signing-key.js';

/** Why a token does not verify, as a client may read it. */
const TOKEN_FAULTS = {
  'no-single-token': 'The Authorization header holds no single bearer token.',
  form: 'The token is not a JWT.',
  algorithm: `The token must be signed with ${ALGORITHMS.join(', ')}.`,
  unencoded: 'The token has a payload that is not base64url ("b64").',
  critical: 'The token has critical extensions that are not known here.',
  'key-id': 'The token has no usable "kid".',
  'unlisted-key': 'The token is signed with a key that the issuer does not list for its "alg".',
  signature: 'The signature of the token does not verify.',
  'not-active': 'The token is not valid yet.',
  expired: 'The token has expired.',
  'no-expiry': 'The token has no "exp".',
  'unusable-date': 'A date of the token is no time.',
  'no-audience': 'The token has no "aud".',
  audience: 'The token is for another audience.',
  issuer: 'The token is from another issuer.',
  'no-subject': 'The token has no "sub".',
  type: 'The token is of another type than "JWT" or "at+jwt".',
  purpose: 'The token is not an access token.',
  bound:
    'The token is bound to a key of its client ("cnf"); only plain bearer tokens are accepted.',
  other: 'The token does not verify.',
} as const;

export type TokenFault = keyof typeof TOKEN_FAULTS;

/**
 * The request has no token, or one that does not verify. Without a token the challenge has no error
 * code (RFC 6750 section 3.1).
 *
 * Each fault is one object for all requests: anyone can cause it as often as they like, and capturing a
 * stack that is never read costs more than answering.
 */
export class UnauthenticatedError extends CodedError {
  private static readonly tokenFaults = new Map(
    Object.entries(TOKEN_FAULTS).map(([fault, detail]) => [
      fault,
      new UnauthenticatedError(detail, 'Bearer error="invalid_token"'),
    ]),
  );

  static readonly noToken = new UnauthenticatedError(
    'Send one "Authorization: Bearer <token>" header.',
    'Bearer',
  );

  readonly code = 'unauthenticated';
  override readonly challenge: string;

  private constructor(detail: string, challenge: string) {
    super(detail);
    this.challenge = challenge;
  }

  static invalidToken(fault: TokenFault): UnauthenticatedError {
    return UnauthenticatedError.tokenFaults.get(fault) as UnauthenticatedError;
  }
}
