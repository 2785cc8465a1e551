import type { Position } from '@app/cells/position.js';
import type { LoadError } from '@app/load/load.error.js';
import type { Priority } from '@app/load/priority.js';
import type { DatasetName, Datasets } from '../../datasets/registry.js';
import type { Place } from '../../places/place.js';
import { offered } from '../offered.js';
import { WeatherProvider, type Provided } from '../weather-provider.js';
import type { OpenMeteoClient } from './open-meteo.client.js';
import { OPEN_METEO } from './open-meteo.descriptor.js';
import { coordinatesOf, placeAt } from '../position-place.js';
import {
  DATASET_REQUESTS,
  type DatasetRequest,
  type DatasetRequests,
} from './open-meteo.requests.js';

/** Weather from Open-Meteo's "Weather Forecast API": everywhere, but without places and alerts. */
export class OpenMeteoProvider extends WeatherProvider {
  override readonly descriptor = OPEN_METEO;

  constructor(private readonly client: OpenMeteoClient) {
    super();
  }

  /** The centre of the cell, without a call. */
  override findPlace(position: Position): Promise<Provided<Place>> {
    return Promise.resolve({ value: placeAt(position), expiresInMs: undefined });
  }

  /** A search costs no call, so nothing refuses it. */
  override refusalOf(operation: 'place' | DatasetName, item: string): LoadError | undefined {
    return operation === 'place' ? undefined : this.client.refusalOf(operation, item);
  }

  override async fetch<D extends DatasetName>(
    dataset: D,
    { key }: Place,
    priority: Priority,
  ): Promise<Provided<Datasets[D]>> {
    const requests: DatasetRequests = DATASET_REQUESTS;
    const { parameters, read } = offered<DatasetRequest<Datasets[D]>>(
      requests[dataset],
      dataset,
      OPEN_METEO,
    );
    return this.client.request({
      operation: dataset,
      item: key,
      parameters: { ...coordinatesOf(key), ...parameters },
      priority,
      read,
    });
  }
}
