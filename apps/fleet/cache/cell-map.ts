import type { Cell } from '@app/cells/cell.js';
import type { CellGrid } from '@app/cells/cell-grid.js';
import { recordKey } from '../../../src/weather/datasets/record-key.js';
import type { CityWatches } from '../trace/city-watches.js';

/** The cells in which the sites of a city lie, as the product's grid has them. */
export class CellMap {
  readonly cells: Cell[] = [];
  /** By site: index in `cells`. */
  readonly cellOf: Uint32Array;
  /** By cell: index of its box, for what the provider knows by position. */
  readonly boxOf: number[] = [];
  readonly boxes: number;

  private readonly indexOf = new Map<string, number>();

  constructor(
    private readonly grid: CellGrid,
    { latitude, longitude }: Pick<CityWatches, 'latitude' | 'longitude'>,
  ) {
    const { indexOf } = this;
    const boxIndexOf = new Map<string, number>();
    this.cellOf = new Uint32Array(latitude.length);
    for (let site = 0; site < latitude.length; site += 1) {
      const position = { latitude: latitude[site] ?? 0, longitude: longitude[site] ?? 0 };
      const cell = grid.cellAt(position);
      const known = indexOf.get(cell.id);
      this.cellOf[site] = known ?? this.cells.length;
      if (known !== undefined) continue;
      indexOf.set(cell.id, this.cells.length);
      this.cells.push(cell);
      const box = recordKey('minutely', { key: '' }, cell.centre);
      if (!boxIndexOf.has(box)) boxIndexOf.set(box, boxIndexOf.size);
      this.boxOf.push(boxIndexOf.get(box) ?? 0);
    }
    this.boxes = boxIndexOf.size;
  }

  /** Indexes of the cells at the edges of a cell; undefined where no site is in one. */
  neighboursOf(index: number): readonly (number | undefined)[] {
    const cell = this.cells[index];
    return cell ? this.grid.neighbours(cell).map(({ id }) => this.indexOf.get(id)) : [];
  }
}
