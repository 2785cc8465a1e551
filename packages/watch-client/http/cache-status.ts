/**
 * How the service obtained a response: from its cache (`hit`), from its cache although it was no longer fresh (`stale`),
 * or from the provider (`miss`; also where the request waited for another request's call).
 */
export type CacheOutcome = 'hit' | 'stale' | 'miss';

/** Reads `Cache-Status` (RFC 9211), in which a stale copy is a hit with a negative `ttl`; null where it says neither. */
export function cacheOutcome(header: string | null): CacheOutcome | null {
  const parameters = (header ?? '').split(';').map((text) => text.trim());
  if (parameters.some((text) => text.startsWith('ttl=-'))) return 'stale';
  if (parameters.some((text) => text.startsWith('fwd='))) return 'miss';
  return parameters.includes('hit') ? 'hit' : null;
}
