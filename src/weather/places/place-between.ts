import type { Position } from '@app/cells/position.js';
import type { Place } from './place.js';
import type { PlaceRecord } from './place-record.js';
import { isNear } from './serves-cell.js';

/** Next to a pole a cell has fewer. */
const NEIGHBOURS = 4;

/**
 * The place of a cell whose four neighbours were all searched and have the same place, at most 15 km from it (ADR 29):
 * where a search returns the nearest place, the area of each place is convex, so what lies between its cells is its own.
 * @param neighbours their records; undefined for a neighbour without one
 * @param centre of the cell
 * @returns null where only a search can tell
 */
export function placeBetween(
  neighbours: readonly (PlaceRecord | undefined)[],
  centre: Position,
): Place | null {
  const [first] = neighbours;
  const place = first?.place;
  if (!place || neighbours.length < NEIGHBOURS || !isNear(place, centre)) return null;
  const agree = neighbours.every((one) => one?.place?.key === place.key && !one.isInferred);
  return agree ? place : null;
}
