import type { Position } from '@app/cells/position.js';
import type { Clock } from '@app/clock/clock.js';
import type { Priority } from '@app/load/priority.js';
import { mapDatasets, type DatasetName, type Datasets } from '../../datasets/registry.js';
import type { Place } from '../../places/place.js';
import { WeatherProvider, type Provided } from '../weather-provider.js';
import type { AccweaClient } from './accwea.client.js';
import { ACCWEA } from './accwea.descriptor.js';
import { DATASET_REQUESTS, LANGUAGE, type DatasetRequest } from './accwea.requests.js';
import { PlanAccess } from './plan-access.js';
import { toPlace } from './readers/accwea.place.js';

/** Weather from AccuWeather's Core Weather API. */
export class AccweaProvider extends WeatherProvider {
  override readonly descriptor = ACCWEA;
  private readonly plan: Readonly<Record<DatasetName, PlanAccess>>;

  constructor(
    private readonly client: AccweaClient,
    clock: Clock,
  ) {
    super();
    this.plan = mapDatasets((dataset) => new PlanAccess(DATASET_REQUESTS[dataset], clock));
  }

  override findPlace(
    { latitude, longitude }: Position,
    priority: Priority,
  ): Promise<Provided<Place | null>> {
    return this.client.request({
      operation: 'place',
      path: '/locations/v1/cities/geoposition/search',
      parameters: { q: `${latitude},${longitude}`, language: LANGUAGE },
      priority,
      read: (body) => toPlace(body, { latitude, longitude }),
    });
  }

  override fetch<D extends DatasetName>(
    dataset: D,
    { key }: Place,
    priority: Priority,
  ): Promise<Provided<Datasets[D]>> {
    const { path, parameters, read }: DatasetRequest<Datasets[D]> = DATASET_REQUESTS[dataset];
    return this.plan[dataset].run((span) =>
      this.client.request({
        operation: dataset,
        path: path(encodeURIComponent(key), span),
        parameters,
        priority,
        read,
      }),
    );
  }
}
