import type { DatasetName } from '../datasets/registry.js';
import type { ProviderIdentity } from '../provider-identity.js';

/** How long the records of a provider stay fresh, whatever the rule of the dataset or `WINDOWS` say. */
export interface ProviderFreshness {
  /** It may not be asked for the same again before. */
  readonly atLeastMs: number;
  /** Its own expiry counts up to this. */
  readonly atMostMs: number;
}

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
  /** An official feed: it is asked only for what it offers, and never because another provider has no place. */
  readonly isFeed?: true;
  /** What its terms demand of the time for which a record stays fresh; absent = nothing. */
  readonly freshness?: ProviderFreshness;
}
