import type { Clock } from '@app/clock/clock.js';
import type { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import { ReadThrough } from '@app/read-through/read-through.js';
import type { SharedStore } from '@app/read-through/shared-store.js';
import {
  codecOf,
  completeOf,
  entriesInMemory,
  mapDatasets,
  type Datasets,
} from '../datasets/registry.js';
import {
  CITY_RECORD_KINDS,
  PLACE_RECORD_KINDS,
  placeCodec,
  placeRecordCodec,
  REDIRECT_RECORD_KINDS,
  type PlaceRecord,
} from '../places/place-record.js';
import type { ProviderDescriptor } from '../providers/provider-descriptor.js';
import { recordKindsOf, type FreshnessPolicy, type RecordKind } from './freshness-policy.js';
import { longestWithin } from './provider-window.js';

/** DI token. */
export abstract class CachesOptions {
  /** The store of dataset records, shared by all pods. */
  abstract readonly store: SharedStore;
  /** The store of place records, shared by all pods. */
  abstract readonly placeStore: SharedStore;
  abstract readonly clock: Clock;
  abstract readonly events: ReadThroughEvents;
  /** Maximum number of records that each cache keeps in memory; fewer where records are larger. */
  abstract readonly maxEntries: number;
  /** Uniform in [0, 1); for the jitter of windows. */
  abstract readonly random: () => number;
}

type CachedProvider = Pick<ProviderDescriptor, 'cachePrefix' | 'isPlaceKey' | 'freshness'>;
type DatasetCaches = { readonly [D in keyof Datasets]: ReadThrough<Datasets[D]> };

/** The caches of one provider, one per kind of record. */
export class Caches {
  /** By cell. */
  readonly places: ReadThrough<PlaceRecord>;
  /** By the key of a place that the provider no longer knows: its current place. */
  readonly redirects: ReadThrough<PlaceRecord>;
  /** By the key that a neighbourhood names as its city. */
  readonly cities: ReadThrough<PlaceRecord>;
  /** By place, or by position: see `keyedBy` of the dataset. */
  readonly datasets: DatasetCaches;

  constructor(
    options: CachesOptions,
    { cachePrefix, isPlaceKey, freshness }: CachedProvider,
    policy: FreshnessPolicy,
  ) {
    const { store, placeStore, clock, events, maxEntries, random } = options;
    const commonOf = (name: string, kinds: readonly RecordKind[]) => ({
      clock,
      events,
      maxEntries,
      random,
      name: cachePrefix + name,
      longestWindow: longestWithin(policy.longestWindow(kinds), freshness),
    });
    const places = { store: placeStore, codec: placeRecordCodec(placeCodec(isPlaceKey)) };
    this.places = new ReadThrough({ ...commonOf('place', PLACE_RECORD_KINDS), ...places });
    this.redirects = new ReadThrough({
      ...commonOf('successor', REDIRECT_RECORD_KINDS),
      ...places,
    });
    this.cities = new ReadThrough({ ...commonOf('city', CITY_RECORD_KINDS), ...places });
    const datasets: unknown = mapDatasets((name) => {
      const record = { codec: codecOf(name), complete: completeOf(name) };
      const common = commonOf(name, recordKindsOf(name));
      const inMemory = { maxEntries: entriesInMemory(name, maxEntries) };
      return new ReadThrough({ ...common, ...inMemory, store, ...record });
    });
    this.datasets = datasets as DatasetCaches;
  }

  /** Number of records in memory, by cache name. */
  sizes(): Readonly<Record<string, number>> {
    const { places, redirects, cities, datasets } = this;
    const caches = Object.entries({
      place: places,
      successor: redirects,
      city: cities,
      ...datasets,
    });
    return Object.fromEntries(caches.map(([name, { size }]) => [name, size]));
  }
}
