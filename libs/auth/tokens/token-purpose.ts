import { UnauthenticatedError } from '../errors/unauthenticated.error.js';

type Claims = Readonly<Record<string, unknown>>;

/**
 * Claims that no access token has: hashes in ID tokens (OpenID Connect Core section 3.3.2.11, FAPI 1.0), and events
 * in logout tokens and other security events (RFC 8417 section 2.2).
 */
const OTHER_PURPOSES = ['at_hash', 'c_hash', 's_hash', 'events'] as const;

/** Where issuers without header types write the purpose: Keycloak and Amazon Cognito. */
const PURPOSE_CLAIMS = ['typ', 'token_use'] as const;
const ACCESS: ReadonlySet<unknown> = new Set(['access', 'access_token', 'at+jwt', 'bearer', 'jwt']);

/**
 * Checks that claims are those of an access token that anybody may present who has it. An ID token, a refresh token
 * or an event is not one (RFC 8725 section 3.12). A token with `cnf` is bound to a key of its client, as which a plain
 * bearer cannot prove itself (RFC 7800, RFC 8705 section 3, RFC 9449 section 7.1).
 * @throws UnauthenticatedError
 */
export function checkPurpose(claims: Claims): void {
  const namesOther = PURPOSE_CLAIMS.some((name) => name in claims && !isAccess(claims[name]));
  if (namesOther || isIdToken(claims) || OTHER_PURPOSES.some((name) => name in claims)) {
    throw UnauthenticatedError.invalidToken('purpose');
  }
  if ('cnf' in claims) throw UnauthenticatedError.invalidToken('bound');
}

function isAccess(value: unknown): boolean {
  return typeof value === 'string' && ACCESS.has(value.toLowerCase());
}

/** Keycloak before 24 copied the nonce of a login into its access tokens, which `typ` names. */
function isIdToken(claims: Claims): boolean {
  return 'nonce' in claims && !isAccess(claims['typ']);
}
