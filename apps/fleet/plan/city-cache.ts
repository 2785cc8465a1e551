import { parseWindows } from '../../../src/config/windows.js';
import { DATASETS } from '../../../src/weather/datasets/registry.js';
import { AdaptiveWindows } from '../cache/adaptive-windows.js';
import { KeyMap } from '../cache/key-map.js';
import type { Pace } from '../cache/pace.js';
import { PlaceInference } from '../cache/place-inference.js';
import { PolicyWindows } from '../cache/policy-windows.js';
import { QuestionQuota, type Quotas } from '../cache/question-quota.js';
import { ReadTally } from '../cache/read-tally.js';
import { RecordCache } from '../cache/record-cache.js';
import type { WindowRule } from '../cache/window-rule.js';
import { CityReaders, type KeySource } from '../trace/city-readers.js';
import type { RequestDraw } from '../trace/endpoints.js';
import type { RequestPart } from '../trace/request-trace.js';
import { ASSUMPTIONS } from '../world/assumptions.js';
import { Random } from '../world/random.js';
import type { Kind, Variant } from './variant.js';

const JITTER = 6;

/** What the caches of a city need beyond the settings of their row. */
export interface CityCacheOptions {
  readonly seed: number;
  readonly quotas: Quotas;
  /** Undefined without a budget. */
  readonly pace: Pace | undefined;
  readonly draws: RequestDraw;
  /** See `RecordCacheOptions`. */
  readonly podKeepsForMs: Partial<Readonly<Record<Kind, number>>>;
  /** Where to count; default: own tallies. */
  readonly tallies?: ReadonlyMap<Kind, ReadTally>;
}

/** The caches of one row of the plan, for one city after the other. */
export class CityCache {
  readonly tallies: ReadonlyMap<Kind, ReadTally>;
  readonly quota: QuestionQuota;
  private readonly readers: CityReaders;
  private readonly inference: PlaceInference | undefined;
  private random = new Random(0);

  constructor(
    readonly variant: Variant,
    private readonly options: CityCacheOptions,
  ) {
    const { kinds, pods } = variant;
    const quota = new QuestionQuota(options.quotas, options.pace);
    this.quota = quota;
    this.tallies = options.tallies ?? new Map(kinds.map((kind) => [kind, new ReadTally()]));
    this.inference = variant.infersPlaces ? new PlaceInference() : undefined;
    this.readers = new CityReaders(new Map(kinds.map((kind) => [kind, this.cacheOf(kind)])), {
      draws: options.draws,
      pods,
      onRequest: (watch) => quota.ask(watch),
    });
  }

  /** Empties the caches for the next city. */
  start(row: number, watches: number, keys: KeySource): void {
    this.random = new Random(this.options.seed, JITTER, row);
    this.quota.reset(watches);
    if (keys instanceof KeyMap) this.inference?.start(keys);
    this.readers.start(keys);
  }

  run(trace: RequestPart, rain: Uint8Array, isIncluded?: Uint8Array): void {
    this.readers.run(trace, rain, isIncluded);
  }

  private cacheOf(kind: Kind): RecordCache {
    const { tallies, quota, options } = this;
    return new RecordCache({
      pods: this.variant.pods,
      windows: this.windowsOf(kind),
      quota,
      draw: () => this.random.unit(),
      podKeepsForMs: options.podKeepsForMs[kind] ?? Infinity,
      tally: tallies.get(kind) ?? new ReadTally(),
      inference: kind === 'place' ? this.inference : undefined,
    });
  }

  private windowsOf(kind: Kind): WindowRule {
    const { windows, adaptive } = this.variant;
    if (!adaptive || kind === 'place') {
      return new PolicyWindows(parseWindows(windows), kind, expiresInMsOf(kind), this.options.pace);
    }
    const [freshAtLeastMs, freshAtMostMs] = [adaptive.atLeastMs, adaptive.atMostMs];
    const rule = { ...DATASETS[kind].freshness, freshAtLeastMs, freshAtMostMs };
    return new AdaptiveWindows(rule, adaptive.priceSeconds);
  }
}

/** What the provider says about its answers. */
export function expiresInMsOf(kind: Kind): number {
  return kind === 'place' ? 0 : ASSUMPTIONS.expiresInMs[kind];
}
