import { constants, generateKeyPairSync, sign, type SigningOptions } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { verifySignature } from './verify-signature.js';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
const P1363 = { dsaEncoding: 'ieee-p1363' } as const;

const CASES = [
  ['RS256', rsa, {}],
  ['PS256', rsa, PSS],
  ['ES256', ec, P1363],
] as const;

function tokenSigned({ privateKey }: typeof rsa, options: SigningOptions): string {
  const signature = sign('sha256', Buffer.from('e30.e30'), { key: privateKey, ...options });
  return `e30.e30.${signature.toString('base64url')}`;
}

describe('verifySignature', () => {
  it.each(CASES)('accepts a signature of %s', (alg, keys, options) => {
    expect(verifySignature(tokenSigned(keys, options), alg, keys.publicKey)).toBe(true);
  });

  it.each(CASES)('rejects a signature of %s over another text', (alg, keys, options) => {
    const token = tokenSigned(keys, options).replace('e30.e30', 'e30.e31');

    expect(verifySignature(token, alg, keys.publicKey)).toBe(false);
  });

  it('tells RS256 and PS256 apart, although the key fits both', () => {
    expect(verifySignature(tokenSigned(rsa, PSS), 'RS256', rsa.publicKey)).toBe(false);
    expect(verifySignature(tokenSigned(rsa, {}), 'PS256', rsa.publicKey)).toBe(false);
  });

  it('rejects an ES256 signature in DER, which JWS does not use', () => {
    expect(verifySignature(tokenSigned(ec, {}), 'ES256', ec.publicKey)).toBe(false);
  });

  it.each(CASES)(
    'rejects a signature of %s of any length without an exception',
    (alg, keys, _options) => {
      for (const length of [0, 1, 31, 63, 64, 65, 255, 256, 257, 5_000]) {
        const signature = Buffer.alloc(length, 0xff).toString('base64url');

        expect(verifySignature(`e30.e30.${signature}`, alg, keys.publicKey)).toBe(false);
      }
    },
  );
});
