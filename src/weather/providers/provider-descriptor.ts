import type { DatasetName } from '../datasets/registry.js';
import type { ProviderIdentity } from '../provider-identity.js';

/** What the rest of the product knows about one provider. */
export interface ProviderDescriptor extends ProviderIdentity {
  /** The variable that holds its key; null for a provider without keys. */
  readonly keyVariable: string | null;
  /** The datasets that it offers. */
  readonly datasets: readonly DatasetName[];
  /** Whether a text may be a key of its places. */
  readonly isPlaceKey: (key: string) => boolean;
  /** Prefix of its cache names, which separates the records of the providers. */
  readonly cachePrefix: string;
}
