import type { DatasetName } from '../datasets/registry.js';
import type { ProviderIdentity } from '../provider-identity.js';

/** What the rest of the product knows about one provider. */
export interface ProviderDescriptor extends ProviderIdentity {
  /** The variable that holds its key. */
  readonly keyVariable: string;
  /** The datasets that it offers. */
  readonly datasets: readonly DatasetName[];
  /** Whether finding a place takes a call; else each position is a place of its own. */
  readonly searchesForPlaces: boolean;
  /** Before the names of its caches, so that records of two providers never mix. */
  readonly cachePrefix: string;
}
