import { CodedError } from '@app/problem/coded.error.js';

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

  static invalidToken(detail: string, options?: ErrorOptions): UnauthenticatedError {
    return new UnauthenticatedError(detail, 'Bearer error="invalid_token"', options);
  }
}
