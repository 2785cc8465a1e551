/**
 * How much pollen of a kind is in the air; each kind has steps of its own. `unknown`: the provider reports a category
 * that this release does not know.
 */
export const POLLEN_CATEGORIES = [
  'unknown',
  'low',
  'moderate',
  'high',
  'very-high',
  'extreme',
] as const;

export type PollenCategory = (typeof POLLEN_CATEGORIES)[number];

/** The pollen and spores of a day. Amounts are particles per cubic metre of air. */
export interface Pollen {
  readonly grassPollenCategory: PollenCategory | null;
  readonly grassPollenPerCubicMeter: number | null;
  readonly treePollenCategory: PollenCategory | null;
  readonly treePollenPerCubicMeter: number | null;
  readonly ragweedPollenCategory: PollenCategory | null;
  readonly ragweedPollenPerCubicMeter: number | null;
  readonly moldSporesCategory: PollenCategory | null;
  readonly moldSporesPerCubicMeter: number | null;
}

export const UNKNOWN_POLLEN: Pollen = {
  grassPollenCategory: null,
  grassPollenPerCubicMeter: null,
  treePollenCategory: null,
  treePollenPerCubicMeter: null,
  ragweedPollenCategory: null,
  ragweedPollenPerCubicMeter: null,
  moldSporesCategory: null,
  moldSporesPerCubicMeter: null,
};
