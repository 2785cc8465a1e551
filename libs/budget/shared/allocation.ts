import type { LimitedWindow } from '../limited-window.js';

/** How the calls of a window are dealt out. */
export interface Allocation {
  readonly window: LimitedWindow;
  /** Calls that the store may issue. */
  readonly issuable: number;
  /** Calls that each of `maxPods` processes may make when there is no store to ask. */
  readonly share: number;
}

const ISSUABLE_PERCENT = 90;
const MIN_LAG = 20;
const LAG_PERCENT = 5;

/** The store gets nine tenths, the processes share the rest; together never more than the limit. */
export function allocationOf(window: LimitedWindow, maxPods: number): Allocation {
  const issuable = Math.max(1, Math.floor((window.limit * ISSUABLE_PERCENT) / 100));
  return { window, issuable, share: Math.floor((window.limit - issuable) / maxPods) };
}

/**
 * How far the count may be ahead of the slowest living process: small, for it is what a lost memory
 * costs; but large enough for a burst in one process while the others hear of it.
 */
export function maxLagOf(deals: readonly Allocation[]): number {
  const smallest = Math.min(...deals.map(({ issuable }) => issuable));
  return Math.max(MIN_LAG, Math.ceil((smallest * LAG_PERCENT) / 100));
}
