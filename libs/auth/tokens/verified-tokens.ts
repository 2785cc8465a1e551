import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '@app/clock/clock.js';
import { IssuerKeys } from '../keys/issuer-keys.js';
import type { SigningKey } from '../keys/signing-key.js';
import type { Principal } from '../principal.js';

const MAX_TOKENS = 10_000;
const TTL_MS = 10 * 60_000;

/** Cache hits and misses, and the number of cached tokens. */
export interface TokenUse {
  readonly known: number;
  readonly unknown: number;
  readonly size: number;
}

interface Verified {
  readonly principal: Principal;
  readonly key: SigningKey;
  readonly untilMs: number;
}

/**
 * A cache of verified tokens, because a signature costs ten times the rest of a request. A token leaves
 * it when it expires, after 10 minutes, or as soon as the issuer no longer lists its key.
 */
@Injectable()
export class VerifiedTokens {
  private known = 0;
  private unknown = 0;
  private readonly tokens = new LRUCache<string, Verified>({ max: MAX_TOKENS });

  constructor(
    private readonly keys: IssuerKeys,
    private readonly clock: Clock,
  ) {}

  /** @param validUntilMs its `exp` and the clock tolerance: when verifying it again would reject it */
  remember(token: string, principal: Principal, key: SigningKey, validUntilMs: number): void {
    const untilMs = Math.min(validUntilMs, this.clock.nowMs() + TTL_MS);
    this.tokens.set(token, { principal, key, untilMs });
  }

  /** Undefined when the token has to be verified (again). */
  find(token: string): Principal | undefined {
    const found = this.tokens.get(token);
    if (found && this.clock.nowMs() < found.untilMs && this.keys.holds(found.key)) {
      this.known += 1;
      return found.principal;
    }
    this.unknown += 1;
    if (found) this.tokens.delete(token);
    return undefined;
  }

  /** Since the process started, for metrics. */
  snapshot(): TokenUse {
    return { known: this.known, unknown: this.unknown, size: this.tokens.size };
  }
}
