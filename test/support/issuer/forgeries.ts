import { createHmac } from 'node:crypto';
import { compactJws, encodeJson, type IssuerAlgorithm, type Json } from './compact-jws.js';
import { KeyRing, publicJwk, type RingKey } from './key-ring.js';

/** What the forger needs of the issuer he attacks. */
interface Victim {
  readonly keys: KeyRing;
  claims(changes?: Json): Json;
  token(options?: { header?: Json }): Promise<string>;
}

/** Tokens that no issuer would sign; their claims are good, so that only the forgery can be the fault. */
export class Forgeries {
  private readonly attackerKeys = new Map<IssuerAlgorithm, Promise<RingKey>>();

  constructor(private readonly victim: Victim) {}

  /** RFC 8725 section 2.1. Try `None` and `nOnE` as well. */
  async unsignedToken(alg = 'none'): Promise<string> {
    const { kid } = await this.victim.keys.signingKey();
    return compactJws({ alg, typ: 'at+jwt', kid }, this.victim.claims(), () => Buffer.alloc(0));
  }

  /** The header of a signed token, and nothing where the signature belongs. */
  async withoutSignature(): Promise<string> {
    const token = await this.victim.token();
    return token.slice(0, token.lastIndexOf('.') + 1);
  }

  /**
   * RFC 8725 section 2.1: the public key, taken for a shared secret.
   * `newline`: the PEM ends in one, as node:crypto writes it; jose, and so jwks-rsa, writes none.
   */
  async hs256WithPublicKey({ newline = false } = {}): Promise<string> {
    const { kid, publicKey } = await this.victim.keys.signingKey();
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const secret = newline ? pem : pem.trimEnd();
    return compactJws({ alg: 'HS256', typ: 'at+jwt', kid }, this.victim.claims(), (input) =>
      createHmac('sha256', secret).update(input).digest(),
    );
  }

  /** The attacker's key comes along in `jwk` (RFC 7515 section 4.1.3). */
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

  /** Rightly signed, with an extension that must be understood (RFC 7515 section 4.1.11) and is not. */
  tokenWithCrit(): Promise<string> {
    return this.victim.token({ header: { crit: ['x-unheard-of'], 'x-unheard-of': true } });
  }

  /** A genuine token whose user was changed after signing. */
  async tamperedPayload(): Promise<string> {
    const [header, , signature] = (await this.victim.token()).split('.');
    return [header, encodeJson(this.victim.claims({ sub: 'somebody-else' })), signature].join('.');
  }

  /** Rightly signed, by a key it does not name. */
  withoutKid(): Promise<string> {
    return this.victim.token({ header: { kid: undefined } });
  }

  /** Of the victim's algorithm, so that the signature alone is wrong. */
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
