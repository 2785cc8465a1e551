import { fractionOf } from '../../../../packages/simulated-weather/maths/hash.js';
import { homePositions } from '../../trace/home-positions.js';
import { loadWorld } from '../../world/load-world.js';
import type { Position } from '../../../../packages/watch-client/request/weather-request.js';
import type { WatchPlaces } from './watch-places.js';

const SEEDS = 2 ** 32;

/** The homes of the planner's watches: populated places of GeoNames, countries by their share of the devices. */
export class WorldPlaces implements WatchPlaces {
  private readonly homes: readonly Position[];

  constructor(seed: string, watches: number) {
    this.homes = homePositions(loadWorld(), watches, Math.floor(SEEDS * fractionOf(seed)));
  }

  positionOf(watch: number): Position {
    const home = this.homes[watch];
    if (!home) throw new Error(`no watch ${watch}`);
    return home;
  }
}
