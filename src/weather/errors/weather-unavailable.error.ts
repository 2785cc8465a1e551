import { CodedError } from '@app/problem/coded.error.js';

const DEFAULT_RETRY_AFTER_SECONDS = 30;
/** A cooldown may last for days; a watch that asks earlier causes no call. */
const MAX_RETRY_AFTER_SECONDS = 900;

/** The provider is unavailable and no record is cached. */
export class WeatherUnavailableError extends CodedError {
  readonly code = 'weather-unavailable';
  override readonly retryAfterSeconds: number;

  constructor(retryAfterMs: number | undefined, options?: ErrorOptions) {
    super('The weather of this position is temporarily unavailable.', options);
    const requestedSeconds = Math.ceil((retryAfterMs ?? 0) / 1000) || DEFAULT_RETRY_AFTER_SECONDS;
    this.retryAfterSeconds = Math.min(requestedSeconds, MAX_RETRY_AFTER_SECONDS);
  }
}
