/** Where issuers write the client of a token: RFC 9068 section 2.2; OpenID Connect Core section 2; Entra, version 1.0. */
const CLAIMS = ['client_id', 'azp', 'appid'] as const;

/** Whether a token was issued to one of these clients. */
export function isIssuedTo(
  claims: Readonly<Record<string, unknown>>,
  clients: ReadonlySet<string>,
): boolean {
  return CLAIMS.some((name) => {
    const claim = claims[name];
    return typeof claim === 'string' && clients.has(claim);
  });
}
