import type { CellGrid } from '@app/cells/cell-grid.js';
import { Histogram } from '../cache/histogram.js';
import { Pace } from '../cache/pace.js';
import { cityAt } from '../trace/city.js';
import { CityWatches } from '../trace/city-watches.js';
import type { ClientAnswers } from '../trace/client/client-answers.js';
import { traceDay } from '../trace/day-trace.js';
import { ENDPOINT_NAMES, RequestDraw } from '../trace/endpoints.js';
import { RequestTrace } from '../trace/request-trace.js';
import { rainLikelyByHour } from '../world/rain.js';
import { CityCache } from './city-cache.js';
import { clientAnswersOf } from './client-answers-of.js';
import { CityMaps, mapName } from './city-maps.js';
import { Comparison } from './comparison.js';
import { Participants } from './participants.js';
import type { PlanJob } from './plan-job.js';
import { boxOf } from './map-box.js';
import { DISTANCE_BUCKET_KM, type PlanPart } from './plan-part.js';
import type { Kind, Variant } from './variant.js';

const HOURS = 24;
const DAY_SECONDS = 86_400;

/** Plans one city after the other: each has one trace, which all rows of the plan read. */
export class CityPlanner {
  private readonly trace = new RequestTrace();
  private readonly grids = new Map<string, CellGrid>();
  private readonly draws: RequestDraw;
  private readonly caches: readonly CityCache[];
  private readonly comparison: Comparison;
  private readonly perSecond: Float64Array;
  private readonly byEndpoint = new Float64Array(ENDPOINT_NAMES.length);
  private readonly distances = new Map<string, Histogram>();
  private readonly records = new Map<Kind, number>();
  private readonly watchesOf: number[];
  private readonly answers: ClientAnswers | undefined;
  private readonly requestsByBox = new Map<string, number>();
  private requests = 0;

  constructor(private readonly job: PlanJob) {
    const { seed, mix, quotas, pace, podKeepsForMs, variants, days } = job;
    this.draws = new RequestDraw(mix);
    this.answers = clientAnswersOf(job);
    this.perSecond = new Float64Array(days * DAY_SECONDS);
    this.watchesOf = variants.map(() => 0);
    this.comparison = new Comparison(this.reference, this.draws);
    this.caches = variants.map((variant, index) => {
      const common = { seed, quotas, draws: this.draws };
      const budget = index === 0 && pace ? new Pace(pace.periodMs, pace.periods) : undefined;
      return new CityCache(variant, {
        ...common,
        pace: budget,
        podKeepsForMs: podKeepsForMs[index] ?? {},
      });
    });
  }

  /** @returns the number of requests in the city */
  plan(row: number): number {
    const { job, trace } = this;
    const watches = new CityWatches(cityAt(job.world, job.fleet, row), job.seed);
    if (watches.count === 0) return 0;
    const maps = new CityMaps(watches, this.grids);
    const rain = rainLikelyByHour(job.seed, row, HOURS * job.days);
    const participants = new Participants(watches);
    const variants = job.hasRows[row] ? job.variants : job.variants.slice(0, 1);
    const included = variants.map((variant) => participants.of(variant));
    const siteRequests = new Float64Array(2 * watches.count);
    this.start(watches, maps, included);
    const before = this.requests;
    for (let day = 0; day < job.days; day += 1) {
      this.answers?.start(maps.keysOf(this.reference));
      traceDay(trace, watches, job, day, this.answers);
      included.forEach((part, index) => this.caches[index]?.run(trace, rain, part));
      this.comparison.run(trace, rain);
      this.count(siteRequests);
    }
    this.measureDistances(watches, maps, siteRequests, variants);
    const requests = this.requests - before;
    const box = boxOf(watches.city.centre);
    this.requestsByBox.set(box, (this.requestsByBox.get(box) ?? 0) + requests);
    return requests;
  }

  result(): PlanPart {
    const { comparison, requests, perSecond, byEndpoint, distances, records, requestsByBox } = this;
    const rows = this.caches.map(({ tallies, quota }, index) => ({
      tallies,
      watches: this.watchesOf[index] ?? 0,
      refusedQuestions: quota.refused,
    }));
    return {
      rows,
      requests,
      perSecond,
      byEndpoint,
      distances,
      records,
      requestsByBox,
      floors: comparison.calls(),
    };
  }

  private get reference(): Variant {
    const [reference] = this.job.variants;
    if (!reference) throw new Error('a plan without a row');
    return reference;
  }

  private start(
    watches: CityWatches,
    maps: CityMaps,
    included: readonly (Uint8Array | undefined)[],
  ): void {
    included.forEach((part, index) => {
      const cache = this.caches[index];
      cache?.start(watches.city.row, watches.count, maps.keysOf(cache.variant));
      const count = part ? part.reduce((a, b) => a + b, 0) : watches.count;
      this.watchesOf[index] = (this.watchesOf[index] ?? 0) + count;
    });
    this.comparison.start(maps, 2 * watches.count);
    const keys = maps.keysOf(this.reference);
    for (const kind of this.reference.kinds) {
      this.records.set(kind, (this.records.get(kind) ?? 0) + keys.countOf(kind));
    }
  }

  private count(siteRequests: Float64Array): void {
    const { trace, perSecond, byEndpoint } = this;
    this.requests += trace.length;
    for (let index = 0; index < trace.length; index += 1) {
      increment(perSecond, trace.at[index] ?? 0);
      increment(siteRequests, trace.site[index] ?? 0);
      increment(byEndpoint, this.draws.endpointOf(trace.draw[index] ?? 0));
    }
  }

  private measureDistances(
    watches: CityWatches,
    maps: CityMaps,
    requests: Float64Array,
    variants: readonly Variant[],
  ): void {
    const rows = new Map(variants.map((variant) => [mapName(variant), variant]));
    for (const [name, variant] of rows) {
      const histogram = this.distances.get(name) ?? new Histogram(DISTANCE_BUCKET_KM);
      this.distances.set(name, histogram);
      const keys = maps.keysOf(variant);
      requests.forEach((times, site) => {
        if (times > 0) histogram.add(keys.distanceKm(site, watches), times);
      });
    }
  }
}

function increment(counts: Float64Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
