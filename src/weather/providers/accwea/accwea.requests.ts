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

/** The available spans of a forecast, from the longest that a watch can request to the shortest. */
export interface Spans {
  readonly unit: 'hour' | 'day';
  readonly lengths: readonly [number, ...number[]];
}

/** The request for one dataset. */
export interface DatasetRequest<T> {
  /** Below the base URL. `span` is one of `spans`. */
  readonly path: (placeKey: string, span: number) => string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly read: (body: unknown) => T;
  /** Whether some plans exclude the dataset. */
  readonly isOptionalInPlan: boolean;
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
    isOptionalInPlan: false,
  },
  hourly: {
    path: (placeKey, hours) => `/forecasts/v1/hourly/${hours}hour/${placeKey}`,
    parameters: METRIC_DETAILS,
    read: toHourlyForecast,
    isOptionalInPlan: true,
    spans: { unit: 'hour', lengths: [24, 12] },
  },
  daily: {
    path: (placeKey, days) => `/forecasts/v1/daily/${days}day/${placeKey}`,
    parameters: METRIC_DETAILS,
    read: toDailyForecast,
    isOptionalInPlan: true,
    spans: { unit: 'day', lengths: [10, 5, 1] },
  },
  alerts: {
    path: (placeKey) => `/alerts/v1/${placeKey}`,
    parameters: DETAILS,
    read: toAlerts,
    isOptionalInPlan: true,
  },
};
