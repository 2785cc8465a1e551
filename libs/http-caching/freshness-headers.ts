import { cacheStatus, type CacheOutcome } from './cache-status.js';
import { cacheControl } from './cache-control.js';
import { httpDate } from './http-date.js';
import { maxAgeSeconds, type CachedResult } from './max-age.js';

/** An answer from a cache, and what it looks like to the watch that asked. */
export interface ResponseMetadata {
  readonly result: CachedResult & { readonly outcome: CacheOutcome };
  readonly nowMs: number;
  /** Names the cache in `Cache-Status`. */
  readonly cacheName: string;
  /** Who asks. */
  readonly watch: string;
  /** What for, as in `maxAgeSeconds`. */
  readonly topic: string;
  readonly entityTag: string;
  /** When what it tells was so; null when that is not known. */
  readonly lastModifiedMs: number | null;
  /** Undefined when it holds no words. */
  readonly contentLanguage: string | undefined;
  readonly contentLocation: string;
  readonly vary: string;
}

/**
 * The header fields by which a watch keeps an answer and comes back for the next (RFC 9111), for a
 * 200 as for a 304. There is no `Age`: `max-age` counts from now.
 */
export function freshnessHeaders(shown: ResponseMetadata): Record<string, string> {
  const { result: answer, nowMs, lastModifiedMs, contentLanguage } = shown;
  const { freshUntilMs, deadAtMs } = answer.entry;
  const maxAge = maxAgeSeconds(answer, shown);
  const headers: Record<string, string> = {
    'cache-control': cacheControl({
      maxAgeSeconds: maxAge,
      staleIfErrorSeconds: Math.floor((deadAtMs - nowMs) / 1_000) - maxAge,
    }),
    'cache-status': cacheStatus(shown.cacheName, answer.outcome, freshUntilMs - nowMs),
    'content-location': shown.contentLocation,
    etag: shown.entityTag,
    vary: shown.vary,
  };
  if (contentLanguage !== undefined) headers['content-language'] = contentLanguage;
  // Not later than the answer itself, whatever the source's clock says (RFC 9110 section 8.8.2.1).
  if (lastModifiedMs !== null) headers['last-modified'] = httpDate(Math.min(lastModifiedMs, nowMs));
  return headers;
}
