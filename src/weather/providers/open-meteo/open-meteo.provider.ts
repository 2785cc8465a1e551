import type { Position } from '@app/cells/position.js';
import type { Priority } from '@app/load/priority.js';
import type { DatasetName, Datasets } from '../../datasets/registry.js';
import type { Place } from '../../places/place.js';
import { offered } from '../offered.js';
import { WeatherProvider, type Provided } from '../weather-provider.js';
import { InvalidTimeZoneError } from './invalid-time-zone.error.js';
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

  override async fetch<D extends DatasetName>(
    dataset: D,
    { key }: Place,
    priority: Priority,
  ): Promise<Provided<Datasets[D]>> {
    const requests: DatasetRequests = DATASET_REQUESTS;
    const { parameters, explicitZone, read } = offered<DatasetRequest<Datasets[D]>>(
      requests[dataset],
      dataset,
      OPEN_METEO,
    );
    const at = coordinatesOf(key);
    const request = (zone: Readonly<Record<string, string>>): Promise<Provided<Datasets[D]>> =>
      this.client.request({
        operation: dataset,
        parameters: { ...at, ...parameters, ...zone },
        priority,
        read,
      });
    try {
      return await request({});
    } catch (error) {
      if (!(error instanceof InvalidTimeZoneError)) throw error;
      // A second call, of the same priority, which the budget and the metrics count.
      return request({ timezone: explicitZone(Number(at.longitude)) });
    }
  }
}
