import type { CellGrid } from './cell-grid.js';
import { DegreeGrid } from './degree-grid.js';
import { MetreGrid } from './metre-grid.js';

/** Parses the setting of a grid: `metres:1000` or `degrees:0.01`.
 * @throws Error that lists what is accepted. */
export function parseCellGrid(text: string): CellGrid {
  const [, unit, digits] = /^(metres|degrees):(\d+(?:\.\d+)?)$/.exec(text) ?? [];
  const size = Number(digits);
  if (unit === 'metres' && MetreGrid.accepts(size)) return new MetreGrid(size);
  if (unit === 'degrees' && DegreeGrid.accepts(size)) return new DegreeGrid(size);
  throw new Error(`must be one of: ${MetreGrid.accepted}; ${DegreeGrid.accepted}`);
}
