import { jitterMs } from './jitter.js';

/** A cache result; instants in ms since the epoch. */
export interface CachedResult {
  readonly entry: {
    readonly loadedAtMs: number;
    readonly freshUntilMs: number;
    readonly deadAtMs: number;
  };
  readonly freshness: 'fresh' | 'stale' | 'expired';
}

interface Request {
  /** The client. */
  readonly watch: string;
  /** The requested resource: a client must not request all its resources at once. */
  readonly topic: string;
  readonly nowMs: number;
}

/** Short, because a stale entry is being refreshed or the source failed. */
const STALE_MS = 60_000;

/**
 * When a client should send its next request, in seconds from now, at least 1.
 *
 * After a fresh entry: at its end plus the client's jitter, so that the phase of the client stays the
 * same. After a stale one: the clients came during one refresh, so their jitter is about the same; the
 * jitter of another topic spreads them again.
 */
export function maxAgeSeconds(
  { entry, freshness }: CachedResult,
  { watch, topic, nowMs }: Request,
): number {
  const windowMs = entry.freshUntilMs - entry.loadedAtMs;
  const waitMs =
    freshness === 'fresh'
      ? entry.freshUntilMs - nowMs + jitterMs(watch, topic, windowMs)
      : STALE_MS + jitterMs(watch, `${topic} stale`, windowMs);
  return Math.max(1, Math.ceil(waitMs / 1_000));
}
