import { windowBy, type FreshnessRule } from '@app/read-through/freshness-rule.js';
import type { Window } from '@app/read-through/window.js';
import { isWindowName, type Windows } from '../../config/windows.js';
import { DATASETS, mapDatasets, type DatasetName } from '../datasets/registry.js';
import { PLACE_FRESHNESS } from '../places/place-record.js';

/** Datasets, and the kinds of answer that a search for a place has. */
export type RecordKind = DatasetName | keyof typeof PLACE_FRESHNESS;

const RULES: Readonly<Record<RecordKind, FreshnessRule>> = {
  ...PLACE_FRESHNESS,
  ...mapDatasets((name) => DATASETS[name].freshness),
};

/** By how much windows are longer than usual, 1 or more, so that a budget lasts. */
interface Pace {
  readonly ttlFactor: number;
}

/**
 * How long each record serves: its dataset's rule, unless the owner set a window. While calls are
 * spent too fast both stay fresh for longer, but a rule never past its upper bound.
 */
export class FreshnessPolicy {
  constructor(
    private readonly configuredWindows: Windows,
    private readonly pace: Pace = { ttlFactor: 1 },
  ) {}

  /** @param expiresInMs what the provider says; used within the bounds of the rule */
  windowOf(kind: RecordKind, expiresInMs = 0): Window {
    const { ttlFactor } = this.pace;
    const owners = isWindowName(kind) ? this.configuredWindows[kind] : undefined;
    if (owners) return { ...owners, freshForMs: owners.freshForMs * ttlFactor };
    return windowBy(RULES[kind], expiresInMs, ttlFactor);
  }
}
