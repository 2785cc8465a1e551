import type { KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-jwt';
import { AUTH_OPTIONS, type AuthOptions } from '../auth.options.js';
import { UnauthenticatedError } from '../errors/unauthenticated.error.js';
import { IssuerKeys } from '../keys/issuer-keys.js';
import { ALGORITHMS, type SigningKey } from '../keys/signing-key.js';
import type { Principal } from '../principal.js';
import { bearerTokenOf } from './bearer-token.js';
import { scopesOf } from './scopes-of.js';
import { signerOf } from './signer-of.js';
import { hasAudience, type Claims } from './token-claims.js';
import { VerifiedTokens } from './verified-tokens.js';

export const STRATEGY = 'oidc-jwt';

/** Passport's callback: rejects the token with the error, or verifies it with the key. */
type KeyCallback = (error: unknown, key?: KeyObject) => void;

interface Verified extends FastifyRequest {
  signingKey?: SigningKey;
}

/** Verifies a bearer token with the issuer's keys, then caches it. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, STRATEGY) {
  constructor(
    @Inject(AUTH_OPTIONS) private readonly options: AuthOptions,
    keys: IssuerKeys,
    private readonly verifiedTokens: VerifiedTokens,
  ) {
    super({
      jwtFromRequest: (request: unknown) => bearerTokenOf(request as FastifyRequest) ?? null,
      // jsonwebtoken takes a KeyObject; the types of passport-jwt do not say so.
      secretOrKeyProvider: (request: unknown, token: unknown, verify: unknown) =>
        void verifyWithKey(request as Verified, token as string, keys, verify as KeyCallback),
      issuer: options.issuer,
      audience: options.audience,
      algorithms: [...ALGORITHMS],
      jsonWebTokenOptions: { clockTolerance: options.clockToleranceSeconds },
      passReqToCallback: true,
    });
  }

  /** Called by passport once signature, `iss`, `aud`, `exp` and `nbf` hold. */
  validate(request: Verified, claims: Claims): Principal {
    if (claims.exp === undefined) throw new Error('The token has no "exp".');
    // JSON can write a number that is larger than every instant: 1e400.
    if (!Number.isFinite(claims.exp)) throw new Error('The token has no usable "exp".');
    if (typeof claims.sub !== 'string' || claims.sub === '') {
      throw new Error('The token has no "sub".');
    }
    const principal = { subject: claims.sub, scopes: scopesOf(claims) };
    const token = bearerTokenOf(request);
    if (token && request.signingKey) {
      const validUntilMs = (Number(claims.exp) + this.options.clockToleranceSeconds) * 1000;
      this.verifiedTokens.remember(token, principal, request.signingKey, validUntilMs);
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

/**
 * The key that signed the token; kept on the request for `validate`. jsonwebtoken, which takes only one key, then
 * verifies the signature again (30 µs, once per token) and checks the claims.
 */
async function provideKey(request: Verified, token: string, keys: IssuerKeys): Promise<KeyObject> {
  const key = await signerOf(token, keys);
  // jsonwebtoken does not tell a missing audience from another one.
  if (!hasAudience(token)) throw UnauthenticatedError.invalidToken('no-audience');
  request.signingKey = key;
  return key.publicKey;
}
