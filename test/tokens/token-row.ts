import type { KeyObject } from 'node:crypto';
import {
  compactJws,
  signerFor,
  type IssuerAlgorithm,
  type Json,
} from '../support/issuer/compact-jws.js';
import type { ForgingIssuer } from '../support/issuer/forging-issuer.js';

/** The issuer that the API trusts, and one that it does not. */
export interface TokenWorld {
  readonly issuer: ForgingIssuer;
  readonly attacker: ForgingIssuer;
  /** Private keys by `kid`: the issuer publishes the public ones, usable or not. */
  readonly keys: Readonly<Record<OwnKey, KeyObject>>;
}

/** `open` is published without `alg`; `rs-only` for RS256; the others should not be used by anyone. */
export type OwnKey = 'open' | 'rs-only' | 'short' | 'small-exponent' | 'for-encryption';

/** A token, to be sent as `Authorization: Bearer …`; or the lines of a request's header, as sent. */
export type Credentials = string | { readonly lines: readonly string[] };

export interface TokenRow {
  /** Completes "a request with …". */
  readonly what: string;
  readonly credentials: (world: TokenWorld) => Credentials | Promise<Credentials>;
  readonly status: 200 | 400 | 401 | 403 | 431;
  /** The error code of the challenge (RFC 6750 section 3.1). */
  readonly error: 'invalid_token' | 'insufficient_scope' | undefined;
}

type Make = (
  what: string,
  credentials: (world: TokenWorld) => Credentials | Promise<Credentials>,
) => TokenRow;

const row =
  (status: TokenRow['status'], error?: TokenRow['error']): Make =>
  (what, credentials) => ({ what, credentials, status, error });

export const accepted = row(200);
export const invalid = row(401, 'invalid_token');
/** No bearer token: the challenge has no error code. */
export const absent = row(401);
export const forbidden = row(403, 'insufficient_scope');
/** Refused by the HTTP parser, before anything looks for a token. */
export const malformedRequest = row(400);
export const oversize = row(431);

/** A correctly signed token; null or undefined removes a member. */
export const withHeader =
  (header: Json, kid?: string) =>
  ({ issuer }: TokenWorld): Promise<string> =>
    issuer.token({ header, ...(kid !== undefined && { kid }) });

export const withClaims =
  (claims: Json | (() => Json), header: Json = {}) =>
  ({ issuer }: TokenWorld): Promise<string> =>
    issuer.token({ header, claims: typeof claims === 'function' ? claims() : claims });

/** Valid claims, signed with one of our own keys. */
export const signedByOwn =
  (kid: OwnKey, alg: IssuerAlgorithm, header: Json = {}) =>
  ({ issuer, keys }: TokenWorld): string =>
    compactJws({ alg, typ: 'at+jwt', kid, ...header }, issuer.claims(), signerFor(alg, keys[kid]));

/** A correctly signed token with the given texts as header and payload. */
export async function signTexts(
  { issuer }: TokenWorld,
  header: string | Buffer,
  payload: string | Buffer,
  kid?: string,
): Promise<string> {
  const { signer } = await issuer.keys.signingKey(kid);
  const input = [header, payload].map((text) => Buffer.from(text).toString('base64url')).join('.');
  return `${input}.${signer(Buffer.from(input)).toString('base64url')}`;
}

/** The JSON of a valid header and of valid claims, to be edited as text. */
export async function validTexts({ issuer }: TokenWorld): Promise<{ head: string; body: string }> {
  const { alg, kid } = await issuer.keys.signingKey();
  return {
    head: JSON.stringify({ alg, typ: 'at+jwt', kid }),
    body: JSON.stringify(issuer.claims()),
  };
}

/** A correctly signed token whose JSON was edited as text. */
export const withTexts =
  (edit: (texts: { head: string; body: string }) => { head?: string; body?: string | Buffer }) =>
  async (world: TokenWorld): Promise<string> => {
    const texts = await validTexts(world);
    const { head, body } = { ...texts, ...edit(texts) };
    return signTexts(world, head, body);
  };

/** A valid token whose parts were changed after signing. */
export const afterSigning =
  (
    edit: (parts: { head: string; body: string; signature: string }) => readonly string[],
    kid?: string,
  ) =>
  async ({ issuer }: TokenWorld): Promise<string> => {
    const token = await issuer.token(kid === undefined ? {} : { kid });
    const [head = '', body = '', signature = ''] = token.split('.');
    return edit({ head, body, signature }).join('.');
  };

/** Seconds since the epoch. */
export const now = (): number => Math.floor(Date.now() / 1000);

export const deep = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
