import { constants, sign, type KeyObject, type SigningOptions } from 'node:crypto';

export type Json = Record<string, unknown>;
export type Signer = (input: Buffer) => Buffer;
export type IssuerAlgorithm = 'RS256' | 'PS256' | 'ES256';

/**
 * A JWS in compact form (RFC 7515 section 7.1), built by hand because jose refuses to create most of the
 * tokens that an attacker would send.
 */
export function compactJws(header: Json, payload: Json, signer: Signer): string {
  const input = `${encodeJson(header)}.${encodeJson(payload)}`;
  return `${input}.${signer(Buffer.from(input)).toString('base64url')}`;
}

export function encodeJson(value: Json): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** `base` overridden by `changes`; null or undefined removes a member. */
export function changed(base: Json, changes: Json = {}): Json {
  const members = Object.entries({ ...base, ...changes });
  return Object.fromEntries(members.filter(([, value]) => value !== null && value !== undefined));
}

/** RFC 7518 sections 3.3 to 3.5. */
const SIGN_OPTIONS: Record<IssuerAlgorithm, SigningOptions> = {
  RS256: {},
  PS256: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
  ES256: { dsaEncoding: 'ieee-p1363' },
};

export function signerFor(alg: IssuerAlgorithm, key: KeyObject): Signer {
  return (input) => sign('sha256', input, { key, ...SIGN_OPTIONS[alg] });
}
