import { CityWatches } from '../../trace/city-watches.js';
import { cityAt } from '../../trace/city.js';
import type { Fleet } from '../../world/fleet.js';
import type { World } from '../../world/world.js';

/** About a metre. Both sides get the same digits, so that a position lies in the same cell on both. */
const STEPS_PER_DEGREE = 100_000;

/** The watches of one city, and the number of its first site among those of all cities. */
export interface CitySites {
  readonly watches: CityWatches;
  readonly firstSite: number;
}

/** Where all watches of a fleet are at home and at work: sites 2n and 2n + 1 are those of watch n. */
export class WatchSites {
  readonly cities: readonly CitySites[];
  /** Number of watches. */
  readonly watches: number;
  /** By site, degrees. */
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;

  constructor(world: World, fleet: Fleet, seed: number) {
    const cities: CitySites[] = [];
    let sites = 0;
    fleet.present.forEach((count, row) => {
      if (count === 0) return;
      const watches = new CityWatches(cityAt(world, fleet, row), seed);
      cities.push({ watches, firstSite: sites });
      sites += 2 * watches.count;
    });
    this.cities = cities;
    this.watches = sites / 2;
    this.latitude = new Float64Array(sites);
    this.longitude = new Float64Array(sites);
    for (const { watches, firstSite } of cities) {
      this.latitude.set(watches.latitude.map(rounded), firstSite);
      this.longitude.set(watches.longitude.map(rounded), firstSite);
    }
  }
}

function rounded(degrees: number): number {
  return Math.round(degrees * STEPS_PER_DEGREE) / STEPS_PER_DEGREE;
}
