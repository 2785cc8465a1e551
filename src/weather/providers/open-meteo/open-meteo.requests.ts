import type { DatasetName, Datasets } from '../../datasets/registry.js';
import type { OPEN_METEO } from './open-meteo.descriptor.js';
import { CONDITIONS_PARAMETERS, toConditions } from './readers/open-meteo.conditions.js';
import { DAILY_PARAMETERS, toDailyForecast } from './readers/open-meteo.daily.js';
import { HOURLY_PARAMETERS, toHourlyForecast } from './readers/open-meteo.hourly.js';

/** The request for one dataset. */
export interface DatasetRequest<T> {
  readonly parameters: Readonly<Record<string, string>>;
  readonly read: (body: unknown) => T;
}

/** For the datasets that it offers. */
export type DatasetRequests = { readonly [D in DatasetName]?: DatasetRequest<Datasets[D]> };

/** By dataset: the vendor's "Weather Forecast API". */
export const DATASET_REQUESTS: {
  readonly [D in (typeof OPEN_METEO.datasets)[number]]: DatasetRequest<Datasets[D]>;
} = {
  conditions: { parameters: CONDITIONS_PARAMETERS, read: toConditions },
  hourly: { parameters: HOURLY_PARAMETERS, read: toHourlyForecast },
  daily: { parameters: DAILY_PARAMETERS, read: toDailyForecast },
};
