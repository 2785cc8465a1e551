import { LRUCache } from 'lru-cache';

/** Many answers are of one record, and many records of one minute; to write a date anew costs as much as to log a field. */
const written = new LRUCache<number, string>({ max: 1_000 });

/** An instant (ms since the epoch) as `Last-Modified` tells it, to the second (RFC 9110 section 5.6.7). */
export function httpDate(atMs: number): string {
  const seconds = Math.floor(atMs / 1_000);
  const known = written.get(seconds);
  if (known !== undefined) return known;
  const text = new Date(atMs).toUTCString();
  written.set(seconds, text);
  return text;
}
