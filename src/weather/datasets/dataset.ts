import type { Place } from '../places/place.js';
import type { CompactCodec } from '@app/read-through/compact-codec.js';
import type { FreshnessRule } from '@app/read-through/freshness-rule.js';

/** What a watch gets when no provider is available and no record is cached: an error, or "unknown". */
export type WhenUnavailable = 'fail' | 'unknown';

/** What the cache, the service and the metrics know about one dataset. */
export interface Dataset<T, Unavailable extends WhenUnavailable = 'fail'> {
  /** Serialises a record for the store; states what each field may hold. */
  readonly codec: CompactCodec<T>;
  /** How long a record serves (ADR 0006). */
  readonly freshness: FreshnessRule;
  readonly whenUnavailable: Unavailable;
  /** False where the provider says that the place does not offer it. */
  readonly isCovered: (place: Place) => boolean;
}
