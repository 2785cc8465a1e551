import type { Position } from '@app/cells/position.js';
import { InvalidRequestError } from '@app/problem/invalid-request.error.js';
import { toDegrees } from '../../queries/degrees.decorator.js';

export const EXAMPLE_PLACE = '48.8705,2.3049';

/**
 * One value of `at`: latitude and longitude in degrees, with a comma. An error that does not repeat the value where it
 * is not a place.
 */
export function parsePlace(value: unknown): Position | InvalidRequestError {
  const parts = typeof value === 'string' ? value.split(',') : [];
  const [latitude = NaN, longitude = NaN] = parts.map(toDegrees);
  if (parts.length !== 2 || !Number.isFinite(latitude) || !Number.isFinite(longitude)) {
    return invalid(`at must be a latitude and a longitude, such as ${EXAMPLE_PLACE}`);
  }
  if (Math.abs(latitude) > 90) return invalid('the latitude of at must be from -90 to 90');
  if (Math.abs(longitude) > 180) return invalid('the longitude of at must be from -180 to 180');
  return { latitude, longitude };
}

function invalid(detail: string): InvalidRequestError {
  return new InvalidRequestError([{ parameter: 'at', detail }], 'The place is invalid.');
}
