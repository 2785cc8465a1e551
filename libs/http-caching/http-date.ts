import { LRUCache } from 'lru-cache';

/** Many responses share a date, and formatting one costs as much as a log field. */
const written = new LRUCache<number, string>({ max: 1_000 });

/** An instant (ms since the epoch) as an HTTP date, to the second (RFC 9110 section 5.6.7). */
export function httpDate(atMs: number): string {
  const seconds = Math.floor(atMs / 1_000);
  const known = written.get(seconds);
  if (known !== undefined) return known;
  const text = new Date(atMs).toUTCString();
  written.set(seconds, text);
  return text;
}
