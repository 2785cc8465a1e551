import type { Clock } from '@app/clock/clock.js';
import type { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import { ReadThrough } from '@app/read-through/read-through.js';
import type { Codec } from '@app/read-through/read-through.options.js';
import type { SharedStore } from '@app/read-through/shared-store.js';
import { DATASETS, mapDatasets, type DatasetName, type Datasets } from '../datasets/registry.js';
import { placeRecordCodec, type PlaceRecord } from '../places/place-record.js';

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

  /** @param prefix of the cache names; it separates the records of different providers */
  constructor(options: CachesOptions, prefix: string) {
    const { store, placeStore, clock, events, maxEntries, random } = options;
    const all = { clock, events, maxEntries, random };
    const placeCache = (name: string): ReadThrough<PlaceRecord> =>
      new ReadThrough({ ...all, store: placeStore, name: prefix + name, codec: placeRecordCodec });
    this.places = placeCache('place');
    this.redirects = placeCache('successor');
    const datasets: unknown = mapDatasets(
      (name) => new ReadThrough({ ...all, store, name: prefix + name, codec: codecOf(name) }),
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

function codecOf(name: DatasetName): Codec<object> {
  return DATASETS[name].codec as Codec<object>;
}
