/** What a `maxmemory-policy` of Redis means for keys without an expiry. */
export type Eviction = 'keeps' | 'refuses-writes' | 'evicts';

/**
 * `volatile-…` evicts only keys with an expiry, `noeviction` refuses writes when the memory is full, `allkeys-…` evicts any key. An unknown
 * policy counts as one that evicts.
 * @see https://redis.io/docs/latest/develop/reference/eviction/
 */
export function evictionOf(policy: string): Eviction {
  if (policy === 'noeviction') return 'refuses-writes';
  return policy.startsWith('volatile-') ? 'keeps' : 'evicts';
}
