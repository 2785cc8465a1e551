import type { CellGrid } from '@app/cells/cell-grid.js';
import { distributeFleet } from '../../world/fleet.js';
import type { World } from '../../world/world.js';
import { simulatedKeys, type SimulatedKeys } from './simulated-keys.js';
import { WatchSites } from './watch-sites.js';

export interface ServedFleet extends SimulatedKeys {
  readonly sites: WatchSites;
  /** That live where the provider has all datasets; the others take no part. */
  readonly watches: number;
}

/**
 * A fleet of which about so many watches live where the simulated provider has all datasets: its map of the coasts is
 * coarse.
 */
export function servedFleet(
  world: World,
  grid: CellGrid,
  { watches, seed }: { readonly watches: number; readonly seed: number },
): ServedFleet {
  const drawn = (count: number): ServedFleet => {
    const sites = new WatchSites(world, distributeFleet(world, count, seed), seed);
    const keys = simulatedKeys(sites, grid);
    return { sites, ...keys, watches: served(keys) };
  };
  return drawn(Math.round((watches * watches) / Math.max(1, drawn(watches).watches)));
}

/** By their homes. */
function served({ isServed }: SimulatedKeys): number {
  return isServed.reduce((sum, is, site) => sum + (site % 2 === 0 ? is : 0), 0);
}
