import type { Window } from './window.js';

/** The state of a record: which part of its window it is in. */
export type Freshness = 'fresh' | 'stale' | 'expired' | 'dead';

/** A value, when its load started, and the instants (ms since the epoch) at which its state changes. */
export interface Entry<T> {
  readonly value: T;
  readonly loadedAtMs: number;
  readonly freshUntilMs: number;
  readonly staleUntilMs: number;
  readonly deadAtMs: number;
}

/** At each instant the next state begins: at `freshUntilMs` an entry is stale. */
export function freshnessOf(entry: Entry<unknown> | undefined, nowMs: number): Freshness {
  if (!entry || nowMs >= entry.deadAtMs) return 'dead';
  if (nowMs >= entry.staleUntilMs) return 'expired';
  return nowMs >= entry.freshUntilMs ? 'stale' : 'fresh';
}

const JITTER = 0.1;

/**
 * Creates an entry whose window starts now.
 * @param draw uniform in [0, 1): scales all parts of the window by the same -10 % to +10 %, so that
 * records stored together do not expire together
 */
export function entryOf<T>(value: T, window: Window, nowMs: number, draw: number): Entry<T> {
  const factor = 1 - JITTER + 2 * JITTER * draw;
  const freshUntilMs = nowMs + Math.round(window.freshForMs * factor);
  const staleUntilMs = freshUntilMs + Math.round(window.revalidateForMs * factor);
  const deadAtMs = staleUntilMs + Math.round(window.errorForMs * factor);
  return { value, loadedAtMs: nowMs, freshUntilMs, staleUntilMs, deadAtMs };
}
