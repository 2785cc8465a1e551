import type { Fleet } from '../world/fleet.js';

/** Beyond so many watches, places are sampled: a plan of them takes some minutes and half a gigabyte. */
const MOST_SIMULATED = 20_000_000;

/** The places that are simulated. Figures are scaled by `scale`. */
export interface Sample {
  readonly rows: readonly number[];
  /** One in so many places. */
  readonly oneIn: number;
  /** All watches by those of the sample. */
  readonly scale: number;
}

/** Every so-manieth place in the order of size, so that large and small ones are represented alike. */
export function samplePlaces({ present }: Fleet, seed: number, oneIn?: number): Sample {
  const inhabited = [...present.keys()].filter((row) => (present[row] ?? 0) > 0);
  const watchesIn = (rows: readonly number[]): number =>
    rows.reduce((sum, row) => sum + (present[row] ?? 0), 0);
  const watches = watchesIn(inhabited);
  const step = oneIn ?? Math.max(1, Math.ceil(watches / MOST_SIMULATED));
  if (step === 1) return { rows: inhabited, oneIn: 1, scale: 1 };
  const bySize = inhabited.toSorted((a, b) => (present[b] ?? 0) - (present[a] ?? 0) || a - b);
  const rows = bySize.filter((_, index) => index % step === seed % step);
  return { rows, oneIn: step, scale: watches / watchesIn(rows) };
}
