/** The claims that we read (RFC 7519 section 4.1), of any JSON type. */
export interface Claims {
  readonly sub?: unknown;
  readonly exp?: unknown;
  readonly scope?: unknown;
  readonly scp?: unknown;
  readonly roles?: unknown;
}

/**
 * Whether the `aud` of a token names anybody. True as well when its payload is not a set of claims, which is
 * another fault.
 */
export function hasAudience(token: string): boolean {
  const claims = payloadOf(token);
  if (typeof claims !== 'object' || claims === null) return true;
  const { aud } = claims as { aud?: unknown };
  return Array.isArray(aud) ? aud.length > 0 : (aud ?? '') !== '';
}

function payloadOf(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  } catch {
    // jsonwebtoken reports a payload that is not valid JSON.
    return undefined;
  }
}
