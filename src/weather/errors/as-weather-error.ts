import { LoadError } from '@app/load/load.error.js';
import { NotAdmittedError } from '@app/read-through/not-admitted.error.js';
import { DeadlineExceededError } from '@app/read-through/deadline-exceeded.error.js';
import { WeatherUnavailableError } from './weather-unavailable.error.js';

/** Whether the source is unavailable, rather than the caller rejected or a bug. */
export function isOutage(error: unknown): boolean {
  return error instanceof LoadError || error instanceof DeadlineExceededError;
}

/** The error for the watch: every kind of outage becomes a `WeatherUnavailableError`. */
export function asWeatherError(error: unknown): unknown {
  // The reason for the rejection is meant for the watch.
  if (error instanceof NotAdmittedError) return error.cause;
  if (!isOutage(error)) return error;
  const retryAfterMs = error instanceof LoadError ? error.retryAfterMs : undefined;
  return new WeatherUnavailableError(retryAfterMs, { cause: error });
}
