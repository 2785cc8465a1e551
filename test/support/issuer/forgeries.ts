import { createHmac } from 'node:crypto';
import { compactJws, encodeJson, type IssuerAlgorithm, type Json } from './compact-jws.js';
import { KeyRing, publicJwk, type RingKey } from './key-ring.js';

/** The parts of the attacked issuer that a forger needs. */
interface Victim {
  readonly keys: KeyRing;
  claims(changes?: Json): Json;
  token(options?: { header?: Json }): Promise<string>;
}

/** Tokens that no issuer would sign. Their claims are valid, so that only the forgery can be rejected. */
export class Forgeries {
  private readonly attackerKeys = new Map<IssuerAlgorithm, Promise<RingKey>>();

  constructor(private readonly victim: Victim) {}

  /** RFC 8725 section 2.1. Try `None` and `nOnE` as well. */
  async unsignedToken(alg = 'none'): Promise<string> {
    const { kid } = await this.victim.keys.signingKey();
    return compactJws({ alg, typ: 'at+jwt', kid }, this.victim.claims(), () => Buffer.alloc(0));
  }

  /** A signed token with an empty signature. */
  async withoutSignature(): Promise<string> {
    const token = await this.victim.token();
    return token.slice(0, token.lastIndexOf('.') + 1);
  }

  /**
   * RFC 8725 section 2.1: signed with the public key as a shared secret.
   * `newline`: the PEM ends with a newline, as in node:crypto; jose writes none.
   */
  async hs256WithPublicKey({ newline = false } = {}): Promise<string> {
    const { kid, publicKey } = await this.victim.keys.signingKey();
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const secret = newline ? pem : pem.trimEnd();
    return compactJws({ alg: 'HS256', typ: 'at+jwt', kid }, this.victim.claims(), (input) =>
      createHmac('sha256', secret).update(input).digest(),
    );
  }

  /** The attacker's key is embedded in `jwk` (RFC 7515 section 4.1.3). */
  async tokenWithEmbeddedJwk(): Promise<string> {
    const key = await this.attackerKey();
    return this.signedBy(key, { kid: key.kid, jwk: publicJwk(key) });
  }

  /**
   * The attacker's key is offered at `url` (`jku`, RFC 7515 section 4.1.2), which must never be
   * fetched: give the `jwksUrl` of a second ForgingIssuer and look at its `jwksFetches`.
   */
  async tokenWithJku(url: string): Promise<string> {
    const key = await this.attackerKey();
    return this.signedBy(key, { kid: key.kid, jku: url });
  }

  /** The `kid` of the issuer's key over a signature of the attacker's. */
  async signedByAnotherKey(): Promise<string> {
    const { kid } = await this.victim.keys.signingKey();
    return this.signedBy(await this.attackerKey(), { kid });
  }

  /** Correctly signed, with an unknown critical extension (RFC 7515 section 4.1.11). */
  tokenWithCrit(): Promise<string> {
    return this.victim.token({ header: { crit: ['x-unknown'], 'x-unknown': true } });
  }

  /** A valid token whose `sub` was changed after signing. */
  async tamperedPayload(): Promise<string> {
    const [header, , signature] = (await this.victim.token()).split('.');
    return [header, encodeJson(this.victim.claims({ sub: 'other-user' })), signature].join('.');
  }

  /** Correctly signed, without a `kid`. */
  withoutKid(): Promise<string> {
    return this.victim.token({ header: { kid: undefined } });
  }

  /** Has the victim's algorithm, so that only the signature is wrong. */
  private async attackerKey(): Promise<RingKey> {
    const { alg } = await this.victim.keys.signingKey();
    const key = this.attackerKeys.get(alg) ?? new KeyRing().add({ kid: `attacker-${alg}`, alg });
    this.attackerKeys.set(alg, key);
    return key;
  }

  private signedBy({ alg, signer }: RingKey, header: Json): string {
    return compactJws({ alg, typ: 'at+jwt', ...header }, this.victim.claims(), signer);
  }
}
