import type { Place } from '../places/place.js';
import type { CompactCodec } from '@app/read-through/compact-codec.js';
import type { FreshnessRule } from '@app/read-through/freshness-rule.js';
import type { Complete } from '@app/read-through/read-through.options.js';

/** What a watch gets when no provider is available and no record is cached: an error, or "unknown". */
export type WhenUnavailable = 'fail' | 'unknown';

/**
 * What identifies a record of a dataset: the provider's place, or the position itself, as a box of 0.01°
 * (`position-key.ts`), where the provider takes a position instead of the key of a place.
 */
export type KeyedBy = 'place' | 'position';

/** What the cache, the service and the metrics know about one dataset. */
export interface Dataset<T, Unavailable extends WhenUnavailable = 'fail'> {
  /** Serialises a record for the store; states what each field may hold. */
  readonly codec: CompactCodec<T>;
  /** Undefined when a new record replaces the previous one of its place entirely. */
  readonly complete?: Complete<T>;
  /** How long a record serves (ADR 0006). */
  readonly freshness: FreshnessRule;
  readonly whenUnavailable: Unavailable;
  readonly keyedBy: KeyedBy;
  /** How many records of conditions take as much memory as one of these, measured as heap. */
  readonly sizeFactor: number;
  /** False where the provider says that the place does not offer it. */
  readonly isCovered: (place: Place) => boolean;
  /**
   * Whether a record says that the provider does not have the dataset there, which it says only when asked:
   * such a record is kept for as long as `not-covered` of the freshness policy says. Absent = no record does.
   */
  readonly isNotCovered?: (record: T) => boolean;
}
