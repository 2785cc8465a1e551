import type { Position } from '@app/cells/position.js';
import type { Demand } from '@app/load/demand.js';
import type { LoadError } from '@app/load/load.error.js';
import type { Priority } from '@app/load/priority.js';
import type { DatasetName, Datasets } from '../datasets/registry.js';
import type { Place } from '../places/place.js';
import { ACCWEA } from '../providers/accwea/accwea.descriptor.js';
import type { ProviderDescriptor } from '../providers/provider-descriptor.js';
import { WeatherProvider, type Provided } from '../providers/weather-provider.js';
import {
  DRIZZLE,
  NO_ALERTS,
  RAIN_IN_12_MINUTES,
  RAINY_DAYS,
  RAINY_HOURS,
  VILLAGE,
} from './weather.fixtures.js';

/** A request that the fake received. */
export interface ProviderRequest {
  readonly operation: 'place' | DatasetName;
  /** The key of a place, city or position, or the position of a search. */
  readonly of: string | Position;
  readonly priority: Priority;
}

/** A provider with configurable records that remembers its requests. */
export class FakeWeatherProvider extends WeatherProvider {
  readonly requests: ProviderRequest[] = [];
  place: Place | null = VILLAGE;
  /** Of any key. */
  city: Place | null = null;
  /** Thrown instead of returning the city. */
  cityFault: Error | undefined = undefined;
  /** The records it returns; a test replaces those it needs. */
  readonly records: { -readonly [D in DatasetName]: Datasets[D] } = {
    conditions: DRIZZLE,
    minutely: RAIN_IN_12_MINUTES,
    hourly: RAINY_HOURS,
    daily: RAINY_DAYS,
    alerts: NO_ALERTS,
  };
  expiresInMs: number | undefined = undefined;
  /** Thrown instead of returning a record. */
  fault: Error | undefined = undefined;

  /** Why it would refuse a call that failed before. */
  refusal: LoadError | undefined = undefined;

  constructor(readonly descriptor: ProviderDescriptor = ACCWEA) {
    super();
  }

  override findPlace(position: Position, demand: Demand): Promise<Provided<Place | null>> {
    return this.answer({ operation: 'place', of: position }, demand, () => this.place);
  }

  override findCity(key: string, demand: Demand): Promise<Provided<Place | null>> {
    return this.answer({ operation: 'place', of: key }, demand, () => {
      if (this.cityFault) throw this.cityFault;
      return this.city;
    });
  }

  override refusalOf(): LoadError | undefined {
    return this.refusal;
  }

  override fetch<D extends DatasetName>(
    dataset: D,
    { key }: Pick<Place, 'key'>,
    demand: Demand,
  ): Promise<Provided<Datasets[D]>> {
    const request = { operation: dataset, of: key };
    return this.answer<Datasets[D]>(request, demand, () => this.records[dataset]);
  }

  /** The place keys or positions of the requests of one operation. */
  requestsFor(operation: ProviderRequest['operation']): (string | Position)[] {
    return this.requests.filter((one) => one.operation === operation).map(({ of }) => of);
  }

  /** Charges the allowance, as the guard of a real provider does. */
  private async answer<T>(
    request: Omit<ProviderRequest, 'priority'>,
    { priority, allowance }: Demand,
    value: () => T,
  ): Promise<Provided<T>> {
    await allowance?.take(priority);
    this.requests.push({ ...request, priority });
    await Promise.resolve();
    if (this.fault) throw this.fault;
    return { value: value(), expiresInMs: this.expiresInMs };
  }
}
