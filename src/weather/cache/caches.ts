import { Injectable } from '@nestjs/common';
import { Clock } from '@app/clock/clock.js';
import { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import { ReadThrough } from '@app/read-through/read-through.js';
import type { Codec } from '@app/read-through/read-through.options.js';
import { SharedStore } from '@app/read-through/shared-store.js';
import type { Conditions } from '../datasets/conditions.js';
import { conditionsCodec, placeOfCellCodec, type PlaceOfCell } from './codecs.js';

/** DI token. */
export abstract class CachesOptions {
  /** Records of each cache that this process keeps in memory. */
  abstract readonly maxEntries: number;
  /** Uniform in [0, 1); for the jitter of windows. */
  abstract readonly random: () => number;
}

/** One cache per kind of question. */
@Injectable()
export class Caches {
  /** By cell. */
  readonly places: ReadThrough<PlaceOfCell>;
  /** By place. */
  readonly conditions: ReadThrough<Conditions>;
  /** By the key of a place that the provider stopped to know: what it names instead. */
  readonly successors: ReadThrough<PlaceOfCell>;

  constructor(
    private readonly store: SharedStore,
    private readonly clock: Clock,
    private readonly events: ReadThroughEvents,
    private readonly options: CachesOptions,
  ) {
    this.places = this.cache('place', placeOfCellCodec);
    this.conditions = this.cache('conditions', conditionsCodec);
    this.successors = this.cache('successor', placeOfCellCodec);
  }

  private cache<T extends object>(name: string, codec: Codec<T>): ReadThrough<T> {
    const { store, clock, events } = this;
    const { maxEntries, random } = this.options;
    return new ReadThrough({ name, codec, store, clock, events, maxEntries, random });
  }
}
