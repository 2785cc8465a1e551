import { httpDate } from './http-date.js';
import { maxAgeSeconds, type CachedResult } from './max-age.js';

/** `hit`: from the cache; `miss`: this request led a load; `waited`: it waited for another's. */
type CacheOutcome = 'hit' | 'miss' | 'waited';

/** A cache result, and the metadata of its representation for one client. */
export interface ResponseMetadata {
  readonly result: CachedResult & { readonly outcome: CacheOutcome };
  readonly nowMs: number;
  /** Names the cache in `Cache-Status`. */
  readonly cacheName: string;
  /** The client. */
  readonly watch: string;
  /** The requested resource, as in `maxAgeSeconds`. */
  readonly topic: string;
  readonly entityTag: string;
  /** When the content was observed; null = unknown. */
  readonly lastModifiedMs: number | null;
  /** Undefined when the content has no language. */
  readonly contentLanguage: string | undefined;
  readonly contentLocation: string;
  readonly vary: string;
}

/**
 * The header fields with which a client caches and revalidates a response (RFC 9111), for a 200 and for a
 * 304. There is no `Age`: `max-age` counts from now.
 */
export function freshnessHeaders(metadata: ResponseMetadata): Record<string, string> {
  const { result, nowMs, lastModifiedMs, contentLanguage } = metadata;
  const { freshUntilMs, deadAtMs } = result.entry;
  const maxAge = maxAgeSeconds(result, metadata);
  const headers: Record<string, string> = {
    'cache-control': cacheControl({
      maxAgeSeconds: maxAge,
      staleIfErrorSeconds: Math.floor((deadAtMs - nowMs) / 1_000) - maxAge,
    }),
    'cache-status': cacheStatus(metadata.cacheName, result, freshUntilMs - nowMs),
    'content-location': metadata.contentLocation,
    etag: metadata.entityTag,
    vary: metadata.vary,
  };
  if (contentLanguage !== undefined) headers['content-language'] = contentLanguage;
  // Never later than the response, whatever the clock of the source says (RFC 9110 section 8.8.2.1).
  if (lastModifiedMs !== null) headers['last-modified'] = httpDate(Math.min(lastModifiedMs, nowMs));
  return headers;
}

interface Lifetimes {
  /** Freshness lifetime for the client. */
  readonly maxAgeSeconds: number;
  /** How long after it the client may use the response if a request fails (RFC 5861). */
  readonly staleIfErrorSeconds: number;
}

/**
 * `Cache-Control` of a private response. Never `max-age=0`, which would make a fleet of clients retry at
 * once.
 */
function cacheControl({ maxAgeSeconds, staleIfErrorSeconds }: Lifetimes): string {
  const maxAge = Math.max(1, maxAgeSeconds);
  return `private, max-age=${maxAge}, stale-if-error=${Math.max(0, staleIfErrorSeconds)}`;
}

/**
 * `Cache-Status` (RFC 9211) of a response. Its `ttl` is negative exactly when the result is not fresh, also where the
 * time passed the end of the freshness since the result was obtained. A result of several loads of which one
 * brought an old copy is a hit: there is no other way to tell its age.
 * @param name of the cache, a token
 * @param ttlMs remaining freshness
 */
function cacheStatus(
  name: string,
  { outcome, freshness }: ResponseMetadata['result'],
  ttlMs: number,
): string {
  const ttl = Math.floor(ttlMs / 1_000);
  if (freshness !== 'fresh') return `${name}; hit; ttl=${Math.min(-1, ttl)}`;
  switch (outcome) {
    case 'hit':
      return `${name}; hit; ttl=${Math.max(0, ttl)}`;
    case 'miss':
      return `${name}; fwd=miss; stored`;
    case 'waited':
      return `${name}; fwd=miss; collapsed`;
  }
}
