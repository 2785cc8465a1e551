import type { Histogram } from '../../cache/histogram.js';

/** The middle, the upper end, the largest and the mean of many numbers. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  readonly mean: number;
}

export function spread(histogram: Histogram, unit: number, decimals: number): Spread {
  const of = (value: number): number => round(value / unit, decimals);
  return {
    p50: of(histogram.quantile(0.5)),
    p95: of(histogram.quantile(0.95)),
    max: of(histogram.max),
    mean: of(histogram.mean),
  };
}

/** NaN, such as a ratio of nothing, becomes 0: JSON has no NaN. */
export function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Number.isFinite(value) ? Math.round(value * factor) / factor : 0;
}
