import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Principal } from '../principal.js';
import type { GuardedRequest } from './guarded-request.js';
import { PromisedUserStrategy } from './promised-user.strategy.js';
import { TokenVerifier } from './token-verifier.js';

export const STRATEGY = 'oidc-jwt';

/** Authenticates a request by its bearer token, as Passport asks for it. */
@Injectable()
export class JwtStrategy extends PassportStrategy(PromisedUserStrategy, STRATEGY) {
  constructor(private readonly verifier: TokenVerifier) {
    super();
  }

  /** @throws as `TokenVerifier` does */
  async validate({ unverified }: GuardedRequest): Promise<Principal> {
    if (!unverified) throw new Error('BearerGuard has to read the token first');
    return this.verifier.verify(unverified.token, unverified.header);
  }
}
