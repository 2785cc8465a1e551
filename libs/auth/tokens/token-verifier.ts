import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@app/clock/clock.js';
import { AUTH_OPTIONS, type AuthOptions } from '../auth.options.js';
import { IssuerKeys } from '../keys/issuer-keys.js';
import type { Principal } from '../principal.js';
import type { BearerToken } from './bearer-token.js';
import { signerOf } from './signer-of.js';
import { readTokenClaims } from './token-claims.js';
import type { TokenHeader } from './token-header.js';
import { VerifiedTokens } from './verified-tokens.js';

/** Verifies tokens that are not cached: signature first, then claims. Each signature is verified once per key. */
@Injectable()
export class TokenVerifier {
  constructor(
    @Inject(AUTH_OPTIONS) private readonly options: AuthOptions,
    private readonly keys: IssuerKeys,
    private readonly verifiedTokens: VerifiedTokens,
    private readonly clock: Clock,
  ) {}

  /**
   * The user of a token, which is cached from now on.
   * @throws UnauthenticatedError when it is not valid
   * @throws IdentityUnavailableError when no key was ever loaded
   */
  async verify(token: BearerToken, header: TokenHeader): Promise<Principal> {
    const key = await signerOf(token.text, header, this.keys);
    const claims = readTokenClaims(token.text, this.options, this.clock.nowMs());
    return this.verifiedTokens.remember(token, claims, key);
  }
}
