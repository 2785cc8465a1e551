import { CodedError, type RateLimitFields } from '@app/problem/coded.error.js';

/** A user has used up a quota of their own. */
export class TooManyRequestsError extends CodedError {
  readonly code = 'too-many-requests';

  private constructor(
    message: string,
    override readonly retryAfterSeconds: number,
    override readonly rateLimit: RateLimitFields,
  ) {
    super(message);
  }

  /** @param resetSeconds until the minute is over */
  static ofRequests(resetSeconds: number, fields: RateLimitFields): TooManyRequestsError {
    const message = 'Too many requests in this minute.';
    return new TooManyRequestsError(message, resetSeconds, fields);
  }

  /** @param resetSeconds until the hour is over */
  static ofMisses(resetSeconds: number, fields: RateLimitFields): TooManyRequestsError {
    const message = 'Too many uncached locations in the past hour.';
    return new TooManyRequestsError(message, resetSeconds, fields);
  }
}
