import type { CompactCodec } from '@app/read-through/compact-codec.js';
import type { Complete } from '@app/read-through/read-through.options.js';
import { alertsDataset } from './alerts/alerts.dataset.js';
import { conditionsDataset } from './conditions/conditions.dataset.js';
import { dailyDataset } from './daily/daily.dataset.js';
import type { Dataset, WhenUnavailable } from './dataset.js';
import { hourlyDataset } from './hourly/hourly.dataset.js';
import { minutelyDataset } from './minutely/minutely.dataset.js';

/**
 * The only list of datasets. Each is fetched, cached and refreshed independently. Caches, metrics,
 * windows, provider requests, endpoints and smoke checks derive their types from it: a missing part
 * does not compile.
 */
export const DATASETS = {
  conditions: conditionsDataset,
  minutely: minutelyDataset,
  hourly: hourlyDataset,
  daily: dailyDataset,
  alerts: alertsDataset,
} as const;

export type DatasetName = keyof typeof DATASETS;

export const DATASET_NAMES = Object.keys(DATASETS) as readonly DatasetName[];

/** The record of each dataset. */
export type Datasets = {
  readonly [D in DatasetName]: (typeof DATASETS)[D] extends Dataset<infer T, WhenUnavailable>
    ? T
    : never;
};

/** What the service returns: the record, or null for a dataset that may be unknown. */
export type ValueOf<D extends DatasetName> =
  Datasets[D] | ((typeof DATASETS)[D]['whenUnavailable'] extends 'unknown' ? null : never);

/** How the records of a dataset are stored, and what they may hold. */
export function codecOf<D extends DatasetName>(dataset: D): CompactCodec<Datasets[D]> {
  const codecs: { readonly [N in DatasetName]: { readonly codec: unknown } } = DATASETS;
  return codecs[dataset].codec as CompactCodec<Datasets[D]>;
}

/** Whether a record says that its provider does not have the dataset there. */
export function isNotCovered<D extends DatasetName>(dataset: D, record: Datasets[D]): boolean {
  const { isNotCovered: says }: Pick<Dataset<never>, 'isNotCovered'> = DATASETS[dataset];
  return says?.(record as never) ?? false;
}

/** What a new record of a dataset takes over from the previous one; undefined when nothing. */
export function completeOf<D extends DatasetName>(dataset: D): Complete<Datasets[D]> | undefined {
  const datasets: { readonly [N in DatasetName]: { readonly complete?: unknown } } = DATASETS;
  return datasets[dataset].complete as Complete<Datasets[D]> | undefined;
}

/**
 * How many records of a dataset a pod keeps where it may keep so many of conditions: a full memory of large records
 * takes no more than one of small ones.
 */
export function entriesInMemory(dataset: DatasetName, maxEntries: number): number {
  return Math.ceil(maxEntries / DATASETS[dataset].sizeFactor);
}

/** One value per dataset. */
export function mapDatasets<T>(make: (name: DatasetName) => T): Readonly<Record<DatasetName, T>> {
  const entries = DATASET_NAMES.map((name) => [name, make(name)] as const);
  return Object.fromEntries(entries) as Record<DatasetName, T>;
}
