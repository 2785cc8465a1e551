import type { Claims } from './token-claims.js';

/** Where issuers write permissions: RFC 8693 section 4.2; Azure AD and Okta; Entra, for applications without a user. */
const CLAIMS = ['scope', 'scp', 'roles'] as const satisfies readonly (keyof Claims)[];

/** The permissions of a token. Each claim is a list, or text with spaces in between; anything else is none. */
export function scopesOf(claims: Claims): ReadonlySet<string> {
  const given = CLAIMS.flatMap((name): unknown[] => {
    const claim = claims[name];
    if (typeof claim === 'string') return claim.split(' ');
    return Array.isArray(claim) ? claim : [];
  });
  return new Set(
    given.filter((entry): entry is string => typeof entry === 'string' && entry !== ''),
  );
}
