import type { Cell } from './cell.js';
import type { Position } from './position.js';

/** Cuts the Earth into cells that neither overlap nor leave gaps. Also the injection token. */
export abstract class CellGrid {
  /** The one cell that `position` lies in; equal positions give equal cells, on every machine.
   * @throws RangeError when the position is not on Earth: callers validate. */
  abstract cellAt(position: Position): Cell;

  /**
   * The cells across the middles of its four edges; over a pole, the cell on the other side. Each is given once, and
   * the cell itself is not among them: next to a pole there may be fewer than four.
   * @param cell of this grid
   */
  abstract neighbours(cell: Cell): readonly Cell[];
}
