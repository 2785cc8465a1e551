import { CodedError, type RateLimitFields } from '@app/problem/coded.error.js';

/** A user has used up a quota of their own. */
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
