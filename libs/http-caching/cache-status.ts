/** `hit`: from the cache; `miss`: this request led a load; `waited`: it waited for another's. */
export type CacheOutcome = 'hit' | 'miss' | 'waited';

/**
 * `Cache-Status` (RFC 9211) of a response.
 * @param name of the cache, a token
 * @param ttlMs remaining freshness; negative when the entry is stale
 */
export function cacheStatus(name: string, outcome: CacheOutcome, ttlMs: number): string {
  switch (outcome) {
    case 'hit':
      return `${name}; hit; ttl=${Math.floor(ttlMs / 1_000)}`;
    case 'miss':
      return `${name}; fwd=miss; stored`;
    case 'waited':
      return `${name}; fwd=miss; collapsed`;
  }
}
