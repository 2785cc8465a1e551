/** Where issuers write permissions: RFC 8693 section 4.2; Azure AD and Okta; Entra, for applications without a user. */
const CLAIMS = ['scope', 'scp', 'roles'] as const;

/**
 * Whether the claims of a token grant a permission. Each claim is a list, or text with spaces in between; anything
 * else grants nothing.
 */
export function grants(claims: Readonly<Record<string, unknown>>, permission: string): boolean {
  return CLAIMS.some((name) => {
    const claim = claims[name];
    if (typeof claim === 'string') return claim.split(' ').includes(permission);
    return Array.isArray(claim) && claim.includes(permission);
  });
}
