import { distanceKm } from '@app/cells/distance.js';
import type { Position } from '@app/cells/position.js';
import type { Place } from './place.js';

/** Weather that is read for a place farther away is another one. */
export const MAX_STAND_IN_KM = 15;
/** The temperature falls by some 0.65 °C per 100 m, and what falls as rain below is snow above. */
const MAX_CLIMB_METRES = 200;

/** A place is near a cell, by its own position; false when that is unknown. */
export function isNear({ position }: Pick<Place, 'position'>, centre: Position): boolean {
  return position !== null && distanceKm(centre, position) <= MAX_STAND_IN_KM;
}

/**
 * Whether the weather of a city may be shown for a cell (ADR 29): it is at most 15 km from the cell and at most
 * 200 m above or below the place of the cell. What is not known is not near.
 * @param centre of the cell
 */
export function servesCell(
  city: Pick<Place, 'position' | 'elevationMetres'>,
  place: Pick<Place, 'elevationMetres'>,
  centre: Position,
): boolean {
  if (city.elevationMetres === null || place.elevationMetres === null) return false;
  const climbMetres = Math.abs(city.elevationMetres - place.elevationMetres);
  return climbMetres <= MAX_CLIMB_METRES && isNear(city, centre);
}
