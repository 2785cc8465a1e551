import { CodedError } from '@app/problem/coded.error.js';

/**
 * The caller did not say who it is, or said it in a way that does not verify. Without a token the
 * challenge has no error code, as RFC 6750 section 3.1 asks.
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
