import type { Entry, Freshness } from './entry.js';

/** A cached value, its state, and how the read was served. */
export interface CacheResult<T> {
  readonly entry: Entry<T>;
  readonly freshness: Exclude<Freshness, 'dead'>;
  /** `hit`: from the cache; `miss`: this caller led the load; `waited`: it waited for another's. */
  readonly outcome: 'hit' | 'miss' | 'waited';
}
