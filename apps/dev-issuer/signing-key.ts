import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

/** JWS algorithms (RFC 7518 section 3.1) a development token can be signed with. */
export const SIGNING_ALGORITHMS = ['RS256', 'PS256', 'ES256'] as const;

export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

/** A fresh private key for `alg`, named (`kid`) by its thumbprint (RFC 7638). RSA takes about 100 ms. */
export async function generateSigningKey(alg: SigningAlgorithm): Promise<JWK & { kid: string }> {
  const { privateKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, alg, use: 'sig', kid: await calculateJwkThumbprint(jwk) };
}
