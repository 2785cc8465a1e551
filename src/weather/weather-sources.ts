import { Caches, type CachesOptions } from './cache/caches.js';
import type { FreshnessPolicy } from './cache/freshness-policy.js';
import type { Charge } from './cache/charge.js';
import { WeatherCache } from './cache/weather-cache.js';
import type { WeatherProvider } from './weather-provider.js';

/** Where weather comes from: providers, each behind its caches. */
export class WeatherSources {
  readonly primary: WeatherCache;
  /** Asked when the primary source has no place there, or can neither answer nor has a copy. */
  readonly fallback: WeatherCache | undefined;

  /** @param providers the first is the primary one, the second the fall-back if there is one */
  constructor(
    [primary, fallback]: readonly [WeatherProvider, WeatherProvider | undefined],
    policy: FreshnessPolicy,
    options: CachesOptions,
    charge: Charge,
  ) {
    this.primary = new WeatherCache(primary, policy, new Caches(options), charge);
    if (!fallback) return;
    const caches = new Caches(options, `${fallback.origin}:`);
    this.fallback = new WeatherCache(fallback, policy, caches, charge);
  }
}
