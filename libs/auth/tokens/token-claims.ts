import type { AuthOptions } from '../auth.options.js';
import { UnauthenticatedError } from '../errors/unauthenticated.error.js';
import { grants } from './grants.js';
import { isIssuedTo } from './issued-to.js';
import { readPart } from './read-part.js';
import { checkPurpose } from './token-purpose.js';

/** The last second of the year 9999. A later time is a mistake, as of milliseconds, and would never come. */
const LATEST_SECONDS = 253_402_300_799;

/** What a token says, once its claims hold. */
export interface AcceptedClaims {
  /** `sub`, not empty. */
  readonly subject: string;
  /** Whether it grants the scope of `AuthOptions`. */
  readonly hasScope: boolean;
  /** Whether it was issued to one of the `probeClients` of `AuthOptions`. */
  readonly isProbe: boolean;
  /** `exp` and the clock tolerance, since the Unix epoch: when verifying the token again would reject it. */
  readonly validUntilMs: number;
}

/**
 * Checks the claims of a token whose signature holds (RFC 7519 section 4.1): `nbf`, `exp`, `iat`, `aud`, `iss`, `sub`,
 * and that it is an access token. A NumericDate may have fractions of seconds (RFC 7519 section 2).
 * @throws UnauthenticatedError
 */
export function readTokenClaims(
  token: string,
  options: AuthOptions,
  nowMs: number,
): AcceptedClaims {
  const claims = readPart(token.slice(token.indexOf('.') + 1, token.lastIndexOf('.')));
  if (!claims) throw UnauthenticatedError.invalidToken('other');
  const { exp, nbf, iat, aud, iss, sub } = claims;
  checkAudienceIsNamed(aud);
  checkActive(nbf, nowMs + options.clockToleranceSeconds * 1_000);
  const validUntilMs = validUntil(exp, options.clockToleranceSeconds);
  if (nowMs >= validUntilMs) throw UnauthenticatedError.invalidToken('expired');
  // Whose clock is ahead may have issued it in the future.
  if (iat !== undefined) readDate(iat);
  if (!(Array.isArray(aud) ? aud : [aud]).includes(options.audience)) {
    throw UnauthenticatedError.invalidToken('audience');
  }
  if (iss !== options.issuer) throw UnauthenticatedError.invalidToken('issuer');
  checkPurpose(claims);
  if (typeof sub !== 'string' || sub === '') throw UnauthenticatedError.invalidToken('no-subject');
  const { scope, probeClients } = options;
  const isProbe = isIssuedTo(claims, probeClients);
  return { subject: sub, hasScope: grants(claims, scope), isProbe, validUntilMs };
}

function checkAudienceIsNamed(aud: unknown): void {
  const isNamed = Array.isArray(aud) ? aud.length > 0 : (aud ?? '') !== '';
  if (!isNamed) throw UnauthenticatedError.invalidToken('no-audience');
}

/** A token without `nbf` is active. */
function checkActive(nbf: unknown, latestMs: number): void {
  if (nbf === undefined) return;
  if (readDate(nbf) * 1_000 > latestMs) throw UnauthenticatedError.invalidToken('not-active');
}

function validUntil(exp: unknown, clockToleranceSeconds: number): number {
  if (exp === undefined) throw UnauthenticatedError.invalidToken('no-expiry');
  return (readDate(exp) + clockToleranceSeconds) * 1_000;
}

/** A NumericDate, in seconds. JSON can write numbers that are infinite here: 1e400. */
function readDate(date: unknown): number {
  if (typeof date !== 'number') throw UnauthenticatedError.invalidToken('other');
  if (!Number.isFinite(date) || Math.abs(date) > LATEST_SECONDS) {
    throw UnauthenticatedError.invalidToken('unusable-date');
  }
  return date;
}
