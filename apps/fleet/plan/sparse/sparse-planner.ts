import type { CellGrid } from '@app/cells/cell-grid.js';
import { distanceKm } from '@app/cells/distance.js';
import { Histogram } from '../../cache/histogram.js';
import type { ReadTally } from '../../cache/read-tally.js';
import { cityAt } from '../../trace/city.js';
import { CityWatches } from '../../trace/city-watches.js';
import { traceDay } from '../../trace/day-trace.js';
import { RequestDraw } from '../../trace/endpoints.js';
import { RequestTrace, type RequestPart } from '../../trace/request-trace.js';
import { rainLikelyByHour } from '../../world/rain.js';
import { CityCache } from '../city-cache.js';
import { CityMaps } from '../city-maps.js';
import { clientAnswersOf } from '../client-answers-of.js';
import type { PlanJob } from '../plan-job.js';
import { DISTANCE_BUCKET_KM } from '../plan-part.js';
import type { Kind, Variant } from '../variant.js';
import { mergedRequests, OneKey } from './merged-requests.js';
import type { SparseGroup } from './sparse-groups.js';

const HOURS = 24;

/** What the requests of the groups cause with cells of their own, or with a shared one. */
export interface SparseSide {
  readonly tallies: ReadonlyMap<Kind, ReadTally>;
  /** Kilometres from the watch to the place, by request. */
  readonly distances: Histogram;
}

interface Town {
  readonly watches: CityWatches;
  readonly maps: CityMaps;
  readonly rain: Uint8Array;
}

/** Plays the requests of groups of sparse places twice: each place with its own cells, and all with one. */
export class SparsePlanner {
  readonly separate: SparseSide;
  readonly shared: SparseSide;
  private readonly caches: { readonly separate: CityCache; readonly shared: CityCache };
  private readonly grids = new Map<string, CellGrid>();

  constructor(
    private readonly job: PlanJob,
    private readonly reference: Variant,
  ) {
    const { seed, quotas, mix } = job;
    const draws = new RequestDraw(mix);
    const cache = (): CityCache =>
      new CityCache(reference, { seed, quotas, draws, pace: undefined, podKeepsForMs: {} });
    this.caches = { separate: cache(), shared: cache() };
    this.separate = sideOf(this.caches.separate);
    this.shared = sideOf(this.caches.shared);
  }

  plan({ rows, centre }: SparseGroup): void {
    const { job } = this;
    const towns = rows.map((row) => this.townAt(row));
    const days = Array.from({ length: job.days }, (_, day) =>
      towns.map((town) => this.traceOf(town, day)),
    );
    towns.forEach((town, index) =>
      this.playAlone(
        town,
        days.map((traces) => traces[index]),
      ),
    );
    this.playTogether(towns, days);
    const nearest = towns.reduce((a, b) =>
      distanceKm(b.watches.city.centre, centre) < distanceKm(a.watches.city.centre, centre) ? b : a,
    );
    towns.forEach((town, index) =>
      days.forEach((traces) => this.measure(town, nearest, traces[index])),
    );
  }

  private townAt(row: number): Town {
    const { world, fleet, seed, days } = this.job;
    const watches = new CityWatches(cityAt(world, fleet, row), seed);
    const maps = new CityMaps(watches, this.grids);
    return { watches, maps, rain: rainLikelyByHour(seed, row, HOURS * days) };
  }

  private traceOf({ watches, maps }: Town, day: number): RequestTrace {
    const trace = new RequestTrace();
    const answers = clientAnswersOf(this.job);
    answers?.start(maps.keysOf(this.reference));
    traceDay(trace, watches, this.job, day, answers);
    return trace;
  }

  private playAlone(
    { watches, maps, rain }: Town,
    traces: readonly (RequestPart | undefined)[],
  ): void {
    this.caches.separate.start(watches.city.row, watches.count, maps.keysOf(this.reference));
    for (const trace of traces) if (trace) this.caches.separate.run(trace, rain);
  }

  private playTogether(towns: readonly Town[], days: readonly (readonly RequestTrace[])[]): void {
    const [first] = towns;
    if (!first) return;
    const count = towns.reduce((sum, { watches }) => sum + watches.count, 0);
    this.caches.shared.start(first.watches.city.row, count, new OneKey(2 * count));
    for (const traces of days) {
      const parts = traces.map((trace, index) => ({
        ...trace.part(0, Infinity),
        sites: 2 * (towns[index]?.watches.count ?? 0),
      }));
      this.caches.shared.run(mergedRequests(parts), first.rain);
    }
  }

  private measure({ watches, maps }: Town, nearest: Town, trace: RequestTrace | undefined): void {
    const keys = maps.keysOf(this.reference);
    trace?.site.subarray(0, trace.length).forEach((site) => {
      const here = {
        latitude: watches.latitude[site] ?? 0,
        longitude: watches.longitude[site] ?? 0,
      };
      this.separate.distances.add(keys.distanceKm(site, watches));
      this.shared.distances.add(distanceKm(here, nearest.watches.city.centre));
    });
  }
}

function sideOf({ tallies }: CityCache): SparseSide {
  return { tallies, distances: new Histogram(DISTANCE_BUCKET_KM) };
}
