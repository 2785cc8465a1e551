import type { KeyObject } from 'node:crypto';

/** The signature algorithms we accept (RFC 7518 section 3.1): public keys only, never `none`. */
export const ALGORITHMS = ['RS256', 'PS256', 'ES256'] as const;

export type Algorithm = (typeof ALGORITHMS)[number];

/** A public key of the issuer. The object stays the same as long as the issuer lists the key. */
export interface SigningKey {
  /** Undefined when the JWK has none. */
  readonly kid: string | undefined;
  /** What the key may verify: the `alg` of the JWK, or without one every algorithm that fits it. */
  readonly algorithms: readonly Algorithm[];
  /** Parsed once, because parsing costs as much as several verifications. */
  readonly publicKey: KeyObject;
}
