import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readJwkMembers, type JwkMembers } from './jwk-members.js';
import { readSigningKey, type KeyReading } from './read-signing-key.js';

const publicJwk = (pair: { publicKey: { export(options: { format: 'jwk' }): JsonWebKey } }) =>
  pair.publicKey.export({ format: 'jwk' });

const rsa = publicJwk(generateKeyPairSync('rsa', { modulusLength: 2048 }));
const ec = publicJwk(generateKeyPairSync('ec', { namedCurve: 'P-256' }));

/** A self-signed certificate for a P-256 key. */
const CERTIFICATE =
  'MIIBbzCCARWgAwIBAgIUBgOVdNCPlklPBxTRoogJLvYeYP8wCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBaTAgFw0yNjExMjcxODEyMTVaGA8yMTI2MTEwMzE4MTIxNVowDDEKMAgGA1UEAwwBaTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABJO2IRA/LtKfUyUZ3/IDy/6a18E3QtCCnNzyXXuv0WGkY4QuJ1j/tMsfWKwnWc3KFTIHFbqtVNjDlfMaInpyVOSjUzBRMB0GA1UdDgQWBBTjAdhHlc2voNfYLQVFfhtuOoZHTjAfBgNVHSMEGDAWgBTjAdhHlc2voNfYLQVFfhtuOoZHTjAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQCFI4HBGYEsuvvTK4stWSBHu3HWWPn0He68Dh4ytwIlwAIgR+SFJeJmPRvzGok15LhxfugMnc1nAbLsQm2XyDFt15Q=';

const ZERO = Buffer.alloc(32).toString('base64url');

const read = (entry: unknown): KeyReading => readSigningKey(readJwkMembers(entry) as JwkMembers);

const algorithmsOf = (entry: unknown): readonly string[] | undefined => {
  const reading = read(entry);
  return reading.kind === 'usable' ? reading.key.algorithms : undefined;
};

describe('readSigningKey', () => {
  it.each([
    ['an RSA key without alg', rsa, ['RS256', 'PS256']],
    ['an RSA key for PS256', { ...rsa, alg: 'PS256' }, ['PS256']],
    ['a P-256 key without alg', ec, ['ES256']],
    ['a key for verifying', { ...rsa, alg: 'RS256', use: 'sig', key_ops: ['verify'] }, ['RS256']],
    ['a key with null members', { ...ec, alg: null, use: null, key_ops: null }, ['ES256']],
    ['a certificate alone', { kty: 'EC', kid: 'c', x5c: [CERTIFICATE] }, ['ES256']],
    ['a key next to an unreadable certificate', { ...ec, x5c: ['AA'] }, ['ES256']],
  ])('accepts %s', (_name, entry, algorithms) => {
    expect(algorithmsOf(entry)).toEqual(algorithms);
  });

  it.each([
    ['for encryption', { ...rsa, use: 'enc' }],
    ['for RSA-OAEP', { ...rsa, alg: 'RSA-OAEP' }],
    ['for signing only', { ...rsa, key_ops: ['sign'] }],
    ['for RS512', { ...rsa, alg: 'RS512' }],
    ['an RSA key for ES256', { ...rsa, alg: 'ES256' }],
    ['on P-384', publicJwk(generateKeyPairSync('ec', { namedCurve: 'P-384' }))],
    ['on secp256k1', publicJwk(generateKeyPairSync('ec', { namedCurve: 'secp256k1' }))],
    ['Ed25519', publicJwk(generateKeyPairSync('ed25519'))],
    ['of an unknown type', { kty: 'AKP', alg: 'ML-DSA-44', pub: 'AA' }],
    ['of no type', {}],
  ])('ignores a key that is %s', (_name, entry) => {
    expect(read(entry)).toEqual({ kind: 'ignored' });
  });

  it.each([
    ['private RSA', { ...rsa, d: 'AQAB' }, 'secret'],
    ['private EC', { ...ec, d: 'AQAB' }, 'secret'],
    ['partly private', { ...rsa, qi: 'AQAB' }, 'secret'],
    ['symmetric', { kty: 'oct', k: 'c2VjcmV0', alg: 'HS256' }, 'secret'],
    ['of 1024 bits', publicJwk(generateKeyPairSync('rsa', { modulusLength: 1024 })), 'weak'],
    ['of 2047 bits', { ...rsa, n: shorter(rsa.n) }, 'weak'],
    ['of 16384 bits', { ...rsa, n: Buffer.alloc(2048, 0xff).toString('base64url') }, 'weak'],
    ['with exponent 0', { ...rsa, e: 'AA' }, 'weak'],
    ['with exponent 1', { ...rsa, e: 'AQ' }, 'weak'],
    ['with exponent 1 in four bytes', { ...rsa, e: 'AAAAAQ' }, 'weak'],
    ['with exponent 3', { ...rsa, e: 'Aw' }, 'weak'],
    ['with exponent 65535', { ...rsa, e: '__8' }, 'weak'],
    ['with an even exponent', { ...rsa, e: 'AQAC' }, 'weak'],
    ['with an even modulus', { ...rsa, n: plus(rsa.n, 1n) }, 'weak'],
    ['with a modulus divisible by 751', { ...rsa, n: multipleOf(751n, rsa.n) }, 'weak'],
    [
      'with a modulus of ones',
      { ...rsa, n: Buffer.alloc(256, 0xff).toString('base64url') },
      'weak',
    ],
    ['with a huge exponent', { ...rsa, e: rsa.n }, 'weak'],
    ['without a modulus', { kty: 'RSA', e: 'AQAB' }, 'malformed'],
    ['not on the curve', { ...ec, y: ec.x }, 'malformed'],
    ['the origin', { ...ec, x: ZERO, y: ZERO }, 'malformed'],
    [
      'beyond the field of the curve',
      { ...ec, x: Buffer.alloc(32, 0xff).toString('base64url') },
      'malformed',
    ],
    ['a point of one coordinate', { ...ec, y: undefined }, 'malformed'],
    ['an unreadable certificate', { kty: 'EC', x5c: ['AA'] }, 'malformed'],
  ])('rejects a key that is %s', (_name, entry, fault) => {
    expect(read(entry)).toEqual({ kind: 'rejected', fault });
  });
});

describe('readJwkMembers', () => {
  it.each([
    null,
    undefined,
    1,
    'key',
    { ...ec, kid: 1 },
    { ...ec, x: {} },
    { ...ec, key_ops: 'verify' },
    { ...rsa, e: 'A'.repeat(5_000) },
    { ...ec, kid: 'k'.repeat(5_000) },
  ])('reads %j as no JWK', (entry) => {
    expect(readJwkMembers(entry)).toBeUndefined();
  });

  it('ignores a certificate that is too long', () => {
    expect(readJwkMembers({ ...ec, x5c: ['A'.repeat(20_000)] })).not.toHaveProperty('certificate');
  });

  it('reads an empty kid as absent', () => {
    expect(readJwkMembers({ ...ec, kid: '' })).not.toHaveProperty('kid');
  });
});

/** The modulus with its highest bit cleared and the next one set. */
function shorter(modulus = ''): string {
  const bytes = Buffer.from(modulus, 'base64url');
  bytes[0] = 0x7f;
  return bytes.toString('base64url');
}

function numberOf(text = ''): bigint {
  return BigInt(`0x${Buffer.from(text, 'base64url').toString('hex')}`);
}

function textOf(value: bigint): string {
  return Buffer.from(value.toString(16), 'hex').toString('base64url');
}

function plus(modulus: string | undefined, summand: bigint): string {
  return textOf(numberOf(modulus) + summand);
}

/** The next smaller odd number that the factor divides. */
function multipleOf(factor: bigint, modulus: string | undefined): string {
  const multiple = numberOf(modulus) - (numberOf(modulus) % factor);
  return textOf(multiple % 2n === 1n ? multiple : multiple - factor);
}
