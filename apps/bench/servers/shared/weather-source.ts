import { createClient } from '@redis/client';
import type { Cell } from '@app/cells/cell.js';
import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import type { Position } from '@app/cells/position.js';
import { given } from './environment.js';
import { fetchConditions, fetchPlace, type Conditions, type Place } from './fetch-weather.js';
import { TwoLevelCache } from './two-level-cache.js';

/** The weather of a position. */
export interface Found {
  readonly cell: Cell;
  readonly place: Place;
  readonly conditions: Conditions;
  readonly fromMemory: boolean;
}

/** Places by cell and conditions by place, cached in memory and Redis, as (b) and (f) find them. */
export class WeatherSource {
  private readonly grid = parseCellGrid('metres:1000');

  private constructor(
    private readonly places: TwoLevelCache<Place>,
    private readonly conditions: TwoLevelCache<Conditions>,
  ) {}

  static async connect(): Promise<WeatherSource> {
    const redis = createClient({ url: given('REDIS_URL') });
    redis.on('error', (error: unknown) => {
      // A run without Redis measures something else: it ends.
      throw error;
    });
    await redis.connect();
    return new WeatherSource(
      new TwoLevelCache(redis, 'place'),
      new TwoLevelCache(redis, 'conditions'),
    );
  }

  /** Synchronous when memory has both records. */
  find(position: Position): Found | Promise<Found> {
    const cell = this.grid.cellAt(position);
    const place = this.places.peek(cell.id);
    const conditions = place && this.conditions.peek(place.key);
    if (conditions) return { cell, place, conditions, fromMemory: true };
    return this.load(cell);
  }

  private async load(cell: Cell): Promise<Found> {
    const place = await this.places.get(cell.id, () => fetchPlace(cell.centre));
    const conditions = await this.conditions.get(place.key, () => fetchConditions(place.key));
    return { cell, place, conditions, fromMemory: false };
  }
}
