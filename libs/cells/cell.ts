import type { Position } from './position.js';

/** A box of positions that get the same response; edges in degrees WGS-84.
 *
 * A position is inside when south ≤ latitude < north and west ≤ longitude < east, with longitude 180
 * treated as -180; the north pole belongs to the topmost cells. `id` is unique over all grids and sizes
 * and safe in Redis keys, file names and URL paths. */
export interface Cell {
  readonly id: string;
  /** Represents every position inside; is inside itself. */
  readonly centre: Position;
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}
