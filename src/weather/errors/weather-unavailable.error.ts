import { CodedError } from '@app/problem/coded.error.js';

const DEFAULT_RETRY_AFTER_SECONDS = 30;
/** The provider may want to be left alone for days; a watch that asks earlier costs nothing. */
const MAX_RETRY_AFTER_SECONDS = 900;

/** The provider does not answer and there is no copy left to serve. */
export class WeatherUnavailableError extends CodedError {
  readonly code = 'weather-unavailable';
  override readonly retryAfterSeconds: number;

  constructor(retryAfterMs: number | undefined, options?: ErrorOptions) {
    super('The weather of this position cannot be had at the moment.', options);
    const wishedSeconds = Math.ceil((retryAfterMs ?? 0) / 1000) || DEFAULT_RETRY_AFTER_SECONDS;
    this.retryAfterSeconds = Math.min(wishedSeconds, MAX_RETRY_AFTER_SECONDS);
  }
}
