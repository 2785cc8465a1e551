import type { CacheResult } from '@app/read-through/cache-result.js';
import type { PlaceRecord } from '../places/place-record.js';

/** The place of a cell, and how it was found. */
export interface FoundPlace {
  readonly entry: { readonly value: PlaceRecord };
  readonly outcome: CacheResult<PlaceRecord>['outcome'];
}
