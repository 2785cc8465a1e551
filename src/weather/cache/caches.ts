import type { Clock } from '@app/clock/clock.js';
import type { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import { ReadThrough } from '@app/read-through/read-through.js';
import type { SharedStore } from '@app/read-through/shared-store.js';
import { codecOf, mapDatasets, type Datasets } from '../datasets/registry.js';
import {
  PLACE_RECORD_KINDS,
  placeCodec,
  placeRecordCodec,
  REDIRECT_RECORD_KINDS,
  type PlaceRecord,
} from '../places/place-record.js';
import type { ProviderDescriptor } from '../providers/provider-descriptor.js';
import type { FreshnessPolicy, RecordKind } from './freshness-policy.js';

/** DI token. */
export abstract class CachesOptions {
  /** The store of dataset records, shared by all pods. */
  abstract readonly store: SharedStore;
  /** The store of place records, shared by all pods. */
  abstract readonly placeStore: SharedStore;
  abstract readonly clock: Clock;
  abstract readonly events: ReadThroughEvents;
  /** Maximum number of records that each cache keeps in memory. */
  abstract readonly maxEntries: number;
  /** Uniform in [0, 1); for the jitter of windows. */
  abstract readonly random: () => number;
}

type DatasetCaches = { readonly [D in keyof Datasets]: ReadThrough<Datasets[D]> };

/** The caches of one provider, one per kind of record. */
export class Caches {
  /** By cell. */
  readonly places: ReadThrough<PlaceRecord>;
  /** By the key of a place that the provider no longer knows: its current place. */
  readonly redirects: ReadThrough<PlaceRecord>;
  /** By place. */
  readonly datasets: DatasetCaches;

  constructor(
    options: CachesOptions,
    { cachePrefix, isPlaceKey }: Pick<ProviderDescriptor, 'cachePrefix' | 'isPlaceKey'>,
    policy: FreshnessPolicy,
  ) {
    const { store, placeStore, clock, events, maxEntries, random } = options;
    const commonOf = (name: string, kinds: readonly RecordKind[]) => ({
      clock,
      events,
      maxEntries,
      random,
      name: cachePrefix + name,
      longestWindow: policy.longestWindow(kinds),
    });
    const places = { store: placeStore, codec: placeRecordCodec(placeCodec(isPlaceKey)) };
    this.places = new ReadThrough({ ...commonOf('place', PLACE_RECORD_KINDS), ...places });
    this.redirects = new ReadThrough({
      ...commonOf('successor', REDIRECT_RECORD_KINDS),
      ...places,
    });
    const datasets: unknown = mapDatasets(
      (name) => new ReadThrough({ ...commonOf(name, [name]), store, codec: codecOf(name) }),
    );
    this.datasets = datasets as DatasetCaches;
  }

  /** Number of records in memory, by cache name. */
  sizes(): Readonly<Record<string, number>> {
    const { places, redirects, datasets } = this;
    const caches = Object.entries({ place: places, successor: redirects, ...datasets });
    return Object.fromEntries(caches.map(([name, { size }]) => [name, size]));
  }
}
