import type { DatasetName } from '../datasets/registry.js';

/** The attribution that must be shown, as a link, next to the weather. */
export interface Attribution {
  readonly name: string;
  readonly url: string;
  /** Licence for redistribution; null under a contract. */
  readonly licenceUrl: string | null;
}

/** The properties of a provider that the rest of the product uses. */
export interface ProviderDescriptor {
  /** In bodies (`origin`), metrics, logs and Redis keys. */
  readonly name: string;
  /** For people: in a glance and in the log. */
  readonly shortName: string;
  readonly attribution: Attribution;
  /** The environment variable of its API key. */
  readonly keyVariable: string;
  /** The datasets that it offers. */
  readonly datasets: readonly DatasetName[];
  /** Whether finding a place takes a call; otherwise each position is its own place. */
  readonly searchesForPlaces: boolean;
  /** Prefix of its cache names, which separates the records of the providers. */
  readonly cachePrefix: string;
}
