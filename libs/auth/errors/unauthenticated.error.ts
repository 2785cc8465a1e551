import { CodedError } from '@app/problem/coded.error.js';

/** Why a token does not verify, as a client may read it. */
const TOKEN_FAULTS = {
  expired: 'The token has expired.',
  'not-active': 'The token is not valid yet.',
  audience: 'The token is for another audience.',
  'no-audience': 'The token has no "aud".',
  issuer: 'The token is from another issuer.',
  signature: 'The signature of the token does not verify.',
  'unlisted-key': 'The token is signed with a key that the issuer does not list for its "alg".',
  'no-single-token': 'The Authorization header holds no single bearer token.',
  other: 'The token does not verify.',
} as const;

export type TokenFault = keyof typeof TOKEN_FAULTS;

/**
 * The request has no token, or one that does not verify. Without a token the challenge has no error
 * code (RFC 6750 section 3.1).
 */
export class UnauthenticatedError extends CodedError {
  readonly code = 'unauthenticated';
  override readonly challenge: string;

  private constructor(detail: string, challenge: string, options?: ErrorOptions) {
    super(detail, options);
    this.challenge = challenge;
  }

  static noToken(): UnauthenticatedError {
    return new UnauthenticatedError('Send one "Authorization: Bearer <token>" header.', 'Bearer');
  }

  static invalidToken(fault: TokenFault, options?: ErrorOptions): UnauthenticatedError {
    return UnauthenticatedError.malformedToken(TOKEN_FAULTS[fault], options);
  }

  /** @param detail what is wrong with this token's form, for the client */
  static malformedToken(detail: string, options?: ErrorOptions): UnauthenticatedError {
    return new UnauthenticatedError(detail, 'Bearer error="invalid_token"', options);
  }
}
