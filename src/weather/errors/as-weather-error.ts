import { LoadError } from '@app/load/load.error.js';
import { NotAdmittedError } from '@app/read-through/not-admitted.error.js';
import { DeadlineExceededError } from '@app/read-through/deadline-exceeded.error.js';
import { WeatherUnavailableError } from './weather-unavailable.error.js';

/** Whether a source could not answer, as against: would not, or has a bug. */
export function isOutage(error: unknown): boolean {
  return error instanceof LoadError || error instanceof DeadlineExceededError;
}

/** What a watch is told of an error: an outage is one thing to it, whatever its cause. */
export function asWeatherError(error: unknown): unknown {
  // Why a watch was not admitted is for the watch.
  if (error instanceof NotAdmittedError) return error.cause;
  if (!isOutage(error)) return error;
  const retryAfterMs = error instanceof LoadError ? error.retryAfterMs : undefined;
  return new WeatherUnavailableError(retryAfterMs, { cause: error });
}
