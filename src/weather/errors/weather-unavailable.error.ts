import { CodedError } from '@app/problem/coded.error.js';

const ASK_AGAIN_AFTER_SECONDS = 30;
/** The provider may want to be left alone for days; a watch that asks earlier costs nothing. */
const LONGEST_WAIT_SECONDS = 900;

/** The provider does not answer and there is no copy left to serve. */
export class WeatherUnavailableError extends CodedError {
  readonly code = 'weather-unavailable';
  override readonly retryAfterSeconds: number;

  constructor(retryAfterMs: number | undefined, options?: ErrorOptions) {
    super('The weather of this position cannot be had at the moment.', options);
    const wishedSeconds = Math.ceil((retryAfterMs ?? 0) / 1000) || ASK_AGAIN_AFTER_SECONDS;
    this.retryAfterSeconds = Math.min(wishedSeconds, LONGEST_WAIT_SECONDS);
  }
}
