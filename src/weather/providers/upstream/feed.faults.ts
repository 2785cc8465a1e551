import { ProviderError, type ProviderFault } from '../provider.error.js';
import type { ErrorResponse } from './error-response.js';

const SECOND_MS = 1_000;

/** The NWS asks for a pause of about five seconds; MET Norway only to slow down. */
const SLOW_DOWN_MS = 5 * SECOND_MS;

const FAULTS: Readonly<Record<number, ProviderFault>> = {
  400: 'rejected',
  // Without a contact in the User-Agent, and at MET Norway with more than four decimals.
  401: 'forbidden',
  403: 'forbidden',
  404: 'rejected',
  408: 'timeout',
  422: 'rejected',
  429: 'quota',
};

/** Classifies an error response of a feed. The message contains the status only: bodies quote the position. */
export function toFeedError({ status, retryAfterMs }: ErrorResponse): ProviderError {
  const fault = FAULTS[status] ?? (status >= 500 ? 'failing' : 'malformed');
  const cooldownMs = fault === 'quota' ? (retryAfterMs ?? SLOW_DOWN_MS) : retryAfterMs;
  return new ProviderError(fault, `status ${status}`, cooldownMs);
}
