import type { Position } from '@app/cells/position.js';
import { ProviderError } from './provider.error.js';
import type { Place } from '../places/place.js';

/** A position as text, with the exact digits of a key or query. */
interface Coordinates {
  readonly latitude: string;
  readonly longitude: string;
}

const MAX_KEY_LENGTH = 100;
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
    elevationMetres: null,
    cityKey: null,
    hasAlerts: false,
    hasAirQuality: false,
    hasPollen: false,
    hasMinutely: null,
  };
}

/** Whether a text is a key of `placeAt`. */
export function isPositionKey(text: string): boolean {
  return parseKey(text) !== undefined;
}

/**
 * The position in a key of `placeAt`.
 * @throws ProviderError for a key of another provider, which is a bug of ours
 */
export function coordinatesOf(placeKey: string): Coordinates {
  const coordinates = parseKey(placeKey);
  if (!coordinates) throw new ProviderError('rejected', 'the place key is not a position');
  return coordinates;
}

function parseKey(text: string): Coordinates | undefined {
  if (text.length > MAX_KEY_LENGTH) return undefined;
  const { latitude, longitude } = KEY.exec(text)?.groups ?? {};
  if (!latitude || !longitude) return undefined;
  const isPosition = Math.abs(+latitude) <= 90 && Math.abs(+longitude) <= 180;
  return isPosition ? { latitude, longitude } : undefined;
}
