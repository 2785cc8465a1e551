import type { Position } from '@app/cells/position.js';
import type { Priority } from '@app/load/priority.js';
import type { DatasetName, Datasets } from '../datasets/registry.js';
import type { Place } from '../places/place.js';
import type { ProviderDescriptor } from './provider-descriptor.js';

/** What a provider answered, and for how long it says that holds. */
export interface Provided<T> {
  readonly value: T;
  /** Undefined when the provider does not say. */
  readonly expiresInMs: number | undefined;
}

/**
 * Where weather is bought. Every call costs money and may fail; each keeps the deadline of one
 * upstream answer. `priority` decides what is spared first when calls run short. Port.
 */
export abstract class WeatherProvider {
  abstract readonly descriptor: ProviderDescriptor;

  /**
   * The place that stands for a cell.
   * @param position the centre of the cell
   * @returns null when the provider covers no place there
   * @throws LoadError, a ProviderError when the provider was asked
   */
  abstract findPlace(position: Position, priority: Priority): Promise<Provided<Place | null>>;

  /**
   * One dataset of a place that this provider found; as many hours or days as the plan includes.
   * @throws LoadError, a ProviderError when the provider was asked or does not offer the dataset
   */
  abstract fetch<D extends DatasetName>(
    dataset: D,
    place: Place,
    priority: Priority,
  ): Promise<Provided<Datasets[D]>>;
}
