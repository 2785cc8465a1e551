import { CodedError } from '@app/problem/coded.error.js';

/** No key of the issuer was ever loaded, so no token can be verified. */
export class IdentityUnavailableError extends CodedError {
  readonly code = 'identity-unavailable';
  override readonly retryAfterSeconds = 10;

  constructor(options?: ErrorOptions) {
    super('The identity provider cannot be reached, so the token cannot be verified.', options);
  }
}
