interface Lifetimes {
  /** Freshness lifetime for the client. */
  readonly maxAgeSeconds: number;
  /** How long after it the client may use the response if a request fails (RFC 5861). */
  readonly staleIfErrorSeconds: number;
}

/**
 * `Cache-Control` of a private response. Never `max-age=0`, which would make a fleet of clients retry at
 * once.
 */
export function cacheControl({ maxAgeSeconds, staleIfErrorSeconds }: Lifetimes): string {
  const maxAge = Math.max(1, maxAgeSeconds);
  return `private, max-age=${maxAge}, stale-if-error=${Math.max(0, staleIfErrorSeconds)}`;
}
