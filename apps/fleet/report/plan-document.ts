import type { PlanJob } from '../plan/plan-job.js';
import type { PlanOptions } from '../plan/plan-options.js';
import type { PlanPart } from '../plan/plan-part.js';
import type { Sample } from '../plan/sample.js';
import { ASSUMPTIONS } from '../world/assumptions.js';
import { ATTRIBUTION } from '../world/load-world.js';
import { baselineFigures, type BaselineFigures } from './figures/baseline-figures.js';
import { budgetFigures, type BudgetFigures } from './figures/budget-figures.js';
import { floorFigures, type FloorFigures } from './figures/floor-figures.js';
import { loadFigures, type LoadFigures } from './figures/load-figures.js';
import { loadMap, type MapBox } from './figures/load-map.js';
import { memoryFigures, type MemoryFigures } from './figures/memory-figures.js';
import { rowFigures, type RowFigures } from './figures/row-figures.js';
import type { Kind } from '../plan/variant.js';

/** What `--json` writes. docs/fleet.md describes every key. */
export interface PlanDocument {
  readonly command: string;
  readonly attribution: string;
  readonly input: {
    readonly watches: number;
    readonly days: number;
    readonly seed: number;
    readonly pods: number;
    readonly peoplePerKey: number | 'city';
    readonly polling: string;
    readonly mix: Readonly<Record<string, number>>;
    readonly settings: Readonly<Record<string, string>>;
    readonly sampledPlaces: { readonly oneIn: number; readonly scale: number };
    /** Of the rows of sweeps. */
    readonly sampledPlacesOfRows: { readonly oneIn: number; readonly scale: number };
  };
  readonly assumptions: typeof ASSUMPTIONS;
  readonly hitRatio: number;
  readonly upstreamCalls: number;
  readonly floorCalls: number;
  /** Questions of users that were refused a call, because of `MISS_LIMIT_PER_HOUR` or `REFRESH_LIMIT_PER_HOUR`. */
  readonly refusedQuestions: number;
  readonly reference: RowFigures;
  readonly floor: Partial<Readonly<Record<Kind, FloorFigures>>>;
  readonly baselines: BaselineFigures;
  readonly load: LoadFigures;
  readonly budget: BudgetFigures;
  readonly podMemory: readonly MemoryFigures[];
  readonly map: readonly MapBox[];
  readonly rows: readonly RowFigures[];
}

export interface PlanResult {
  readonly job: PlanJob;
  readonly part: PlanPart;
  readonly sample: Sample;
  /** The places of the rows of sweeps. */
  readonly rowSample: Sample;
}

/** @param args of the command, to repeat in the document */
export function planDocument(
  args: readonly string[],
  options: PlanOptions,
  { job, part, sample, rowSample }: PlanResult,
): PlanDocument {
  const { scale, oneIn } = sample;
  const { watches, days, seed, pods, mix, settings, config } = options;
  const rows = job.variants.map((variant, index) =>
    rowFigures(variant, index, part, { days, scale: index === 0 ? scale : rowSample.scale }),
  );
  const [reference, ...others] = rows;
  const [variant] = job.variants;
  if (!reference || !variant) throw new Error('a plan without a row');
  const floor = floorFigures(variant, part, scale);
  const floorCalls = Object.values(floor).reduce((sum, { floorCalls: calls }) => sum + calls, 0);
  return {
    command: ['npm run fleet -- plan', ...args].join(' '),
    attribution: ATTRIBUTION,
    input: {
      watches,
      days,
      seed,
      pods,
      peoplePerKey: options.people,
      polling: options.pollingText,
      mix,
      settings,
      sampledPlaces: { oneIn, scale },
      sampledPlacesOfRows: { oneIn: rowSample.oneIn, scale: rowSample.scale },
    },
    assumptions: ASSUMPTIONS,
    hitRatio: reference.hitRatio,
    upstreamCalls: reference.upstreamCalls,
    floorCalls,
    refusedQuestions: Math.round((part.rows[0]?.refusedQuestions ?? 0) * scale),
    reference,
    floor,
    baselines: baselineFigures(part, scale, reference),
    load: loadFigures(part, { days, scale }, { pods, logSample: config.accessLogSample }),
    budget: budgetFigures(options, reference, job.pace),
    podMemory: memoryFigures(job.variants, rows, part, scale),
    map: loadMap(part, { days, scale }),
    rows: others,
  };
}
