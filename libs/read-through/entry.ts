import type { Window } from './window.js';

/** Where a record stands in its life. */
export type Freshness = 'fresh' | 'stale' | 'expired' | 'dead';

/** A value, when its load began, and the instants (ms since the epoch) at which its state changes. */
export interface Entry<T> {
  readonly value: T;
  readonly loadedAtMs: number;
  readonly freshUntilMs: number;
  readonly staleUntilMs: number;
  readonly deadAtMs: number;
}

/** Each instant belongs to the state it opens: at `freshUntilMs` an entry is stale. */
export function freshnessOf(entry: Entry<unknown> | undefined, nowMs: number): Freshness {
  if (!entry || nowMs >= entry.deadAtMs) return 'dead';
  if (nowMs >= entry.staleUntilMs) return 'expired';
  return nowMs >= entry.freshUntilMs ? 'stale' : 'fresh';
}

const JITTER = 0.1;

/**
 * Starts a record's life.
 * @param draw uniform in [0, 1): stretches all windows of this record by the same -10 % to +10 %, so
 * that records stored together do not come back together
 */
export function entryOf<T>(value: T, window: Window, nowMs: number, draw: number): Entry<T> {
  const stretch = 1 - JITTER + 2 * JITTER * draw;
  const freshUntilMs = nowMs + Math.round(window.freshForMs * stretch);
  const staleUntilMs = freshUntilMs + Math.round(window.revalidateForMs * stretch);
  const deadAtMs = staleUntilMs + Math.round(window.errorForMs * stretch);
  return { value, loadedAtMs: nowMs, freshUntilMs, staleUntilMs, deadAtMs };
}
