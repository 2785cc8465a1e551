import type { Position } from '@app/cells/position.js';
import type { LoadError } from '@app/load/load.error.js';
import type { Demand } from '@app/load/demand.js';
import { codecOf, type DatasetName, type Datasets } from '../../datasets/registry.js';
import type { Place } from '../../places/place.js';
import { placeCodec } from '../../places/place-record.js';
import { bounded } from '../bounded.js';
import { offered } from '../offered.js';
import { ProviderError, type ProviderFault } from '../provider.error.js';
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
import { toCity, toPlace } from './readers/accwea.place.js';

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

  override async findCity(key: string, demand: Demand): Promise<Provided<Place | null>> {
    const request = this.client.request({
      operation: 'place',
      item: key,
      path: `/locations/v1/${encodeURIComponent(key)}`,
      parameters: { language: LANGUAGE },
      ...demand,
      read: (body, nowMs) => {
        const city = toCity(body, key);
        return city && bounded(PLACES, city, nowMs);
      },
    });
    return orInsteadOf(request, 'unknown-place', null);
  }

  override async fetch<D extends DatasetName>(
    dataset: D,
    place: Place,
    demand: Demand,
  ): Promise<Provided<Datasets[D]>> {
    const requests: DatasetRequests = DATASET_REQUESTS;
    const { path, parameters, positionParameter, read, spans, rules, notCovered } = offered<
      DatasetRequest<Datasets[D]>
    >(requests[dataset], dataset, ACCWEA);
    const codec = codecOf(dataset);
    const request = (variant?: string): Promise<Provided<Datasets[D]>> =>
      this.client.request({
        operation: dataset,
        ...(variant !== undefined && { variant }),
        item: place.key,
        path: path(encodeURIComponent(place.key), variant ?? ''),
        parameters: positionParameter
          ? { ...parameters, [positionParameter]: place.key }
          : parameters,
        ...(rules && { rules }),
        ...demand,
        read: (body, nowMs, sentAtMs) => bounded(codec, read(body, { place, sentAtMs }), nowMs),
      });
    if (spans) return requestLongest(spans, demand.priority, request);
    return notCovered ? orInsteadOf(request(), 'not-covered', notCovered) : request();
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

/** What one fault says is an answer. */
async function orInsteadOf<T>(
  request: Promise<Provided<T>>,
  fault: ProviderFault,
  value: T,
): Promise<Provided<T>> {
  try {
    return await request;
  } catch (error) {
    if (!(error instanceof ProviderError) || error.fault !== fault) throw error;
    return { value, expiresInMs: undefined };
  }
}
