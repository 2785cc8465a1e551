/** `hit`: a copy was there; `miss`: this request led a load; `waited`: it waited for another's. */
export type CacheOutcome = 'hit' | 'miss' | 'waited';

/**
 * `Cache-Status` (RFC 9211) of an answer.
 * @param name of the cache, a token
 * @param ttlMs until the copy ceases to be fresh; negative when it did
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
