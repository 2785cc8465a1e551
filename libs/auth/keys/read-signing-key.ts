import { createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import type { JwkMembers } from './jwk-members.js';
import { ALGORITHMS, type Algorithm, type SigningKey } from './signing-key.js';

/** RFC 7518 section 3.3 has the lower bound; the upper one bounds the cost of a verification. */
const RSA_BITS = { min: 2_048, max: 8_192 };
/**
 * FIPS 186-5 section 5.4: odd and over 2^16. With 1 the signature is the hash itself, which anybody can write; with
 * 3 a lenient check of the padding is enough to forge. The upper bound limits the cost of a verification.
 */
const RSA_EXPONENT = { min: 0x1_0001n, max: 0xffff_ffffn };
/** In base64url, with leading zeros. Node needs minutes to read an exponent of 400 kB. */
const MAX_EXPONENT_LENGTH = 16;
/** NIST SP 800-89 section 5.3.3: a modulus with a factor up to 751 was not made of two large primes. */
const SMALL_PRIMES = primesUpTo(751).map(BigInt);
const PRODUCT_OF_SMALL_PRIMES = SMALL_PRIMES.reduce((product, prime) => product * prime, 1n);

/** The key that each algorithm needs: RFC 7518 sections 3.3 to 3.5. */
const NEEDED: Readonly<Record<Algorithm, { readonly kty: string; readonly crv?: string }>> = {
  RS256: { kty: 'RSA' },
  PS256: { kty: 'RSA' },
  ES256: { kty: 'EC', crv: 'P-256' },
};

/** Why a JWK that could verify signatures does not. */
export type KeyFault = 'malformed' | 'secret' | 'weak';

export type KeyReading =
  | { readonly kind: 'usable'; readonly key: SigningKey }
  /** For another purpose, or of a type that we do not know: RFC 7517 section 5 says to ignore it. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'rejected'; readonly fault: KeyFault };

/** Reads a JWK as a key for our algorithms. Costs 10 to 100 µs. */
export function readSigningKey(members: JwkMembers): KeyReading {
  if (members.secret) return { kind: 'rejected', fault: 'secret' };
  if (!isForSignatures(members)) return { kind: 'ignored' };
  try {
    const jwk = withKeyOfCertificate(members);
    const algorithms = algorithmsOf(jwk);
    if (algorithms.length === 0) return { kind: 'ignored' };
    if ((jwk.e ?? '').length > MAX_EXPONENT_LENGTH) return { kind: 'rejected', fault: 'weak' };
    const publicKey = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    if (!isStrong(publicKey, jwk.n)) return { kind: 'rejected', fault: 'weak' };
    return { kind: 'usable', key: { kid: jwk.kid, algorithms, publicKey } };
  } catch {
    // Node's error only repeats that the JWK or its certificate is not valid.
    return { kind: 'rejected', fault: 'malformed' };
  }
}

/** RFC 7517 sections 4.2 and 4.3. */
function isForSignatures({ use = 'sig', keyOps = ['verify'] }: JwkMembers): boolean {
  return use === 'sig' && keyOps.includes('verify');
}

/** Some issuers list a certificate without the key itself. It needs no other trust than the key set has. */
function withKeyOfCertificate(members: JwkMembers): JwkMembers {
  const { n, x, certificate } = members;
  if (certificate === undefined || n !== undefined || x !== undefined) return members;
  const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'));
  return { ...members, ...publicKey.export({ format: 'jwk' }) };
}

function algorithmsOf({ kty, crv, alg }: JwkMembers): readonly Algorithm[] {
  return ALGORITHMS.filter((algorithm) => {
    const needed = NEEDED[algorithm];
    const fits = needed.kty === kty && (needed.crv === undefined || needed.crv === crv);
    return fits && (alg === undefined || alg === algorithm);
  });
}

function isStrong({ asymmetricKeyDetails }: KeyObject, modulus: string | undefined): boolean {
  const { modulusLength: bits, publicExponent: exponent } = asymmetricKeyDetails ?? {};
  if (bits === undefined || exponent === undefined) return true;
  return (
    bits >= RSA_BITS.min &&
    bits <= RSA_BITS.max &&
    exponent % 2n === 1n &&
    exponent >= RSA_EXPONENT.min &&
    exponent <= RSA_EXPONENT.max &&
    !hasSmallFactor(modulus ?? '')
  );
}

function hasSmallFactor(modulus: string): boolean {
  const value = BigInt(`0x0${Buffer.from(modulus, 'base64url').toString('hex')}`);
  // Shortened once, for faster divisions.
  const rest = value % PRODUCT_OF_SMALL_PRIMES;
  return SMALL_PRIMES.some((prime) => rest % prime === 0n);
}

function primesUpTo(limit: number): number[] {
  const numbers = Array.from({ length: limit - 1 }, (_, index) => index + 2);
  return numbers.filter((n) => numbers.every((m) => m >= n || n % m !== 0));
}
