import { LoadError } from '@app/load/load.error.js';

/** Why a provider could not answer. */
export type ProviderFault =
  /** The key is invalid, missing or expired: every call fails until it is replaced. */
  | 'unauthorized'
  /** The plan does not include this. */
  | 'forbidden'
  /** The quota is exhausted, or the rate limit is exceeded. */
  | 'quota'
  /** The quota of one product is exhausted, which the provider counts apart from the others. */
  | 'product-quota'
  /** The provider does not have the product at this position. */
  | 'not-covered'
  /** The provider does not know the place, or no longer knows it. */
  | 'unknown-place'
  /** The request is invalid: a bug of ours. */
  | 'rejected'
  /** A server error (5xx). */
  | 'failing'
  /** The response is not weather: invalid JSON, a redirect, an unknown status. */
  | 'malformed'
  /** No response in time, or status 408. */
  | 'timeout'
  /** No connection, or a broken one. */
  | 'network';

/**
 * A provider call failed. The message contains no key, URL or position. The code is the fault; it is all
 * that a process learns that waited for a call of another process.
 */
export class ProviderError extends LoadError {
  constructor(
    readonly fault: ProviderFault,
    message: string,
    retryAfterMs?: number,
    options?: ErrorOptions,
  ) {
    super(fault, message, retryAfterMs, options);
  }
}
