/**
 * Two spans in which the error budget burns: the long one shows that it matters, the short one that it still goes on.
 * @see https://sre.google/workbook/alerting-on-slos/ (section 6, multiwindow, multi-burn-rate alerts)
 */
export interface BurnWindow {
  readonly long: string;
  readonly short: string;
  /** How many times faster than in 30 days the budget burns. */
  readonly rate: number;
}

/** Spends 2 % of the budget in an hour, or 5 % in six: it lasts two to five days. */
export const FAST: readonly BurnWindow[] = [
  { long: '1h', short: '5m', rate: 14.4 },
  { long: '6h', short: '30m', rate: 6 },
];

/** Spends 10 % of the budget in a day, or in three: it does not last 30 days. */
export const SLOW: readonly BurnWindow[] = [
  { long: '1d', short: '2h', rate: 3 },
  { long: '3d', short: '6h', rate: 1 },
];

/** Every span but the 5 minutes of the recorded rates. */
export const SPANS: readonly string[] = ['30m', '1h', '2h', '6h', '1d', '3d'];
