import type { Position } from '@app/cells/position.js';
import type { LoadError } from '@app/load/load.error.js';
import type { Demand } from '@app/load/demand.js';
import type { DatasetName, Datasets } from '../datasets/registry.js';
import type { Place } from '../places/place.js';
import type { ProviderDescriptor } from './provider-descriptor.js';

/** The result of a provider, and how long it stays fresh. */
export interface Provided<T> {
  readonly value: T;
  /** Undefined when the provider does not specify it. */
  readonly expiresInMs: number | undefined;
}

/**
 * A source of weather. Every call costs money, may fail, and has a deadline. Its priority decides which
 * calls are dropped first when the budget runs low. Port.
 */
export abstract class WeatherProvider {
  abstract readonly descriptor: ProviderDescriptor;

  /**
   * The place of a cell where finding it takes no call, null where the provider certainly covers none; undefined =
   * `findPlace` has to call. Such places are not stored: they are charged to no user, so that one could fill the
   * store with them.
   * @param _centre of the cell
   */
  placeAt(_centre: Position): Place | null | undefined {
    return undefined;
  }

  /**
   * The place of a cell.
   * @param position the centre of the cell
   * @returns null when the provider covers no place there
   * @throws LoadError, a ProviderError when the provider was called; the error of the allowance
   */
  abstract findPlace(position: Position, demand: Demand): Promise<Provided<Place | null>>;

  /**
   * The city that a place of this provider names as its own (`cityKey`).
   * @returns null when the provider knows none by this key
   * @throws LoadError, a ProviderError when the provider was called; the error of the allowance
   */
  findCity(_key: string, _demand: Demand): Promise<Provided<Place | null>> {
    return Promise.resolve({ value: null, expiresInMs: undefined });
  }

  /**
   * Why a call would not be made now, as far as this process knows, without a call; undefined = it would.
   * @param item the key of a place, city or position, or the `searchItem` of a search
   */
  abstract refusalOf(operation: 'place' | DatasetName, item: string): LoadError | undefined;

  /**
   * One dataset of a place that this provider found; as many hours or days as the plan includes.
   * @param place with the key of the record: its own, or the `positionKey` of a dataset that is kept by position
   * @throws LoadError, a ProviderError when the provider was called or does not offer the dataset; the error
   * of the allowance
   */
  abstract fetch<D extends DatasetName>(
    dataset: D,
    place: Place,
    demand: Demand,
  ): Promise<Provided<Datasets[D]>>;
}
