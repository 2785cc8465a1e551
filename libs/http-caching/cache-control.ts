interface Lifetimes {
  /** When to ask again. */
  readonly maxAgeSeconds: number;
  /** How long after it the answer still serves when asking fails (RFC 5861). */
  readonly staleIfErrorSeconds: number;
}

/**
 * `Cache-Control` of an answer for one watch alone. Never `max-age=0`, which would let a fleet come
 * back at once.
 */
export function cacheControl({ maxAgeSeconds, staleIfErrorSeconds }: Lifetimes): string {
  const maxAge = Math.max(1, maxAgeSeconds);
  return `private, max-age=${maxAge}, stale-if-error=${Math.max(0, staleIfErrorSeconds)}`;
}
