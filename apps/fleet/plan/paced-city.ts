import type { CellGrid } from '@app/cells/cell-grid.js';
import type { Pace } from '../cache/pace.js';
import type { ReadTally } from '../cache/read-tally.js';
import { cityAt } from '../trace/city.js';
import type { KeySource } from '../trace/city-readers.js';
import { CityWatches } from '../trace/city-watches.js';
import type { ClientAnswers } from '../trace/client/client-answers.js';
import { traceDay } from '../trace/day-trace.js';
import { RequestDraw } from '../trace/endpoints.js';
import { RequestTrace } from '../trace/request-trace.js';
import { rainLikelyByHour } from '../world/rain.js';
import { CityCache } from './city-cache.js';
import { clientAnswersOf } from './client-answers-of.js';
import { CityMaps } from './city-maps.js';
import type { PlanJob } from './plan-job.js';
import type { Kind } from './variant.js';

const HOURS = 24;
const DAY_SECONDS = 86_400;

/** A city of the sample, of which the requests of one minute after the other are played. */
export class PacedCity {
  private readonly watches: CityWatches;
  private readonly trace = new RequestTrace();
  private readonly cache: CityCache;
  private readonly rain: Uint8Array;
  private readonly answers: ClientAnswers | undefined;
  private readonly keys: KeySource;
  private day = -1;
  private played = 0;

  constructor(
    private readonly job: PlanJob,
    row: number,
    shared: { readonly pace: Pace; readonly tallies: ReadonlyMap<Kind, ReadTally> },
  ) {
    const { seed, mix, quotas, days, world, fleet } = job;
    const [reference] = job.variants;
    if (!reference) throw new Error('a plan without a row');
    this.watches = new CityWatches(cityAt(world, fleet, row), seed);
    this.rain = rainLikelyByHour(seed, row, HOURS * days);
    const draws = new RequestDraw(mix);
    this.cache = new CityCache(reference, { seed, quotas, draws, podKeepsForMs: {}, ...shared });
    const maps = new CityMaps(this.watches, new Map<string, CellGrid>());
    const keys = maps.keysOf(reference);
    this.cache.start(row, this.watches.count, keys);
    this.answers = clientAnswersOf(job);
    this.keys = keys;
  }

  /** Plays the requests before a second of the plan. */
  runUntil(second: number): void {
    this.startDay(Math.ceil(second / DAY_SECONDS) - 1);
    const part = this.trace.part(this.played, second);
    this.played += part.length;
    if (part.length > 0) this.cache.run(part, this.rain);
  }

  private startDay(day: number): void {
    if (day === this.day) return;
    this.day = day;
    this.played = 0;
    this.answers?.start(this.keys);
    traceDay(this.trace, this.watches, this.job, day, this.answers);
  }
}
