/** Response headers with lower-case names. */
type Headers = Readonly<Record<string, unknown>>;

/**
 * How long a response stays fresh: `max-age` (RFC 9111 section 5.2.2.1), else `Expires` relative to the
 * `Date` of the response, so that clock skew does not matter.
 */
export function expiresInMs(headers: Headers): number | undefined {
  const maxAge = /(?:^|[,\s])max-age=(\d{1,9})/i.exec(textOf(headers['cache-control']))?.[1];
  if (maxAge !== undefined) return Number(maxAge) * 1000;
  const lifeMs = Date.parse(textOf(headers['expires'])) - Date.parse(textOf(headers['date']));
  return Number.isFinite(lifeMs) ? Math.max(0, lifeMs) : undefined;
}

/**
 * When the response was generated, in ms since the Unix epoch: `Date` (RFC 9110 section 6.6.1), which a
 * shared cache on the way does not change.
 */
export function sentAtMs(headers: Headers): number | undefined {
  const atMs = Date.parse(textOf(headers['date']));
  return Number.isFinite(atMs) ? atMs : undefined;
}

/** `Last-Modified` (RFC 9110 section 8.8.2), as it was sent: it is only sent back. */
export function lastModified(headers: Headers): string | undefined {
  const given = textOf(headers['last-modified']);
  return Number.isFinite(Date.parse(given)) ? given : undefined;
}

/** `Retry-After` (RFC 9110 section 10.2.3), as seconds or as a date. */
export function retryAfterMs(headers: Headers): number | undefined {
  const given = textOf(headers['retry-after']);
  if (/^\d{1,9}$/.test(given)) return Number(given) * 1000;
  const waitMs = Date.parse(given) - Date.parse(textOf(headers['date']));
  return Number.isFinite(waitMs) ? Math.max(0, waitMs) : undefined;
}

/** The lines of a repeated field are one list (RFC 9110 section 5.3). */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : '';
}
