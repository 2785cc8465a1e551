import { NOT_COVERED } from '../../datasets/minutely/minutely-forecast.js';
import type { DatasetName, Datasets } from '../../datasets/registry.js';
import type { Place } from '../../places/place.js';
import type { ACCWEA } from './accwea.descriptor.js';
import { toAlerts } from './readers/accwea.alerts.js';
import { toConditions } from './readers/accwea.conditions.js';
import { toDailyForecast } from './readers/accwea.daily.js';
import { toHourlyForecast } from './readers/accwea.hourly.js';
import { toMinutelyForecast } from './readers/accwea.minutely.js';
import { MINUTECAST_RULES, type Rule } from './accwea.faults.js';

/** Cached records serve every watch, so requests use one language and include details. */
export const LANGUAGE = 'en-us';

const DETAILS = { details: 'true', language: LANGUAGE };
/** Forecasts use one unit system, by default the coarser imperial one. */
const METRIC_DETAILS = { details: 'true', metric: 'true', language: LANGUAGE };

/** The spans of a forecast, from the longest that a watch can request to the shortest. */
export type Spans = readonly [string, ...string[]];

/** What a reader may need besides the body of a response. */
export interface ResponseContext {
  readonly place: Place;
  /** When the response was sent, by its `Date`. */
  readonly sentAtMs: number;
}

/** The request for one dataset. */
export interface DatasetRequest<T> {
  /** Below the base URL. `span` is one of `spans`. */
  readonly path: (placeKey: string, span: string) => string;
  readonly parameters: Readonly<Record<string, string>>;
  /** For a dataset that is kept by position: the parameter that holds it. */
  readonly positionParameter?: string;
  readonly read: (body: unknown, response: ResponseContext) => T;
  readonly spans?: Spans;
  /** What refusals of this request mean, before the rules of every request. */
  readonly rules?: readonly Rule[];
  /** The record of a position for which a refusal says `not-covered`. */
  readonly notCovered?: T;
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
  minutely: {
    path: () => '/forecasts/v1/minute',
    parameters: DETAILS,
    positionParameter: 'q',
    read: (body, { sentAtMs }) => toMinutelyForecast(body, sentAtMs),
    rules: MINUTECAST_RULES,
    notCovered: NOT_COVERED,
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
    read: (body, { place }) => toDailyForecast(body, place),
    spans: ['10day', '5day', '1day'],
  },
  alerts: {
    path: (placeKey) => `/alerts/v1/${placeKey}`,
    parameters: DETAILS,
    read: toAlerts,
  },
};
