/** Access tokens (RFC 9068 section 2.1), and tokens without a type of their own (RFC 7519 section 5.1). */
const MEDIA_TYPES: ReadonlySet<string> = new Set(['at+jwt', 'jwt']);
const PREFIX = /^application\//i;

/**
 * Whether `typ` of a JOSE header is that of an access token, or absent. An issuer signs ID tokens, logout tokens,
 * security events and others with the same keys (RFC 8725 section 3.11). Case and the prefix `application/` do not
 * matter (RFC 7515 section 4.1.9).
 */
export function isAccessTokenType(typ: unknown): boolean {
  if (typ === undefined) return true;
  return typeof typ === 'string' && MEDIA_TYPES.has(typ.replace(PREFIX, '').toLowerCase());
}
