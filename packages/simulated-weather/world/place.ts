import type { Site } from '../maths/earth.js';

/** The location of a key. */
export interface Place extends Site {
  /** Opaque: digits, some with a suffix `_PC` or `_POI`. */
  readonly key: string;
  readonly type: 'City' | 'PostalCode' | 'POI';
  /** Lower is more important. */
  readonly rank: number;
  readonly name: string;
  /** ISO 3166, or `''` where no country is near. */
  readonly countryId: string;
  /** IANA. */
  readonly zone: string;
  /** Name of the district it lies in. */
  readonly district: string;
  /** Of a neighbourhood. */
  readonly parentCity?: Place;
}
