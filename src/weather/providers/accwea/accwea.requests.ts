import type { DatasetName, Datasets } from '../../datasets/registry.js';
import type { ACCWEA } from './accwea.descriptor.js';
import { toAlerts } from './readers/accwea.alerts.js';
import { toConditions } from './readers/accwea.conditions.js';
import { toDailyForecast } from './readers/accwea.daily.js';
import { toHourlyForecast } from './readers/accwea.hourly.js';

/** Cached records serve every watch, so requests use one language and include details. */
export const LANGUAGE = 'en-us';

const DETAILS = { details: 'true', language: LANGUAGE };
/** Forecasts use one unit system, by default the coarser imperial one. */
const METRIC_DETAILS = { details: 'true', metric: 'true', language: LANGUAGE };

/** The spans of a forecast, from the longest that a watch can request to the shortest. */
export type Spans = readonly [string, ...string[]];

/** The request for one dataset. */
export interface DatasetRequest<T> {
  /** Below the base URL. `span` is one of `spans`. */
  readonly path: (placeKey: string, span: string) => string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly read: (body: unknown) => T;
  readonly spans?: Spans;
}

/** For the datasets that it offers. */
export type DatasetRequests = { readonly [D in DatasetName]?: DatasetRequest<Datasets[D]> };

/** By dataset: the vendor's "Core Weather" API reference. */
export const DATASET_REQUESTS: {
  readonly [D in (typeof ACCWEA.datasets)[number]]: DatasetRequest<Datasets[D]>;
} = {
  conditions: {
    path: (placeKey) => `/currentconditions/v1/${placeKey}`,
    parameters: DETAILS,
    read: toConditions,
  },
  hourly: {
    path: (placeKey, span) => `/forecasts/v1/hourly/${span}/${placeKey}`,
    parameters: METRIC_DETAILS,
    read: toHourlyForecast,
    spans: ['24hour', '12hour'],
  },
  daily: {
    path: (placeKey, span) => `/forecasts/v1/daily/${span}/${placeKey}`,
    parameters: METRIC_DETAILS,
    read: toDailyForecast,
    spans: ['10day', '5day', '1day'],
  },
  alerts: {
    path: (placeKey) => `/alerts/v1/${placeKey}`,
    parameters: DETAILS,
    read: toAlerts,
  },
};
