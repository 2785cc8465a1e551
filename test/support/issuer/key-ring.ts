import { generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { type IssuerAlgorithm, type Json, type Signer, signerFor } from './compact-jws.js';

const generate = promisify(generateKeyPair);

export interface RingKey {
  readonly kid: string;
  readonly alg: IssuerAlgorithm;
  readonly publicKey: KeyObject;
  readonly signer: Signer;
  published: boolean;
}

export interface NewKey {
  /** Default: `key-1`, `key-2`, … */
  kid?: string;
  alg?: IssuerAlgorithm;
  /** false: tokens can be signed with the key, but it is not in the JWKS. */
  publish?: boolean;
}

/** An issuer's published and unpublished keys. Generates an RS256 key on first use when none was added. */
export class KeyRing {
  private readonly keys = new Map<string, RingKey>();
  private first: Promise<RingKey> | undefined;
  private count = 0;

  async add(options: NewKey = {}): Promise<RingKey> {
    const made = this.make(options);
    this.first ??= made;
    return made;
  }

  /** The named key, published or not; without a name the newest published one. */
  async signingKey(kid?: string): Promise<RingKey> {
    await this.atLeastOne();
    const key = kid
      ? this.keys.get(kid)
      : [...this.keys.values()].findLast(({ published }) => published);
    if (!key) throw new Error(kid ? `the issuer has no key ${kid}` : 'no key is published');
    return key;
  }

  show(kid: string, published: boolean): void {
    const key = this.keys.get(kid);
    if (!key) throw new Error(`the issuer has no key ${kid}`);
    key.published = published;
  }

  /** The public members of the published keys (RFC 7517 section 5). */
  async jwks(): Promise<{ keys: Json[] }> {
    await this.atLeastOne();
    return { keys: [...this.keys.values()].filter((key) => key.published).map(publicJwk) };
  }

  private async atLeastOne(): Promise<void> {
    await (this.first ?? this.add());
  }

  private async make({ kid, alg = 'RS256', publish = true }: NewKey): Promise<RingKey> {
    this.count += 1;
    const name = kid ?? `key-${this.count}`;
    const { publicKey, privateKey } =
      alg === 'ES256'
        ? await generate('ec', { namedCurve: 'P-256' })
        : await generate('rsa', { modulusLength: 2048 });
    const signer = signerFor(alg, privateKey);
    const key = { kid: name, alg, publicKey, signer, published: publish };
    this.keys.set(name, key);
    return key;
  }
}

export function publicJwk({ publicKey, kid, alg }: RingKey): Json {
  return { ...publicKey.export({ format: 'jwk' }), kid, alg, use: 'sig' };
}
