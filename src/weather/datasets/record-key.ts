import type { Position } from '@app/cells/position.js';
import type { Place } from '../places/place.js';
import { positionKey } from './position-key.js';
import { DATASETS, type DatasetName } from './registry.js';

/**
 * The key of a record: in the caches, in the request to the provider, and in its cooldowns.
 * @param centre of the cell
 */
export function recordKey(
  dataset: DatasetName,
  { key }: Pick<Place, 'key'>,
  centre: Position,
): string {
  switch (DATASETS[dataset].keyedBy) {
    case 'place':
      return key;
    case 'position':
      return positionKey(centre);
  }
}
