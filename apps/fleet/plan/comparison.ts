import { CellKeys, ExactKeys } from '../floor/baseline-keys.js';
import { CityFloor } from '../floor/city-floor.js';
import type { RequestDraw } from '../trace/endpoints.js';
import type { RequestTrace } from '../trace/request-trace.js';
import type { CityMaps } from './city-maps.js';
import type { Kind, Variant } from './variant.js';

/** Of the simpler cache, whose cells share no places. */
const BASELINE_GRID = 'degrees:0.01';

/** What the reference is compared with, on the same trace: two floors, and two simpler caches. */
export class Comparison {
  private readonly fresh: CityFloor;
  private readonly freshAndRevalidate: CityFloor;
  private readonly exact: CityFloor;
  private readonly grid: CityFloor;

  constructor(
    private readonly reference: Variant,
    draws: RequestDraw,
  ) {
    this.fresh = new CityFloor(reference, draws, 'fresh');
    this.freshAndRevalidate = new CityFloor(reference, draws, 'fresh and revalidate');
    // A cache that loads whenever its copy is older than a fixed T makes as many calls as there are intervals.
    const conditions: Variant = { ...reference, kinds: ['place', 'conditions'] };
    this.exact = new CityFloor(conditions, draws, 'fresh');
    this.grid = new CityFloor(conditions, draws, 'fresh');
  }

  start(maps: CityMaps, sites: number): void {
    const keys = maps.keysOf(this.reference);
    this.fresh.start(keys);
    this.freshAndRevalidate.start(keys);
    this.exact.start(new ExactKeys(sites));
    this.grid.start(new CellKeys(maps.cellsOf(BASELINE_GRID)));
  }

  run(trace: RequestTrace, rain: Uint8Array): void {
    for (const floor of [this.fresh, this.freshAndRevalidate, this.exact, this.grid]) {
      floor.run(trace, rain);
    }
  }

  /** By name: calls by kind. */
  calls(): ReadonlyMap<string, ReadonlyMap<Kind, number>> {
    const { fresh, freshAndRevalidate, exact, grid } = this;
    const named = { fresh, freshAndRevalidate, exact, grid };
    return new Map(Object.entries(named).map(([name, floor]) => [name, floor.calls]));
  }
}
