import type { CellGrid } from '@app/cells/cell-grid.js';
import type { Position } from '@app/cells/position.js';
import { placeAt } from '../../../../packages/simulated-weather/world/atlas.js';
import type { Place } from '../../../../packages/simulated-weather/world/place.js';
import { isTooFar } from '../../../../src/weather/places/place.js';
import { CellMap } from '../../cache/cell-map.js';
import { KeyMap } from '../../cache/key-map.js';
import type { WatchSites } from './watch-sites.js';

/** Beyond it the simulator has no MinuteCast; without a country, and in Antarctica, no alerts either. */
const ALL_DATASETS_WITHIN_DEGREES = 65;
const ANTARCTICA = 'AQ';

/** The records that the sites read where the simulated provider answers. */
export interface SimulatedKeys {
  readonly keys: KeyMap;
  /** By site: 1 where the provider has a place with all datasets. */
  readonly isServed: Uint8Array;
}

/** Asks the simulator's own atlas for the place of each cell, as the product does by a search. */
export function simulatedKeys(sites: WatchSites, grid: CellGrid): SimulatedKeys {
  const cells = new CellMap(grid, sites);
  const places: Position[] = [];
  const indexOf = new Map<string, number>();
  const placeOfCell: number[] = [];
  const isCellServed: boolean[] = [];
  for (const { centre } of cells.cells) {
    const place = placeAt(centre);
    isCellServed.push(place !== undefined && hasAll(place, centre));
    const key = place?.key ?? '';
    const index = indexOf.get(key) ?? places.length;
    placeOfCell.push(index);
    if (indexOf.has(key)) continue;
    indexOf.set(key, index);
    places.push(place ?? centre);
  }
  const isServed = Uint8Array.from(cells.cellOf, (cell) => (isCellServed[cell] ? 1 : 0));
  return { keys: new KeyMap(cells, places, placeOfCell), isServed };
}

function hasAll(place: Place, centre: Position): boolean {
  const { latitude, countryId } = place;
  if (isTooFar({ position: place }, centre)) return false;
  if (countryId === '' || countryId === ANTARCTICA) return false;
  return Math.abs(latitude) < ALL_DATASETS_WITHIN_DEGREES;
}
