import { within } from './within.js';

/** An access token, as the identity provider issues it. */
export interface Token {
  readonly value: string;
  /** Milliseconds since the epoch. */
  readonly expiresAtMs: number;
}

/** Gets a token from the identity provider; the signal says when nobody waits for it any more. */
export type TokenSource = (signal: AbortSignal) => Promise<Token>;

const EARLY_MS = 60_000;
const EARLY_SHARE = 0.1;

/** Keeps a token for as long as it serves, and gets the next one in time, once for all who ask. */
export class TokenHolder {
  private held: (Token & { readonly renewAtMs: number }) | undefined;
  private renewing: Promise<Token> | undefined;

  constructor(
    private readonly source: TokenSource,
    private readonly now: () => number,
  ) {}

  /** @throws what the source throws, unless the token at hand is still good */
  async current(signal: AbortSignal): Promise<string> {
    const { held } = this;
    if (held && this.now() < held.renewAtMs) return held.value;
    try {
      return (await this.renewed(signal)).value;
    } catch (error) {
      // Renewing began early so that it may fail: the old one serves to its end.
      if (held && this.now() < held.expiresAtMs) return held.value;
      throw error;
    }
  }

  /** Another token than the one that the service refused. */
  async insteadOf(refused: string, signal: AbortSignal): Promise<string> {
    if (this.held?.value === refused) this.held = undefined;
    return this.held?.value ?? (await this.renewed(signal)).value;
  }

  private renewed(signal: AbortSignal): Promise<Token> {
    this.renewing ??= within(signal, this.source(signal))
      .then((token) => this.hold(token))
      .finally(() => (this.renewing = undefined));
    return this.renewing;
  }

  private hold(token: Token): Token {
    const earlyMs = Math.min(EARLY_MS, EARLY_SHARE * (token.expiresAtMs - this.now()));
    this.held = { ...token, renewAtMs: token.expiresAtMs - earlyMs };
    return token;
  }
}
