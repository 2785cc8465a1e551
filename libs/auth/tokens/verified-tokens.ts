import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '@app/clock/clock.js';
import { AUTH_OPTIONS, type AuthOptions } from '../auth.options.js';
import { IssuerKeys } from '../keys/issuer-keys.js';
import type { SigningKey } from '../keys/signing-key.js';
import type { Principal } from '../principal.js';
import type { BearerToken } from './bearer-token.js';
import type { AcceptedClaims } from './token-claims.js';

const TTL_MS = 10 * 60_000;

/** Cache hits and misses, and the number of cached tokens. */
export interface TokenUse {
  readonly known: number;
  readonly unknown: number;
  readonly size: number;
}

/** Flat, because a pod holds many. */
interface Verified extends Principal {
  readonly key: SigningKey;
  readonly untilMs: number;
}

/**
 * A cache of verified tokens, because a signature costs about as much as the rest of a request. A token leaves it when
 * it expires, after 10 minutes, or as soon as the issuer no longer lists its key. It keeps the digest of a token
 * instead of the text, which is four times as long and could be used by anyone who reads it.
 */
@Injectable()
export class VerifiedTokens {
  private known = 0;
  private unknown = 0;
  /** By the digest of the token. */
  private readonly tokens: LRUCache<string, Verified>;

  constructor(
    @Inject(AUTH_OPTIONS) { maxCachedTokens }: AuthOptions,
    private readonly keys: IssuerKeys,
    private readonly clock: Clock,
  ) {
    this.tokens = new LRUCache({ max: maxCachedTokens });
  }

  /** @param key that signed the token */
  remember({ digest }: BearerToken, claims: AcceptedClaims, key: SigningKey): Principal {
    const { subject, hasScope, isProbe, validUntilMs } = claims;
    const untilMs = Math.min(validUntilMs, this.clock.nowMs() + TTL_MS);
    const verified = { subject, hasScope, isProbe, key, untilMs };
    this.tokens.set(digest, verified);
    return verified;
  }

  /** Undefined when the token has to be verified (again). */
  find({ digest }: BearerToken): Principal | undefined {
    const found = this.tokens.get(digest);
    if (found && this.clock.nowMs() < found.untilMs && this.keys.holds(found.key)) {
      this.known += 1;
      return found;
    }
    this.unknown += 1;
    if (found) this.tokens.delete(digest);
    return undefined;
  }

  /** Since the process started, for metrics. */
  snapshot(): TokenUse {
    return { known: this.known, unknown: this.unknown, size: this.tokens.size };
  }
}
