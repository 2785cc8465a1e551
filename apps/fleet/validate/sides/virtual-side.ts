import { readsOf, ReadTally } from '../../cache/read-tally.js';
import type { KeyMap } from '../../cache/key-map.js';
import { CityCache } from '../../plan/city-cache.js';
import type { Variant } from '../../plan/variant.js';
import type { RequestDraw } from '../../trace/endpoints.js';
import type { HourTrace } from '../trace/hour-trace.js';
import { KINDS, type SideFigures } from './side-figures.js';

/** Beyond what any watch reaches: the limits of a user are per hour of real time, which speed does not change. */
const UNLIMITED = { missesPerHour: 1_000_000, refreshesPerHour: 1_000_000 };
const ALWAYS_RAIN = new Uint8Array(24).fill(1);

export interface VirtualSideOptions {
  readonly seed: number;
  readonly draws: RequestDraw;
  readonly keys: KeyMap;
  readonly watches: number;
  /** As `CELL_GRID` and `WINDOWS` of the product. */
  readonly grid: string;
  readonly windows: string;
  readonly pods: number;
}

/** Plays the requests through the caches of the plan, in virtual time. */
export function playInVirtualTime(trace: HourTrace, options: VirtualSideOptions): SideFigures {
  const { seed, draws, keys, watches } = options;
  const tallies = new Map(KINDS.map((kind) => [kind, new ReadTally()]));
  const cache = new CityCache(variantOf(options), {
    seed,
    draws,
    quotas: UNLIMITED,
    pace: undefined,
    // What a pod drops it finds in Redis: neither hits nor calls depend on it.
    podKeepsForMs: {},
    tallies,
  });
  cache.start(0, watches, keys);
  cache.run(trace, ALWAYS_RAIN);
  const figures = [...tallies].map(([kind, tally]) => {
    const { podHits, redisHits, calls } = tally;
    return [kind, { reads: readsOf(tally), hits: podHits + redisHits, calls }] as const;
  });
  return Object.fromEntries(figures) as SideFigures;
}

function variantOf({ grid, windows, pods }: VirtualSideOptions): Variant {
  return {
    sweep: 'validate',
    name: 'validate',
    kinds: KINDS,
    grid,
    windows,
    pods,
    people: 1,
    podEntries: Infinity,
    infersPlaces: false,
    mergesSparse: false,
    fleetShare: 1,
    pilotPercent: 100,
  };
}
