import { MAX_TTL_FACTOR } from '@app/budget/usage.js';
import { idleWindowMs } from '@app/read-through/idle-window.js';
import { windowBy, type FreshnessRule } from '@app/read-through/freshness-rule.js';
import type { Window } from '@app/read-through/window.js';
import { isWindowName, type Windows } from '../../config/windows.js';
import type { Dataset } from '../datasets/dataset.js';
import {
  DATASETS,
  isNotCovered,
  mapDatasets,
  type DatasetName,
  type Datasets,
} from '../datasets/registry.js';
import { DAY_MS } from '../durations.js';
import { PLACE_FRESHNESS } from '../places/place-record.js';

/** Datasets, the kinds of result of a place search, and a dataset that the provider does not have there. */
export type RecordKind = DatasetName | keyof typeof PLACE_FRESHNESS | 'not-covered';

/** AccuWeather's best practices ask for 72 hours after the 400 of a MinuteCast request. */
const NOT_COVERED_FOR_MS = 3 * DAY_MS;

const RULES: Readonly<Record<RecordKind, FreshnessRule>> = {
  ...PLACE_FRESHNESS,
  'not-covered': {
    freshAtLeastMs: NOT_COVERED_FOR_MS,
    freshAtMostMs: NOT_COVERED_FOR_MS,
    revalidateForMs: 0,
    errorForMs: 0,
  },
  ...mapDatasets((name) => DATASETS[name].freshness),
};

/** The kinds of record that the cache of a dataset holds. */
export function recordKindsOf(dataset: DatasetName): readonly RecordKind[] {
  const { isNotCovered }: Pick<Dataset<never>, 'isNotCovered'> = DATASETS[dataset];
  return isNotCovered ? [dataset, 'not-covered'] : [dataset];
}

/** The factor, 1 or more, by which records stay fresh for longer so that a budget lasts. */
interface Pace {
  readonly ttlFactor: number;
}

/**
 * The freshness window of each record: the rule of its dataset, unless a window is configured. While
 * calls are spent too fast both are extended, a rule only up to its upper bound. Records that are rarely asked for can stay
 * fresh for longer (ADR 29), also within the rule.
 */
export class FreshnessPolicy {
  constructor(
    private readonly configuredWindows: Windows,
    private readonly pace: Pace = { ttlFactor: 1 },
    private readonly longestIdleWindowMs = 0,
  ) {}

  /**
   * @param expiresInMs the expiry of the provider; applied within the bounds of the rule
   * @param idleForMs how long the previous record had no request after it ceased to be fresh; likewise
   */
  windowOf(kind: RecordKind, expiresInMs = 0, idleForMs = 0): Window {
    const { ttlFactor } = this.pace;
    const configured = isWindowName(kind) ? this.configuredWindows[kind] : undefined;
    if (configured) return { ...configured, freshForMs: configured.freshForMs * ttlFactor };
    const idleMs = idleWindowMs(idleForMs, this.longestIdleWindowMs);
    return windowBy(RULES[kind], Math.max(expiresInMs, idleMs), ttlFactor);
  }

  /** The window of a record of a dataset, which is another one where it says that it is not covered. */
  windowOfRecord<D extends DatasetName>(
    dataset: D,
    record: Datasets[D],
    expiresInMs?: number,
    idleForMs?: number,
  ): Window {
    const kind = isNotCovered(dataset, record) ? 'not-covered' : dataset;
    return this.windowOf(kind, expiresInMs, idleForMs);
  }

  /**
   * No record has a longer window, also when it was stored before a window was configured. Parts of the
   * window may be those of different kinds.
   */
  longestWindow(kinds: readonly RecordKind[]): Window {
    return kinds.flatMap((kind) => this.longestOf(kind)).reduce(longerParts);
  }

  private longestOf(kind: RecordKind): Window[] {
    const { freshAtMostMs: freshForMs, revalidateForMs, errorForMs } = RULES[kind];
    const byRule = { freshForMs, revalidateForMs, errorForMs };
    const configured = isWindowName(kind) ? this.configuredWindows[kind] : undefined;
    if (!configured) return [byRule];
    return [byRule, { ...configured, freshForMs: configured.freshForMs * MAX_TTL_FACTOR }];
  }
}

function longerParts(a: Window, b: Window): Window {
  return {
    freshForMs: Math.max(a.freshForMs, b.freshForMs),
    revalidateForMs: Math.max(a.revalidateForMs, b.revalidateForMs),
    errorForMs: Math.max(a.errorForMs, b.errorForMs),
  };
}
