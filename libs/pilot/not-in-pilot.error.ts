import { CodedError } from '@app/problem/coded.error.js';

const DAY_SECONDS = 86_400;

/** The service is rolled out step by step, and the user is not in the pilot group yet. */
export class NotInPilotError extends CodedError {
  readonly code = 'not-in-pilot';
  /** Rollout steps are weeks apart, so a retry once a day is enough. */
  override readonly retryAfterSeconds = DAY_SECONDS;

  constructor() {
    super('This service is not open to you yet.');
  }
}
