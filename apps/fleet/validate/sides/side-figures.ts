import { DATASET_NAMES } from '../../../../src/weather/datasets/registry.js';
import type { Kind } from '../../plan/variant.js';

/** What both sides count of one kind of record. */
export interface KindFigures {
  readonly reads: number;
  /** Reads that did not wait for the provider, stale copies included. */
  readonly hits: number;
  /** Calls to the provider: of misses and of refreshes. */
  readonly calls: number;
}

/** What one side counted. */
export type SideFigures = Readonly<Record<Kind, KindFigures>>;

export const KINDS: readonly Kind[] = ['place', ...DATASET_NAMES];
