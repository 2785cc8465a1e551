import type { LimitedWindow } from '../limited-window.js';

/** How the calls of a window are divided between the store and the processes. */
export interface Allocation {
  readonly window: LimitedWindow;
  /** Calls that the store may issue. */
  readonly issuable: number;
  /** Calls that each of `maxPods` processes may make while the store is not available. */
  readonly share: number;
}

const ISSUABLE_PERCENT = 90;
const MIN_LAG = 20;
const LAG_PERCENT = 5;

/** The store gets 90 %, the processes share the rest; together they never exceed the limit. */
export function allocationOf(window: LimitedWindow, maxPods: number): Allocation {
  const issuable = Math.max(1, Math.floor((window.limit * ISSUABLE_PERCENT) / 100));
  return { window, issuable, share: Math.floor((window.limit - issuable) / maxPods) };
}

/**
 * How far the count may be ahead of what the slowest live process knows. Small, because so many calls
 * are written off when the store loses its data; large enough for a burst in one process.
 */
export function maxLagOf(allocations: readonly Allocation[]): number {
  const smallest = Math.min(...allocations.map(({ issuable }) => issuable));
  return Math.max(MIN_LAG, Math.ceil((smallest * LAG_PERCENT) / 100));
}
