import { DATASETS, mapDatasets, type DatasetName } from '../datasets/registry.js';
import type { Place } from '../places/place.js';
import type { ProviderDescriptor } from '../providers/provider-descriptor.js';

/** By dataset, whether a provider may have it at a place. */
export type Coverage = Readonly<Record<DatasetName, (place: Place) => boolean>>;

/** Created once per provider, because every hit asks: a dataset that it does not offer is covered nowhere. */
export function coverageOf({ datasets }: ProviderDescriptor): Coverage {
  return mapDatasets((name) => (datasets.includes(name) ? DATASETS[name].isCovered : () => false));
}
