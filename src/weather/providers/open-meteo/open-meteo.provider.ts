import type { Position } from '@app/cells/position.js';
import type { LoadError } from '@app/load/load.error.js';
import type { Demand } from '@app/load/demand.js';
import { RefusedCallError } from '@app/resilience/refused-call.error.js';
import { codecOf, type DatasetName, type Datasets } from '../../datasets/registry.js';
import type { Place } from '../../places/place.js';
import { bounded } from '../bounded.js';
import { offered } from '../offered.js';
import type { ProviderFault } from '../provider.error.js';
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

/** The same request with a time zone of ours. */
const EXPLICIT_ZONE = 'explicit-zone';

/** Weather from Open-Meteo's "Weather Forecast API": everywhere, but without places and alerts. */
export class OpenMeteoProvider extends WeatherProvider {
  override readonly descriptor = OPEN_METEO;

  constructor(private readonly client: OpenMeteoClient) {
    super();
  }

  override placeAt(centre: Position): Place {
    return placeAt(centre);
  }

  override findPlace(centre: Position): Promise<Provided<Place>> {
    return Promise.resolve({ value: placeAt(centre), expiresInMs: undefined });
  }

  /** A search costs no call, so nothing refuses it. */
  override refusalOf(operation: 'place' | DatasetName, item: string): LoadError | undefined {
    if (operation === 'place') return undefined;
    const refusal = this.client.refusalOf({ operation, item });
    return isZoneRejected(refusal)
      ? this.client.refusalOf({ operation, item, variant: EXPLICIT_ZONE })
      : refusal;
  }

  override async fetch<D extends DatasetName>(
    dataset: D,
    { key }: Pick<Place, 'key'>,
    demand: Demand,
  ): Promise<Provided<Datasets[D]>> {
    const requests: DatasetRequests = DATASET_REQUESTS;
    const { parameters, explicitZone, read } = offered<DatasetRequest<Datasets[D]>>(
      requests[dataset],
      dataset,
      OPEN_METEO,
    );
    const at = coordinatesOf(key);
    const codec = codecOf(dataset);
    const request = (zone: Readonly<Record<string, string>>, variant?: string) =>
      this.client.request({
        operation: dataset,
        ...(variant && { variant }),
        item: key,
        parameters: { ...at, ...parameters, ...zone },
        ...demand,
        read: (body, nowMs) => bounded(codec, read(body), nowMs),
      });
    try {
      return await request({});
    } catch (error) {
      if (!isZoneRejected(error)) throw error;
      // A second call, of the same priority, which the budget and the metrics count.
      return request({ timezone: explicitZone(Number(at.longitude)) }, EXPLICIT_ZONE);
    }
  }
}

/** Also when the call was not made, because an earlier one at the place was rejected. */
function isZoneRejected(error: unknown): boolean {
  if (error instanceof InvalidTimeZoneError) return true;
  return (
    error instanceof RefusedCallError &&
    error.by?.scope === 'item' &&
    error.by.reason === ('rejected' satisfies ProviderFault)
  );
}
