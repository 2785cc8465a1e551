import type { DatasetName } from '../datasets/registry.js';
import type { ProviderDescriptor } from './provider-descriptor.js';
import { ProviderError } from './provider.error.js';

/**
 * What a provider has for one dataset.
 * @throws ProviderError 'forbidden' when that is nothing
 */
export function offered<T>(
  found: T | undefined,
  dataset: DatasetName,
  { shortName }: ProviderDescriptor,
): T {
  if (found === undefined) throw new ProviderError('forbidden', `${shortName} has no ${dataset}`);
  return found;
}
