import type { Position } from '@app/cells/position.js';
import type { LoadError } from '@app/load/load.error.js';
import type { Demand } from '@app/load/demand.js';
import { codecOf, type DatasetName, type Datasets } from '../../datasets/registry.js';
import type { Place } from '../../places/place.js';
import { placeCodec } from '../../places/place-record.js';
import { bounded } from '../bounded.js';
import { offered } from '../offered.js';
import { searchItem } from '../search-item.js';
import { WeatherProvider, type Provided } from '../weather-provider.js';
import type { AccweaClient } from './accwea.client.js';
import { ACCWEA } from './accwea.descriptor.js';
import {
  DATASET_REQUESTS,
  LANGUAGE,
  type DatasetRequest,
  type DatasetRequests,
} from './accwea.requests.js';
import { requestLongest } from './longest-span.js';
import { toPlace } from './readers/accwea.place.js';

const PLACES = placeCodec(ACCWEA.isPlaceKey);

/** Weather from AccuWeather's Core Weather API. */
export class AccweaProvider extends WeatherProvider {
  override readonly descriptor = ACCWEA;

  constructor(private readonly client: AccweaClient) {
    super();
  }

  override findPlace(
    { latitude, longitude }: Position,
    demand: Demand,
  ): Promise<Provided<Place | null>> {
    return this.client.request({
      operation: 'place',
      item: searchItem({ latitude, longitude }),
      path: '/locations/v1/cities/geoposition/search',
      parameters: { q: searchItem({ latitude, longitude }), language: LANGUAGE },
      ...demand,
      read: (body, nowMs) => {
        const place = toPlace(body, { latitude, longitude });
        return place && bounded(PLACES, place, nowMs);
      },
    });
  }

  override async fetch<D extends DatasetName>(
    dataset: D,
    { key }: Place,
    demand: Demand,
  ): Promise<Provided<Datasets[D]>> {
    const requests: DatasetRequests = DATASET_REQUESTS;
    const { path, parameters, read, spans } = offered<DatasetRequest<Datasets[D]>>(
      requests[dataset],
      dataset,
      ACCWEA,
    );
    const codec = codecOf(dataset);
    const request = (variant?: string): Promise<Provided<Datasets[D]>> =>
      this.client.request({
        operation: dataset,
        ...(variant !== undefined && { variant }),
        item: key,
        path: path(encodeURIComponent(key), variant ?? ''),
        parameters,
        ...demand,
        read: (body, nowMs) => bounded(codec, read(body), nowMs),
      });
    return spans ? requestLongest(spans, demand.priority, request) : request();
  }

  /** A forecast is refused when each of its spans is. */
  override refusalOf(operation: 'place' | DatasetName, item: string): LoadError | undefined {
    const requests: DatasetRequests = DATASET_REQUESTS;
    const spans = operation === 'place' ? undefined : requests[operation]?.spans;
    if (!spans) return this.client.refusalOf({ operation, item });
    const refusals = spans.map((variant) => this.client.refusalOf({ operation, variant, item }));
    return refusals.includes(undefined) ? undefined : refusals.at(-1);
  }
}
