import { createHash } from 'node:crypto';
import { compactJws, encodeJson } from '../../support/issuer/compact-jws.js';
import { accepted, afterSigning, invalid, type TokenRow, type TokenWorld } from '../token-row.js';

/** The order of P-256. */
const P256_ORDER = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');

const bytesOf = (part: string): Buffer => Buffer.from(part, 'base64url');
const textOf = (bytes: Buffer): string => bytes.toString('base64url');

/** A valid ES256 or RS256 token with another signature. */
const resigned = (kid: 'es' | 'rs' | 'ps', edit: (signature: Buffer) => Buffer) =>
  afterSigning(({ head, body, signature }) => [head, body, textOf(edit(bytesOf(signature)))], kid);

/** ASN.1 DER: SEQUENCE of two INTEGERs, as most libraries write ECDSA signatures outside JOSE. */
function derOf(raw: Buffer): Buffer {
  const integers = [raw.subarray(0, 32), raw.subarray(32)].map((half) => {
    const trimmed = half.subarray(half.findIndex((byte) => byte !== 0));
    const content = (trimmed[0] ?? 0) > 0x7f ? Buffer.concat([Buffer.alloc(1), trimmed]) : trimmed;
    return Buffer.concat([Buffer.from([2, content.length]), content]);
  });
  const content = Buffer.concat(integers);
  return Buffer.concat([Buffer.from([0x30, content.length]), content]);
}

/** (r, n − s) verifies wherever (r, s) does. */
function twinOf(raw: Buffer): Buffer {
  const s = P256_ORDER - BigInt(`0x${raw.subarray(32).toString('hex')}`);
  return Buffer.concat([raw.subarray(0, 32), number(s)]);
}

const number = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(64, '0'), 'hex');

/** Sets the bits of the last character that encode nothing (RFC 4648 section 3.5). */
function withSpareBits(part: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return part.slice(0, -1) + alphabet[alphabet.indexOf(part.slice(-1)) + 1];
}

const changeBit = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

/** The claims of one valid token, the header and signature of another. */
async function spliced({ issuer }: TokenWorld): Promise<string> {
  const [one, other] = await Promise.all([
    issuer.token({ claims: { sub: 'watch-1' } }),
    issuer.token({ claims: { sub: 'watch-2' } }),
  ]);
  const [head, , signature] = one.split('.');
  return [head, other.split('.')[1], signature].join('.');
}

/** What the exponent 1 would make of the hash (RFC 8017 section 9.2). */
async function unsignedPkcs1({ issuer }: TokenWorld): Promise<string> {
  const { alg, kid } = await issuer.keys.signingKey('rs');
  const info = Buffer.from('3031300d060960864801650304020105000420', 'hex');
  return compactJws({ alg, kid }, issuer.claims(), (input) => {
    const hash = Buffer.concat([info, createHash('sha256').update(input).digest()]);
    const padding = Buffer.alloc(256 - 3 - hash.length, 0xff);
    return Buffer.concat([Buffer.from([0, 1]), padding, Buffer.alloc(1), hash]);
  });
}

export const SIGNATURE_ROWS: readonly TokenRow[] = [
  invalid('the payload of another valid token', spliced),
  invalid('a payload changed after signing', ({ issuer }) => issuer.forgeries.tamperedPayload()),
  invalid(
    'a header changed after signing',
    afterSigning(({ body, signature }) => [
      encodeJson({ alg: 'RS256', kid: 'rs', typ: 'JWT', extra: 1 }),
      body,
      signature,
    ]),
  ),
  invalid('the signature of another key of the issuer', async ({ issuer }) => {
    const [one, other] = await Promise.all(
      ['rs', 'ps'].map((kid) => issuer.token({ kid, header: { alg: 'RS256', kid: 'rs' } })),
    );
    return [...(one ?? '').split('.').slice(0, 2), (other ?? '').split('.')[2]].join('.');
  }),
  invalid('the signature of an attacker under our kid', ({ issuer }) =>
    issuer.forgeries.signedByAnotherKey(),
  ),
  invalid('no signature', ({ issuer }) => issuer.forgeries.withoutSignature()),
  invalid('a padded hash as signature', unsignedPkcs1),
  ...(['rs', 'ps', 'es'] as const).flatMap((kid) => [
    accepted(
      `an unchanged signature of ${kid}`,
      resigned(kid, (bytes) => bytes),
    ),
    invalid(
      `the first bit of a signature of ${kid} changed`,
      resigned(kid, (b) => changeBit(b, 0)),
    ),
    invalid(
      `the last bit of a signature of ${kid} changed`,
      resigned(kid, (bytes) => changeBit(bytes, bytes.length - 1)),
    ),
    invalid(
      `a signature of ${kid} without its last byte`,
      resigned(kid, (b) => b.subarray(0, -1)),
    ),
    invalid(
      `a byte after a signature of ${kid}`,
      resigned(kid, (bytes) => Buffer.concat([bytes, Buffer.alloc(1)])),
    ),
    invalid(
      `a zero before a signature of ${kid}`,
      resigned(kid, (bytes) => Buffer.concat([Buffer.alloc(1), bytes])),
    ),
    invalid(
      `zeros as signature of ${kid}`,
      resigned(kid, (b) => Buffer.alloc(b.length)),
    ),
    invalid(
      `ones as signature of ${kid}`,
      resigned(kid, (b) => Buffer.alloc(b.length, 0xff)),
    ),
    invalid(
      `a signature of ${kid} in reverse`,
      resigned(kid, (b) => Buffer.from([...b].toReversed())),
    ),
    invalid(
      `unused bits set in the base64url of a signature of ${kid}`,
      afterSigning(({ head, body, signature }) => [head, body, withSpareBits(signature)], kid),
    ),
  ]),
  invalid('an ES256 signature in DER', resigned('es', derOf)),
  invalid(
    'an ES256 signature with r = 0',
    resigned('es', (raw) => Buffer.concat([Buffer.alloc(32), raw.subarray(32)])),
  ),
  invalid(
    'an ES256 signature with s = 0',
    resigned('es', (raw) => Buffer.concat([raw.subarray(0, 32), Buffer.alloc(32)])),
  ),
  invalid(
    'an ES256 signature with r and s equal to the order of the curve',
    resigned('es', () => Buffer.concat([number(P256_ORDER), number(P256_ORDER)])),
  ),
  invalid(
    'an ES256 signature with r and s swapped',
    resigned('es', (raw) => Buffer.concat([raw.subarray(32), raw.subarray(0, 32)])),
  ),
  // Every ECDSA verifier accepts it. Nothing here is identified by a signature, so it gains nothing.
  accepted('the twin (r, n − s) of an ES256 signature', resigned('es', twinOf)),
];
