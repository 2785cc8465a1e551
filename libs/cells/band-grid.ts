import { CellGrid } from './cell-grid.js';
import type { Cell } from './cell.js';
import { edgeOfPart, partAt } from './equal-parts.js';
import type { Position } from './position.js';

/** Equally high bands from pole to pole, each cut into equally wide columns from -180 to 180. */
export abstract class BandGrid extends CellGrid {
  protected constructor(
    private readonly name: string,
    private readonly bands: number,
  ) {
    super();
  }

  override cellAt({ latitude, longitude }: Position): Cell {
    // Written so that NaN fails, and without the values: a position is personal data.
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      throw new RangeError('latitude must be in [-90, 90], longitude in [-180, 180]');
    }
    const band = partAt(90, this.bands, latitude);
    const middle = edgeOfPart(90, this.bands, band + 0.5);
    const columns = this.columnsAt(middle);
    const column = longitude === 180 ? 0 : partAt(180, columns, longitude);
    return {
      id: `${this.name}/${band}/${column}`,
      centre: this.centreAt(middle, edgeOfPart(180, columns, column + 0.5)),
      south: edgeOfPart(90, this.bands, band),
      north: edgeOfPart(90, this.bands, band + 1),
      west: edgeOfPart(180, columns, column),
      east: edgeOfPart(180, columns, column + 1),
    };
  }

  /** The number of columns of the band whose middle is at `latitude`. */
  protected abstract columnsAt(latitude: number): number;

  /** The position that represents the cell with this middle. */
  protected abstract centreAt(latitude: number, longitude: number): Position;
}
