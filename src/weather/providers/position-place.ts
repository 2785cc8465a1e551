import type { Position } from '@app/cells/position.js';
import { ProviderError } from './provider.error.js';
import type { Place } from '../places/place.js';

/** A position as text, with the exact digits of a key or query. */
interface Coordinates {
  readonly latitude: string;
  readonly longitude: string;
}

const DEGREES = '-?\\d{1,3}(?:\\.\\d+)?';
const KEY = new RegExp(`^(?<latitude>${DEGREES}),(?<longitude>${DEGREES})$`);

/** For a provider without places: the place of a cell is its centre. */
export function placeAt(centre: Position): Place {
  return {
    key: `${centre.latitude},${centre.longitude}`,
    name: null,
    country: null,
    timeZone: null,
    utcOffset: null,
    position: centre,
    hasAlerts: false,
  };
}

/**
 * The position in a key of `placeAt`.
 * @throws ProviderError for a key of another provider, which is a bug of ours
 */
export function coordinatesOf(placeKey: string): Coordinates {
  const { latitude, longitude } = KEY.exec(placeKey)?.groups ?? {};
  if (!latitude || !longitude || !(Math.abs(+latitude) <= 90 && Math.abs(+longitude) <= 180)) {
    throw new ProviderError('rejected', 'the place key is not a position');
  }
  return { latitude, longitude };
}
