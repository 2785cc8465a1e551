import type { MissLimit } from '@app/rate-limit/miss-limit.js';
import { mapDatasets, type DatasetName } from '../datasets/registry.js';
import type { EnabledProviders } from '../providers/enabled-providers.js';
import { Caches, type CachesOptions } from './caches.js';
import type { FreshnessPolicy } from './freshness-policy.js';
import { ProviderCache, type AllowanceOf } from './provider-cache.js';
import { UserAllowance } from './user-allowance.js';

/** The caches of the enabled providers, in the order of the requests. DI token. */
export class ProviderCaches {
  private readonly byDataset: Readonly<Record<DatasetName, readonly ProviderCache[]>>;

  constructor(readonly inOrder: readonly ProviderCache[]) {
    this.byDataset = mapDatasets((dataset) => [
      ...inOrder.filter((cache) => cache.offers(dataset)),
      ...inOrder.filter((cache) => !cache.offers(dataset)),
    ]);
  }

  /** The providers that offer the dataset first. */
  orderFor(dataset: DatasetName): readonly ProviderCache[] {
    return this.byDataset[dataset];
  }
}

/** Creates a cache per provider whose calls are charged to the users' allowances. */
export function cachesFor(
  { inOrder }: EnabledProviders,
  policy: FreshnessPolicy,
  options: CachesOptions,
  limit: MissLimit,
): ProviderCaches {
  const allowanceOf: AllowanceOf = (subject) => new UserAllowance(subject, limit);
  return new ProviderCaches(
    inOrder.map((provider) => {
      const caches = new Caches(options, provider.descriptor, policy);
      return new ProviderCache(provider, policy, caches, allowanceOf);
    }),
  );
}
