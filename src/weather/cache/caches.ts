import type { Clock } from '@app/clock/clock.js';
import type { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import { ReadThrough } from '@app/read-through/read-through.js';
import type { Codec } from '@app/read-through/read-through.options.js';
import type { SharedStore } from '@app/read-through/shared-store.js';
import type { Datasets } from '../datasets/registry.js';
import { datasetCodecs, placeRecordCodec, type PlaceRecord } from './codecs.js';

/** DI token. */
export abstract class CachesOptions {
  /** What pods share of datasets. */
  abstract readonly store: SharedStore;
  /** What pods share of places. */
  abstract readonly placeStore: SharedStore;
  abstract readonly clock: Clock;
  abstract readonly events: ReadThroughEvents;
  /** Records of each cache that this process keeps in memory. */
  abstract readonly maxEntries: number;
  /** Uniform in [0, 1); for the jitter of windows. */
  abstract readonly random: () => number;
}

/** One cache per kind of question to one provider. */
export class Caches {
  /** By cell. */
  readonly places: ReadThrough<PlaceRecord>;
  /** By the key of a place that the provider stopped to know: what it names instead. */
  readonly redirects: ReadThrough<PlaceRecord>;
  /** By place. */
  readonly datasets: { readonly [D in keyof Datasets]: ReadThrough<Datasets[D]> };

  /** @param prefix of the caches' names: what two providers say does not mix */
  constructor(options: CachesOptions, prefix = '') {
    const { placeStore, ...all } = options;
    const cache = <T extends object>(
      name: string,
      codec: Codec<T>,
      store = all.store,
    ): ReadThrough<T> => new ReadThrough({ ...all, store, name: prefix + name, codec });
    this.places = cache('place', placeRecordCodec, placeStore);
    this.redirects = cache('successor', placeRecordCodec, placeStore);
    this.datasets = {
      conditions: cache('conditions', datasetCodecs.conditions),
      hourly: cache('hourly', datasetCodecs.hourly),
      daily: cache('daily', datasetCodecs.daily),
      alerts: cache('alerts', datasetCodecs.alerts),
    };
  }

  /** Records in memory, by kind. */
  sizes(): Readonly<Record<string, number>> {
    const { places, redirects: successors, datasets } = this;
    const caches = Object.entries({ place: places, successor: successors, ...datasets });
    return Object.fromEntries(caches.map(([name, { size }]) => [name, size]));
  }
}
