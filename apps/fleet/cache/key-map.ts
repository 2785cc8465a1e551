import type { Position } from '@app/cells/position.js';
import { distanceKm } from '@app/cells/distance.js';
import { DATASETS } from '../../../src/weather/datasets/registry.js';
import type { CityWatches } from '../trace/city-watches.js';
import type { KeySource } from '../trace/city-readers.js';
import type { Kind } from '../plan/variant.js';
import type { CellMap } from './cell-map.js';

/** Which record each site of a city reads. Indexes, because a Redis key per request would be too slow. */
export class KeyMap implements KeySource {
  /** By cell: index of the place. */
  readonly placeOfCell: readonly number[];
  /** By site: index of the place, and of the box. */
  private readonly placeOf: Uint32Array;
  private readonly boxOf: Uint32Array;

  /** @param placeOfCell by cell: index of the place that the provider finds; default: the nearest one */
  constructor(
    readonly cells: CellMap,
    readonly places: readonly Position[],
    placeOfCell?: readonly number[],
  ) {
    this.placeOfCell = placeOfCell ?? cells.cells.map(({ centre }) => nearest(places, centre));
    this.placeOf = cells.cellOf.map((cell) => this.placeOfCell[cell] ?? 0);
    this.boxOf = cells.cellOf.map((cell) => cells.boxOf[cell] ?? 0);
  }

  /** By site: index of the record of a dataset. `place`: of the search result of its cell. */
  keysOf(dataset: Kind): Uint32Array {
    if (dataset === 'place') return this.cells.cellOf;
    return DATASETS[dataset].keyedBy === 'place' ? this.placeOf : this.boxOf;
  }

  /** Number of different records. */
  countOf(dataset: Kind): number {
    if (dataset === 'place') return this.cells.cells.length;
    return DATASETS[dataset].keyedBy === 'place' ? this.places.length : this.cells.boxes;
  }

  /** From where the watch is to the place whose weather it gets. */
  distanceKm(site: number, { latitude, longitude }: CityWatches): number {
    const here = { latitude: latitude[site] ?? 0, longitude: longitude[site] ?? 0 };
    const place = this.places[this.placeOf[site] ?? 0];
    return place ? distanceKm(here, place) : NaN;
  }
}

/** Index of the nearest place. Within one city the Earth is flat enough to compare squares. */
function nearest(places: readonly Position[], { latitude, longitude }: Position): number {
  const shrink = Math.cos((latitude * Math.PI) / 180);
  let found = 0;
  let least = Infinity;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] as Position;
    const north = place.latitude - latitude;
    const turn = Math.abs(place.longitude - longitude);
    const east = Math.min(turn, 360 - turn) * shrink;
    const square = north * north + east * east;
    if (square >= least) continue;
    least = square;
    found = index;
  }
  return found;
}
