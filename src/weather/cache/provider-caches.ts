import type { CellGrid } from '@app/cells/cell-grid.js';
import { mapDatasets, type DatasetName } from '../datasets/registry.js';
import type { EnabledProviders } from '../providers/enabled-providers.js';
import { Caches, type CachesOptions } from './caches.js';
import type { CostLevers } from './cost-levers.js';
import type { FreshnessPolicy } from './freshness-policy.js';
import { ProviderCache } from './provider-cache.js';

/** The caches of the enabled providers, in the order of the requests. DI token. */
export class ProviderCaches {
  private readonly byDataset: Readonly<Record<DatasetName, readonly ProviderCache[]>>;

  constructor(readonly inOrder: readonly ProviderCache[]) {
    this.byDataset = mapDatasets((dataset) => [
      ...inOrder.filter((cache) => cache.offers(dataset)),
      ...inOrder.filter((cache) => !cache.offers(dataset) && !cache.descriptor.isFeed),
    ]);
  }

  /** The providers that offer the dataset first; feeds only if they do. */
  orderFor(dataset: DatasetName): readonly ProviderCache[] {
    return this.byDataset[dataset];
  }
}

/** Creates a cache per provider. */
export function cachesFor(
  { inOrder }: EnabledProviders,
  policy: FreshnessPolicy,
  options: CachesOptions,
  levers: CostLevers,
  grid: CellGrid,
): ProviderCaches {
  return new ProviderCaches(
    inOrder.map((provider) => {
      const caches = new Caches(options, provider.descriptor, policy);
      return new ProviderCache(provider, policy, caches, levers, grid);
    }),
  );
}
