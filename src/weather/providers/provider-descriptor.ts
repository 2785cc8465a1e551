import type { DatasetName } from '../datasets/registry.js';

/** What must be shown beside the weather, linked, about its provider. */
export interface Attribution {
  readonly name: string;
  readonly url: string;
  /** Terms under which the data may be passed on; null for a contract of our own. */
  readonly licenceUrl: string | null;
}

/** What the rest of the product knows about one provider. */
export interface ProviderDescriptor {
  /** In bodies (`origin`), metrics, logs and Redis keys. */
  readonly name: string;
  /** For people: in a glance and in the log. */
  readonly shortName: string;
  readonly attribution: Attribution;
  /** The variable that holds its key. */
  readonly keyVariable: string;
  /** The datasets that it offers. */
  readonly datasets: readonly DatasetName[];
  /** Whether finding a place takes a call; else each position is a place of its own. */
  readonly searchesForPlaces: boolean;
  /** Before the names of its caches, so that records of two providers never mix. */
  readonly cachePrefix: string;
}
