import type { AuthOptions } from '../auth.options.js';
import { UnauthenticatedError } from '../errors/unauthenticated.error.js';
import { grants } from './grants.js';
import { readPart } from './read-part.js';

/** What a token says, once its claims hold. */
export interface AcceptedClaims {
  /** `sub`, not empty. */
  readonly subject: string;
  /** Whether it grants the scope of `AuthOptions`. */
  readonly hasScope: boolean;
  /** `exp` and the clock tolerance, since the Unix epoch: when verifying the token again would reject it. */
  readonly validUntilMs: number;
}

/**
 * Checks the claims of a token whose signature holds (RFC 7519 section 4.1): `nbf`, `exp`, `aud`, `iss`, `sub`.
 * A NumericDate may have fractions of seconds (RFC 7519 section 2).
 * @throws UnauthenticatedError
 */
export function readTokenClaims(
  token: string,
  options: AuthOptions,
  nowMs: number,
): AcceptedClaims {
  const claims = readPart(token.slice(token.indexOf('.') + 1, token.lastIndexOf('.')));
  if (!claims) throw UnauthenticatedError.invalidToken('other');
  const { exp, nbf, aud, iss, sub } = claims;
  checkAudienceIsNamed(aud);
  checkActive(nbf, nowMs + options.clockToleranceSeconds * 1_000);
  const validUntilMs = validUntil(exp, options.clockToleranceSeconds);
  if (nowMs >= validUntilMs) throw UnauthenticatedError.invalidToken('expired');
  if (!(Array.isArray(aud) ? aud : [aud]).includes(options.audience)) {
    throw UnauthenticatedError.invalidToken('audience');
  }
  if (iss !== options.issuer) throw UnauthenticatedError.invalidToken('issuer');
  if (typeof sub !== 'string' || sub === '') throw UnauthenticatedError.invalidToken('no-subject');
  return { subject: sub, hasScope: grants(claims, options.scope), validUntilMs };
}

function checkAudienceIsNamed(aud: unknown): void {
  const isNamed = Array.isArray(aud) ? aud.length > 0 : (aud ?? '') !== '';
  if (!isNamed) throw UnauthenticatedError.invalidToken('no-audience');
}

/** A token without `nbf` is active. */
function checkActive(nbf: unknown, latestMs: number): void {
  if (nbf === undefined) return;
  if (typeof nbf !== 'number') throw UnauthenticatedError.invalidToken('other');
  if (nbf * 1_000 > latestMs) throw UnauthenticatedError.invalidToken('not-active');
}

function validUntil(exp: unknown, clockToleranceSeconds: number): number {
  if (exp === undefined) throw UnauthenticatedError.invalidToken('no-expiry');
  if (typeof exp !== 'number') throw UnauthenticatedError.invalidToken('other');
  // JSON can write a number that is larger than every instant: 1e400.
  if (!Number.isFinite(exp)) throw UnauthenticatedError.invalidToken('unusable-expiry');
  return (exp + clockToleranceSeconds) * 1_000;
}
