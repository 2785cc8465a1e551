import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import type { CellGrid } from '@app/cells/cell-grid.js';
import { CellMap } from '../cache/cell-map.js';
import { KeyMap } from '../cache/key-map.js';
import { placeKeysOf } from '../cache/place-keys.js';
import type { CityWatches } from '../trace/city-watches.js';
import type { Variant } from './variant.js';

type Mapping = Pick<Variant, 'grid' | 'people'>;

/** Names the distances of a row: rows with the same name share them. */
export function mapName(variant: Mapping & Pick<Variant, 'mergesSparse'>): string {
  return `${keysName(variant)}${variant.mergesSparse ? ', shared cells' : ''}`;
}

/** Names the map of a row: rows with the same name share it. */
function keysName({ grid, people }: Mapping): string {
  return `${grid}, ${people === 'city' ? 'city keys' : `${people} people per key`}`;
}

/** The maps of one city, each computed once. */
export class CityMaps {
  private readonly cells = new Map<string, CellMap>();
  private readonly keys = new Map<string, KeyMap>();

  constructor(
    private readonly watches: CityWatches,
    private readonly grids: Map<string, CellGrid>,
  ) {}

  cellsOf(grid: string): CellMap {
    const known = this.cells.get(grid);
    if (known) return known;
    const map = new CellMap(this.gridOf(grid), this.watches);
    this.cells.set(grid, map);
    return map;
  }

  keysOf(mapping: Mapping): KeyMap {
    const name = keysName(mapping);
    const known = this.keys.get(name);
    if (known) return known;
    const places = placeKeysOf(this.watches.city, mapping.people);
    const map = new KeyMap(this.cellsOf(mapping.grid), places);
    this.keys.set(name, map);
    return map;
  }

  private gridOf(text: string): CellGrid {
    const grid = this.grids.get(text) ?? parseCellGrid(text);
    this.grids.set(text, grid);
    return grid;
  }
}
