import { jitterMs } from './jitter.js';

/** What a cache says of the record behind an answer; instants in ms since the epoch. */
export interface CachedResult {
  readonly entry: {
    readonly loadedAtMs: number;
    readonly freshUntilMs: number;
    readonly deadAtMs: number;
  };
  readonly freshness: 'fresh' | 'stale' | 'expired';
}

interface Request {
  /** Who asks. */
  readonly watch: string;
  /** What for: a watch that asks for several things does not come back for all at once. */
  readonly topic: string;
  readonly nowMs: number;
}

/** Of an old answer: it is being refreshed, or the source failed. Not long, then. */
const STALE_MS = 60_000;

/**
 * When a watch shall ask again, in seconds from now, at least one.
 *
 * After a fresh answer: at the record's end and the watch's jitter, so that its phase is the same
 * from record to record. After an old one: those who get it came within the moments of one refresh,
 * so they have about the same jitter; that of another topic parts them again.
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
