import { CodedError } from '@app/problem/coded.error.js';

const DAY_SECONDS = 86_400;

/** The service is being introduced step by step, and this user's turn has not come. */
export class NotInPilotError extends CodedError {
  readonly code = 'not-in-pilot';
  /** Steps are weeks apart; asking more often than daily helps nobody. */
  override readonly retryAfterSeconds = DAY_SECONDS;

  constructor() {
    super('This service is not open to you yet.');
  }
}
