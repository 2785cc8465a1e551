import type { Position } from '@app/cells/position.js';
import type { Conditions } from './conditions.js';
import type { Place } from './place.js';

/** What a provider answered, and for how long it says that holds. */
export interface Provided<T> {
  readonly value: T;
  /** Undefined when the provider does not say. */
  readonly expiresInMs: number | undefined;
}

/**
 * Where weather is bought. Every call costs money and may fail; each keeps the deadline of one
 * upstream answer. Port and DI token.
 */
export abstract class WeatherProvider {
  /**
   * The place that stands for a cell.
   * @returns null when the provider covers no place there
   * @throws ProviderError
   */
  abstract findPlace(centre: Position): Promise<Provided<Place | null>>;

  /**
   * @param placeKey a key that this provider gave
   * @throws ProviderError
   */
  abstract currentConditions(placeKey: string): Promise<Provided<Conditions>>;
}
