import { nauticalZone } from '@app/local-time/time-zone.js';
import type { DatasetName, Datasets } from '../../datasets/registry.js';
import type { OPEN_METEO } from './open-meteo.descriptor.js';
import { CONDITIONS_PARAMETERS, toConditions } from './readers/open-meteo.conditions.js';
import { DAILY_PARAMETERS, toDailyForecast } from './readers/open-meteo.daily.js';
import { HOURLY_PARAMETERS, toHourlyForecast } from './readers/open-meteo.hourly.js';
import { MINUTELY_PARAMETERS, toMinutelyForecast } from './readers/open-meteo.minutely.js';

/** The request for one dataset. */
export interface DatasetRequest<T> {
  readonly parameters: Readonly<Record<string, string>>;
  /** The zone by name, for when the vendor does not find one by itself. @param longitude of the place */
  readonly explicitZone: (longitude: number) => string;
  readonly read: (body: unknown) => T;
}

/** For the datasets that it offers. */
export type DatasetRequests = { readonly [D in DatasetName]?: DatasetRequest<Datasets[D]> };

const inUtc = (): string => 'GMT';

/** By dataset: the vendor's "Weather Forecast API". */
export const DATASET_REQUESTS: {
  readonly [D in (typeof OPEN_METEO.datasets)[number]]: DatasetRequest<Datasets[D]>;
} = {
  conditions: { parameters: CONDITIONS_PARAMETERS, explicitZone: inUtc, read: toConditions },
  minutely: { parameters: MINUTELY_PARAMETERS, explicitZone: inUtc, read: toMinutelyForecast },
  hourly: { parameters: HOURLY_PARAMETERS, explicitZone: inUtc, read: toHourlyForecast },
  // Nautical days are the local days of the place to within an hour or two, and Open-Meteo's own at sea.
  daily: { parameters: DAILY_PARAMETERS, explicitZone: nauticalZone, read: toDailyForecast },
};
