import type { MissLimit } from '@app/rate-limit/miss-limit.js';
import type { EnabledProviders } from '../providers/enabled-providers.js';
import { Caches, type CachesOptions } from './caches.js';
import { chargeTo } from './charge.js';
import type { FreshnessPolicy } from './freshness-policy.js';
import { ProviderCache } from './provider-cache.js';

/** The enabled providers, each behind its cache, in order of preference. DI token. */
export class ProviderCaches {
  constructor(readonly inOrder: readonly ProviderCache[]) {}
}

/** Creates a cache per provider that charges calls to the users' allowances. */
export function cachesFor(
  { inOrder }: EnabledProviders,
  policy: FreshnessPolicy,
  options: CachesOptions,
  limit: MissLimit,
): ProviderCaches {
  const charge = chargeTo(limit);
  return new ProviderCaches(
    inOrder.map((provider) => {
      const caches = new Caches(options, provider.descriptor.cachePrefix);
      return new ProviderCache(provider, policy, caches, charge);
    }),
  );
}
