import type { Fetch } from '../../../../packages/watch-client/http/fetch.js';
import { operationOf } from '../options/operation-mix.js';
import type { LoadOptions } from '../options/load-options.js';
import type { Region } from '../plan/rate-segment.js';
import type { SubjectTokens } from './subject-tokens.js';
import { Watch, type WakeOutcome } from './watch.js';
import type { WatchPlaces } from './watch-places.js';

/** The watches of a run, and which of them are served elsewhere until that region is lost. */
export class Fleet {
  readonly regions: Readonly<Record<Region, readonly number[]>>;
  private readonly watches: readonly Watch[];

  constructor(options: LoadOptions, places: WatchPlaces, tokens: SubjectTokens, fetch: Fetch) {
    const { watches, url, timeoutMs, mix, seed, lostRegionShare } = options;
    const indices = Array.from({ length: watches }, (_, watch) => watch);
    this.watches = indices.map(
      (watch) =>
        new Watch({
          baseUrl: url,
          token: tokens.sourceOf(watch),
          fetch,
          at: places.positionOf(watch),
          operation: operationOf(mix, watch, seed),
          timeoutMs,
        }),
    );
    const elsewhere = new Set(westernmost(indices, places, Math.round(watches * lostRegionShare)));
    this.regions = {
      here: indices.filter((watch) => !elsewhere.has(watch)),
      other: [...elsewhere].toSorted((one, another) => one - another),
    };
  }

  wake(watch: number): Promise<WakeOutcome> {
    const found = this.watches[watch];
    if (!found) throw new Error(`no watch ${watch}`);
    return found.wake();
  }
}

/** Regions are parts of the world: the places of the one are hardly known to the other. */
function westernmost(indices: readonly number[], places: WatchPlaces, count: number): number[] {
  const longitudeOf = (watch: number): number => places.positionOf(watch).longitude;
  return indices
    .toSorted((one, another) => longitudeOf(one) - longitudeOf(another))
    .slice(0, count);
}
