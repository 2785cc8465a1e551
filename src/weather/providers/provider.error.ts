import { LoadError } from '@app/load/load.error.js';

/** Why a provider could not answer. */
export type ProviderFault =
  /** The key is bad, missing or expired: nothing will work until somebody changes it. */
  | 'unauthorized'
  /** The plan does not include this. */
  | 'forbidden'
  /** The calls allowed are used up, or come too fast. */
  | 'quota'
  /** The provider does not know (any more) the place it once named. */
  | 'unknown-place'
  /** It refuses what we sent: our fault. */
  | 'rejected'
  /** It fails (5xx). */
  | 'failing'
  /** It answered with something that is no weather: no JSON, a redirect, a status that means nothing to us. */
  | 'malformed'
  /** It did not answer in time, or says that we were too slow. */
  | 'timeout'
  /** No connection, or one that broke. */
  | 'network';

const MINUTES = 60_000;

/** What the provider would say again however often it is asked, and for how long that is believed. */
const NEGATIVE_TTL_MS: Readonly<Partial<Record<ProviderFault, number>>> = {
  forbidden: 10 * MINUTES,
  'unknown-place': 10 * MINUTES,
  rejected: 10 * MINUTES,
};

/**
 * The provider did not answer. The message names no key, no URL and no position. Its code is the
 * fault, and is what a process that waited for another one's call gets to know.
 */
export class ProviderError extends LoadError {
  override readonly negativeTtlMs: number;

  constructor(
    readonly fault: ProviderFault,
    message: string,
    retryAfterMs?: number,
    options?: ErrorOptions,
  ) {
    super(fault, message, retryAfterMs, options);
    this.negativeTtlMs = NEGATIVE_TTL_MS[fault] ?? 0;
  }
}
