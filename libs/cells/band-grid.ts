import { CellGrid } from './cell-grid.js';
import type { Cell } from './cell.js';
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
    return this.cell(band, this.columnOf(band, longitude));
  }

  override neighbours({ id, centre, west, east }: Cell): readonly Cell[] {
    const band = partAt(90, this.bands, centre.latitude);
    const columns = this.columnsIn(band);
    const column = this.columnOf(band, centre.longitude);
    const middle = (west + east) / 2;
    const across = [
      this.across(band + 1, middle),
      this.across(band - 1, middle),
      this.cell(band, (column + 1) % columns),
      this.cell(band, (column + columns - 1) % columns),
    ];
    const byId = new Map(across.map((cell) => [cell.id, cell]));
    byId.delete(id);
    return [...byId.values()];
  }

  /** The number of columns of the band whose middle is at `latitude`. */
  protected abstract columnsAt(latitude: number): number;

  /** The position that represents the cell with this middle. */
  protected abstract centreAt(latitude: number, longitude: number): Position;

  /** The cell of a band that a meridian runs through; beyond a pole, the one on its other side. */
  private across(band: number, longitude: number): Cell {
    if (band >= 0 && band < this.bands) return this.cell(band, this.columnOf(band, longitude));
    const last = band < 0 ? 0 : this.bands - 1;
    return this.cell(last, this.columnOf(last, longitude < 0 ? longitude + 180 : longitude - 180));
  }

  private columnOf(band: number, longitude: number): number {
    return longitude === 180 ? 0 : partAt(180, this.columnsIn(band), longitude);
  }

  private columnsIn(band: number): number {
    return this.columnsAt(edgeOfPart(90, this.bands, band + 0.5));
  }

  private cell(band: number, column: number): Cell {
    const middle = edgeOfPart(90, this.bands, band + 0.5);
    const columns = this.columnsAt(middle);
    return {
      id: `${this.name}/${band}/${column}`,
      centre: this.centreAt(middle, edgeOfPart(180, columns, column + 0.5)),
      south: edgeOfPart(90, this.bands, band),
      north: edgeOfPart(90, this.bands, band + 1),
      west: edgeOfPart(180, columns, column),
      east: edgeOfPart(180, columns, column + 1),
    };
  }
}

/** The start of part `index` when [-half, half] is cut into `count` equal parts; `index + 0.5` is its middle.
 *
 * One division of whole numbers, hence the double nearest to the true edge: 2.3 is the literal 2.3,
 * neighbours agree on the edge they share, and zero is never -0. */
function edgeOfPart(half: number, count: number, index: number): number {
  return (half * (2 * index - count)) / count;
}

/** The part in which `value` of [-half, half] lies: its first edge is inside, and `half` is in the last. */
function partAt(half: number, count: number, value: number): number {
  // 2.30 / 0.01 is 229.99999999999997: the division may miss by one, the edges themselves decide.
  const guess = Math.floor(((value + half) / (2 * half)) * count);
  if (value < edgeOfPart(half, count, guess)) return guess - 1;
  if (value >= edgeOfPart(half, count, guess + 1)) return guess + 1;
  return Math.min(guess, count - 1);
}
