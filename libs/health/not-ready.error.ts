import { CodedError } from '@app/problem/coded.error.js';

/** The process must get no traffic: it starts or shuts down. */
export class NotReadyError extends CodedError {
  readonly code = 'not-ready';
  override readonly retryAfterSeconds = 5;

  constructor(unmet: readonly string[], options?: ErrorOptions) {
    super(`Not ready: ${unmet.join(', ')}.`, options);
  }
}
