import type { CellMap } from '../cache/cell-map.js';
import type { KeySource } from '../trace/city-readers.js';

/** A cache by exact coordinates: every site has records of its own. */
export class ExactKeys implements KeySource {
  private readonly keys: Uint32Array;

  constructor(sites: number) {
    this.keys = Uint32Array.from({ length: sites }, (_, site) => site);
  }

  keysOf(): Uint32Array {
    return this.keys;
  }

  countOf(): number {
    return this.keys.length;
  }
}

/** A cache by grid cell, without places that cells share. */
export class CellKeys implements KeySource {
  constructor(private readonly map: CellMap) {}

  keysOf(): Uint32Array {
    return this.map.cellOf;
  }

  countOf(): number {
    return this.map.cells.length;
  }
}
