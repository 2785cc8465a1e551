import type { Position } from '@app/cells/position.js';
import type { Clock } from '@app/clock/clock.js';
import type { Priority } from '@app/load/priority.js';
import type { DatasetName, Datasets } from '../../datasets/registry.js';
import type { Place } from '../../places/place.js';
import { offered } from '../offered.js';
import { WeatherProvider, type Provided } from '../weather-provider.js';
import type { AccweaClient } from './accwea.client.js';
import { ACCWEA } from './accwea.descriptor.js';
import {
  DATASET_REQUESTS,
  LANGUAGE,
  type DatasetRequest,
  type DatasetRequests,
} from './accwea.requests.js';
import { PlanAccess } from './plan-access.js';
import { toPlace } from './readers/accwea.place.js';

/** Weather from AccuWeather's Core Weather API. */
export class AccweaProvider extends WeatherProvider {
  override readonly descriptor = ACCWEA;
  private readonly plan: ReadonlyMap<string, PlanAccess>;

  constructor(
    private readonly client: AccweaClient,
    clock: Clock,
  ) {
    super();
    const requests = Object.entries(DATASET_REQUESTS);
    this.plan = new Map(requests.map(([name, request]) => [name, new PlanAccess(request, clock)]));
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

  override async fetch<D extends DatasetName>(
    dataset: D,
    { key }: Place,
    priority: Priority,
  ): Promise<Provided<Datasets[D]>> {
    const requests: DatasetRequests = DATASET_REQUESTS;
    const { path, parameters, read } = offered<DatasetRequest<Datasets[D]>>(
      requests[dataset],
      dataset,
      ACCWEA,
    );
    return offered(this.plan.get(dataset), dataset, ACCWEA).run((span) =>
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
