/** The signature algorithms we accept (RFC 7518 section 3.1): public keys only, never `none`. */
export const ALGORITHMS = ['RS256', 'PS256', 'ES256'] as const;

/** A public key of the issuer. The same object stands for the key as long as the issuer lists it. */
export interface SigningKey {
  readonly kid: string | undefined;
  /** What the JWK says it is for; undefined = any algorithm that fits the key. */
  readonly alg: string | undefined;
  /** PEM (SPKI). */
  readonly publicKey: string;
}
