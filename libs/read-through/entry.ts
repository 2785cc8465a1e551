import { MAX_CLOCK_DIFFERENCE_MS } from '@app/redis/lua-time.js';
import type { Window } from './window.js';

/** The state of a record: which part of its window it is in. */
export type Freshness = 'fresh' | 'stale' | 'expired' | 'dead';

/** When a load started, and the instants (ms since the epoch) at which the state of its value changes. */
export interface Instants {
  readonly loadedAtMs: number;
  readonly freshUntilMs: number;
  readonly staleUntilMs: number;
  readonly deadAtMs: number;
}

/** A value and its instants. */
export interface Entry<T> extends Instants {
  readonly value: T;
}

/** Whether the clock went back after the load, so that the age of the entry is unknown. */
export function isOfFuture({ loadedAtMs }: Instants, nowMs: number): boolean {
  return loadedAtMs > nowMs + MAX_CLOCK_DIFFERENCE_MS;
}

/**
 * At each instant the next state begins: at `freshUntilMs` an entry is stale. One of the future counts as expired:
 * it is of use only if the source fails.
 */
export function freshnessOf(entry: Entry<unknown> | undefined, nowMs: number): Freshness {
  if (!entry || nowMs >= entry.deadAtMs) return 'dead';
  if (nowMs >= entry.staleUntilMs || isOfFuture(entry, nowMs)) return 'expired';
  return nowMs >= entry.freshUntilMs ? 'stale' : 'fresh';
}

/** Whether an entry may be served without its source. */
export function isUsable(entry: Entry<unknown> | undefined, nowMs: number): boolean {
  const freshness = freshnessOf(entry, nowMs);
  return freshness === 'fresh' || freshness === 'stale';
}

/** How long ago an entry ceased to be fresh; 0 while it is, and when there is none. */
export function idleForMs(entry: Instants | undefined, nowMs: number): number {
  return Math.max(0, nowMs - (entry?.freshUntilMs ?? nowMs));
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

/**
 * Whether `entryOf` can have created these instants, from a window no longer than `longest`, at some time: the
 * store, which has the clock that all processes share, knows that it is not in the future.
 */
export function arePossible(
  { loadedAtMs, freshUntilMs, staleUntilMs, deadAtMs }: Instants,
  { freshForMs, revalidateForMs, errorForMs }: Window,
): boolean {
  return (
    isPart(freshUntilMs - loadedAtMs, freshForMs) &&
    isPart(staleUntilMs - freshUntilMs, revalidateForMs) &&
    isPart(deadAtMs - staleUntilMs, errorForMs)
  );
}

function isPart(lengthMs: number, longestMs: number): boolean {
  return lengthMs >= 0 && lengthMs <= Math.ceil(longestMs * (1 + JITTER));
}
