import { Caches, type CachesOptions } from './caches.js';
import type { FreshnessPolicy } from './freshness-policy.js';
import type { Charge } from './charge.js';
import { ProviderCache } from './provider-cache.js';
import type { WeatherProvider } from '../providers/weather-provider.js';

/** Where weather comes from: providers, each behind its caches. */
export class ProviderCaches {
  readonly primary: ProviderCache;
  /** Asked when the primary source has no place there, or can neither answer nor has a copy. */
  readonly fallback: ProviderCache | undefined;

  /** @param providers the first is the primary one, the second the fall-back if there is one */
  constructor(
    [primary, fallback]: readonly [WeatherProvider, WeatherProvider | undefined],
    policy: FreshnessPolicy,
    options: CachesOptions,
    charge: Charge,
  ) {
    this.primary = new ProviderCache(primary, policy, new Caches(options), charge);
    if (!fallback) return;
    const caches = new Caches(options, `${fallback.origin}:`);
    this.fallback = new ProviderCache(fallback, policy, caches, charge);
  }
}
