import { MAX_TTL_FACTOR } from '@app/budget/usage.js';
import { windowBy, type FreshnessRule } from '@app/read-through/freshness-rule.js';
import type { Window } from '@app/read-through/window.js';
import { isWindowName, type Windows } from '../../config/windows.js';
import { DATASETS, mapDatasets, type DatasetName } from '../datasets/registry.js';
import { PLACE_FRESHNESS } from '../places/place-record.js';

/** Datasets, and the kinds of result of a place search. */
export type RecordKind = DatasetName | keyof typeof PLACE_FRESHNESS;

const RULES: Readonly<Record<RecordKind, FreshnessRule>> = {
  ...PLACE_FRESHNESS,
  ...mapDatasets((name) => DATASETS[name].freshness),
};

/** The factor, 1 or more, by which records stay fresh for longer so that a budget lasts. */
interface Pace {
  readonly ttlFactor: number;
}

/**
 * The freshness window of each record: the rule of its dataset, unless a window is configured. While
 * calls are spent too fast both are extended, a rule only up to its upper bound.
 */
export class FreshnessPolicy {
  constructor(
    private readonly configuredWindows: Windows,
    private readonly pace: Pace = { ttlFactor: 1 },
  ) {}

  /** @param expiresInMs the expiry of the provider; applied within the bounds of the rule */
  windowOf(kind: RecordKind, expiresInMs = 0): Window {
    const { ttlFactor } = this.pace;
    const configured = isWindowName(kind) ? this.configuredWindows[kind] : undefined;
    if (configured) return { ...configured, freshForMs: configured.freshForMs * ttlFactor };
    return windowBy(RULES[kind], expiresInMs, ttlFactor);
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
