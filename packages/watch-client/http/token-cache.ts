import { abortable } from './abortable.js';
import type { PlatformAbortSignal } from './fetch.js';

/** An access token of the identity provider. */
export interface Token {
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly expiresAtMs: number;
}

/** Gets a token from the identity provider; the signal aborts when no caller waits for it any more. */
export type TokenSource = (signal: PlatformAbortSignal) => Promise<Token>;

const RENEW_EARLY_MS = 60_000;
const RENEW_EARLY_SHARE = 0.1;

/** Caches a token and renews it shortly before it expires, with one request for concurrent callers. */
export class TokenCache {
  private cached: (Token & { readonly renewAtMs: number }) | undefined;
  private renewing: Promise<Token> | undefined;

  constructor(
    private readonly source: TokenSource,
    private readonly now: () => number,
  ) {}

  /** @throws what the source throws, unless the cached token is still valid */
  async current(signal: PlatformAbortSignal): Promise<string> {
    const { cached } = this;
    if (cached && this.now() < cached.renewAtMs) return cached.value;
    try {
      return (await this.renew(signal)).value;
    } catch (error) {
      // Renewal starts early, so that it may fail: the old token is valid until it expires.
      if (cached && this.now() < cached.expiresAtMs) return cached.value;
      throw error;
    }
  }

  /** A token other than the one that the service rejected. */
  async replace(rejected: string, signal: PlatformAbortSignal): Promise<string> {
    if (this.cached?.value === rejected) this.cached = undefined;
    return this.cached?.value ?? (await this.renew(signal)).value;
  }

  private renew(signal: PlatformAbortSignal): Promise<Token> {
    this.renewing ??= abortable(signal, this.source(signal))
      .then((token) => this.store(token))
      .finally(() => (this.renewing = undefined));
    return this.renewing;
  }

  private store(token: Token): Token {
    const lifetimeMs = token.expiresAtMs - this.now();
    const earlyMs = Math.min(RENEW_EARLY_MS, RENEW_EARLY_SHARE * lifetimeMs);
    this.cached = { ...token, renewAtMs: token.expiresAtMs - earlyMs };
    return token;
  }
}
