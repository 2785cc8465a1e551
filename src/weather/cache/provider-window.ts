import type { Window } from '@app/read-through/window.js';
import type { ProviderFreshness } from '../providers/provider-descriptor.js';

/**
 * The window of a record within what the terms of its provider demand.
 * @param expiresInMs what the provider says; undefined when it does not
 */
export function windowWithin(
  window: Window,
  freshness: ProviderFreshness | undefined,
  expiresInMs = 0,
): Window {
  if (!freshness) return window;
  const { atLeastMs, atMostMs } = freshness;
  const freshForMs = Math.max(window.freshForMs, atLeastMs, Math.min(expiresInMs, atMostMs));
  return { ...window, freshForMs };
}

/** The longest window of its records. */
export function longestWithin(window: Window, freshness: ProviderFreshness | undefined): Window {
  return windowWithin(window, freshness, Infinity);
}
