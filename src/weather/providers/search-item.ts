import type { Position } from '@app/cells/position.js';

/** Identifies a search for a place in the provider's cooldowns: the centre of its cell. */
export function searchItem({ latitude, longitude }: Position): string {
  return `${latitude},${longitude}`;
}
