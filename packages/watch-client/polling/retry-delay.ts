import type { Failure } from '../http/http-result.js';

const INITIAL_DELAY_MS = 30_000;
const MAX_DELAY_MS = 15 * 60_000;
/** For errors that the same request gets again. */
const CLIENT_ERROR_DELAY_MS = 60 * 60_000;
const CLIENT_ERRORS: readonly (number | null)[] = [400, 403, 404];

/**
 * The delay before the next request after a failure, in ms: at least `Retry-After`, else exponential backoff.
 * It has jitter, so that watches that failed together do not return together.
 * @param failuresInARow consecutive failures, including this one
 */
export function retryDelayMs(
  failure: Failure,
  failuresInARow: number,
  random: () => number,
): number {
  if (failure.retryAfterMs !== null) return failure.retryAfterMs * (1 + random() / 2);
  if (CLIENT_ERRORS.includes(failure.status)) return CLIENT_ERROR_DELAY_MS * (1 + random() / 2);
  const backoffMs = Math.min(INITIAL_DELAY_MS * 2 ** (failuresInARow - 1), MAX_DELAY_MS);
  return backoffMs * (0.5 + random() / 2);
}
