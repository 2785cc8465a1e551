import { CodedError } from '@app/problem/coded.error.js';

/** The path exists, but not for this method (RFC 9110 section 15.5.6). */
export class MethodNotAllowedError extends CodedError {
  readonly code = 'method-not-allowed';

  constructor(override readonly allowedMethods: readonly string[]) {
    super(`This path answers ${allowedMethods.join(', ')}.`);
  }
}
