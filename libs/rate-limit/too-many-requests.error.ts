import { CodedError, type RateLimitFields } from '@app/problem/coded.error.js';

/** A user has used up a quota; others have not. */
export class TooManyRequestsError extends CodedError {
  readonly code = 'too-many-requests';

  constructor(
    message: string,
    override readonly retryAfterSeconds: number,
    override readonly rateLimit: RateLimitFields,
  ) {
    super(message);
  }
}
