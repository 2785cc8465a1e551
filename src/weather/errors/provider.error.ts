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
  /** It fails (5xx), redirects, or sends a status of which we can make nothing. */
  | 'failing'
  /** It answered 200 with something that is no weather. */
  | 'malformed'
  | 'timeout'
  /** No connection, or one that broke. */
  | 'network';

/** The provider did not answer. The message names no key, no URL and no position. */
export class ProviderError extends Error {
  constructor(
    readonly fault: ProviderFault,
    message: string,
    /** How long the provider asks to be left alone. */
    readonly retryAfterMs?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'ProviderError';
  }
}
