/** The signature algorithms we accept (RFC 7518 section 3.1): public keys only, never `none`. */
export const ALGORITHMS = ['RS256', 'PS256', 'ES256'] as const;

/** A public key of the issuer. The object stays the same as long as the issuer lists the key. */
export interface SigningKey {
  readonly kid: string | undefined;
  /** The algorithm of the JWK; undefined = any algorithm that fits the key. */
  readonly alg: string | undefined;
  /** PEM (SPKI). */
  readonly publicKey: string;
}
