import type { Window } from './window.js';

/** How long records of one kind serve, when the source may say how long each one holds. */
export interface FreshnessRule {
  /** Fresh for as long as the source says, within these bounds. */
  readonly freshAtLeastMs: number;
  readonly freshAtMostMs: number;
  readonly revalidateForMs: number;
  readonly errorForMs: number;
}

/**
 * The window of one record.
 * @param expiresInMs what the source says; 0 when it does not
 * @param ttlFactor multiplies the fresh time, within the upper bound; 1 or more
 */
export function windowBy(rule: FreshnessRule, expiresInMs: number, ttlFactor: number): Window {
  const { freshAtLeastMs, freshAtMostMs, revalidateForMs, errorForMs } = rule;
  const freshForMs = Math.max(expiresInMs, freshAtLeastMs) * ttlFactor;
  return { freshForMs: Math.min(freshForMs, freshAtMostMs), revalidateForMs, errorForMs };
}
