import type { DatasetName } from '../../../src/weather/datasets/registry.js';
import type { PeoplePerKey } from '../cache/place-keys.js';

/** A kind of record that the plan counts: a dataset, or the search result of a cell. */
export type Kind = DatasetName | 'place';

/** One row of a sweep: all settings that the plan can vary. Data only, so that threads can exchange it. */
export interface Variant {
  /** The sweep that it belongs to; `reference` is the plan itself. */
  readonly sweep: string;
  readonly name: string;
  /** The kinds that differ from the reference, and are simulated. */
  readonly kinds: readonly Kind[];
  /** As `CELL_GRID` of the product. */
  readonly grid: string;
  readonly people: PeoplePerKey;
  /** As `WINDOWS` of the product; empty = its defaults. */
  readonly windows: string;
  /** Adaptive windows: the price of a call in seconds of age. */
  readonly adaptive?: {
    readonly priceSeconds: number;
    readonly atLeastMs: number;
    readonly atMostMs: number;
  };
  readonly pods: number;
  /** As `L1_MAX_ENTRIES` of the product: of each kind of record in the memory of a pod, fewer of the larger ones. */
  readonly podEntries: number;
  /** As `INFER_PLACES` of the product. */
  readonly infersPlaces: boolean;
  /** Whether places where hardly any watch is share one cell of 20 km; see `plan/sparse`. */
  readonly mergesSparse: boolean;
  /** Share of the watches that take part; they are part of any larger share too. */
  readonly fleetShare: number;
  /** As `PILOT_PERCENT` of the product. */
  readonly pilotPercent: number;
}
