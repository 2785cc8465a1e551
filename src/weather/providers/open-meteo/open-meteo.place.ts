import type { Position } from '@app/cells/position.js';
import { ProviderError } from '../provider.error.js';
import type { Place } from '../../places/place.js';

/** A position as text: the very digits that stand in a key or a query. */
interface Coordinates {
  readonly latitude: string;
  readonly longitude: string;
}

const DEGREES = '-?\\d{1,3}(?:\\.\\d+)?';
const KEY = new RegExp(`^(?<latitude>${DEGREES}),(?<longitude>${DEGREES})$`);

/** Open-Meteo knows no places, only positions: the centre of a cell is the cell's place. */
export function placeAt(centre: Position): Place {
  return {
    key: `${centre.latitude},${centre.longitude}`,
    name: null,
    country: null,
    timeZone: null,
    position: centre,
    hasAlerts: false,
  };
}

/**
 * The position that a key of `placeAt` holds.
 * @throws ProviderError when it is the key of somebody else: that is a fault of ours
 */
export function coordinatesOf(placeKey: string): Coordinates {
  const { latitude, longitude } = KEY.exec(placeKey)?.groups ?? {};
  if (!latitude || !longitude || !(Math.abs(+latitude) <= 90 && Math.abs(+longitude) <= 180)) {
    throw new ProviderError('rejected', 'the place key is no position');
  }
  return { latitude, longitude };
}
