import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-jwt';
import { AUTH_OPTIONS, type AuthOptions } from '../auth.options.js';
import { IssuerKeys } from '../keys/issuer-keys.js';
import { ALGORITHMS, type SigningKey } from '../keys/signing-key.js';
import type { Principal } from '../principal.js';
import { bearerTokenOf } from './bearer-token.js';
import { readTokenHeader } from './token-header.js';
import { VerifiedTokens } from './verified-tokens.js';

export const STRATEGY = 'oidc-jwt';
const CLOCK_TOLERANCE_SECONDS = 5;

interface Claims {
  readonly sub?: unknown;
  readonly exp?: unknown;
  readonly scope?: unknown;
  readonly scp?: unknown;
}

/** Passport's callback: rejects the token with the error, or verifies it with the key. */
type KeyCallback = (error: unknown, key?: string) => void;

interface Verified extends FastifyRequest {
  signingKey?: SigningKey;
}

/** Verifies a bearer token with the issuer's keys, then caches it. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, STRATEGY) {
  constructor(
    @Inject(AUTH_OPTIONS) options: AuthOptions,
    keys: IssuerKeys,
    private readonly verifiedTokens: VerifiedTokens,
  ) {
    super({
      jwtFromRequest: (request: unknown) => bearerTokenOf(request as FastifyRequest) ?? null,
      secretOrKeyProvider: (request: unknown, token: unknown, verify: KeyCallback) =>
        void verifyWithKey(request as Verified, token as string, keys, verify),
      issuer: options.issuer,
      audience: options.audience,
      algorithms: [...ALGORITHMS],
      jsonWebTokenOptions: { clockTolerance: CLOCK_TOLERANCE_SECONDS },
      passReqToCallback: true,
    });
  }

  /** Called by passport once signature, `iss`, `aud`, `exp` and `nbf` hold. */
  validate(request: Verified, claims: Claims): Principal {
    if (typeof claims.exp !== 'number') throw new Error('The token has no "exp".');
    if (typeof claims.sub !== 'string' || claims.sub === '') {
      throw new Error('The token has no "sub".');
    }
    const principal = { subject: claims.sub, scopes: scopesOf(claims) };
    const token = bearerTokenOf(request);
    if (token && request.signingKey) {
      this.verifiedTokens.remember(token, principal, request.signingKey, claims.exp * 1000);
    }
    return principal;
  }
}

/** An exception of jsonwebtoken (for a payload of `null`) rejects the token instead of ending the process. */
async function verifyWithKey(
  request: Verified,
  token: string,
  keys: IssuerKeys,
  verify: KeyCallback,
): Promise<void> {
  try {
    verify(null, await provideKey(request, token, keys));
  } catch (error) {
    verify(error);
  }
}

/** The key of the token as PEM; kept on the request for `validate`. */
async function provideKey(request: Verified, token: string, keys: IssuerKeys): Promise<string> {
  const header = readTokenHeader(token);
  const key = await keys.find(header.kid);
  if (!key) throw new Error('The token is signed with a key that the issuer does not list.');
  if (key.alg !== undefined && key.alg !== header.alg) {
    throw new Error(`The token's key is for ${key.alg} only.`);
  }
  request.signingKey = key;
  return key.publicKey;
}

/** `scope` as text (RFC 8693 section 4.2) or list, or `scp` as Azure AD and others write it. */
function scopesOf({ scope, scp }: Claims): ReadonlySet<string> {
  const given = [scope, scp].flatMap((claim) =>
    typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim : [],
  );
  return new Set(given.filter((entry) => typeof entry === 'string' && entry !== ''));
}
