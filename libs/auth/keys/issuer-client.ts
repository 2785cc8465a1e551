import { Inject, Injectable } from '@nestjs/common';
import { JwksClient } from 'jwks-rsa';
import { AUTH_OPTIONS, type AuthOptions } from '../auth.options.js';
import type { SigningKey } from './signing-key.js';

/** For discovery and JWKS together, because a request may wait for them. */
const FETCH_TIMEOUT_MS = 3_000;
const MAX_DOCUMENT_BYTES = 512 * 1024;

/** Fetches the issuer's keys: OpenID Connect Discovery 1.0 section 4, then its JWKS (RFC 7517). */
@Injectable()
export class IssuerClient {
  private jwksUri: string | undefined;

  constructor(@Inject(AUTH_OPTIONS) private readonly options: AuthOptions) {}

  /**
   * The issuer's current signing keys, at least one.
   * @throws when the issuer is unreachable, has another identifier, or lists no usable key
   */
  async fetchKeys(): Promise<SigningKey[]> {
    const deadline = AbortSignal.timeout(FETCH_TIMEOUT_MS);
    this.jwksUri ??= await this.discover(deadline);
    try {
      const fetcher = (uri: string): Promise<{ keys: unknown }> => fetchJwks(uri, deadline);
      const client = new JwksClient({ jwksUri: this.jwksUri, cache: false, fetcher });
      const keys = await client.getSigningKeys();
      return keys.map((key) => ({ kid: key.kid, alg: key.alg, publicKey: key.getPublicKey() }));
    } catch (error) {
      // The JWKS may have moved: repeat the discovery next time.
      this.jwksUri = undefined;
      throw error;
    }
  }

  private async discover(deadline: AbortSignal): Promise<string> {
    const base = this.options.issuer.replace(/\/$/, '');
    const found = await fetchJson(`${base}/.well-known/openid-configuration`, deadline);
    if (found['issuer'] !== this.options.issuer) {
      throw new Error(
        `the discovery document is of another issuer: ${JSON.stringify(found['issuer'])}`,
      );
    }
    const jwksUri = found['jwks_uri'];
    if (typeof jwksUri !== 'string' || !URL.canParse(jwksUri)) {
      throw new Error('the discovery document has no valid jwks_uri');
    }
    if (base.startsWith('https:') && !jwksUri.startsWith('https:')) {
      throw new Error('jwks_uri must be https, like the issuer');
    }
    return jwksUri;
  }
}

async function fetchJwks(uri: string, deadline: AbortSignal): Promise<{ keys: unknown }> {
  const { keys } = await fetchJson(uri, deadline);
  if (!Array.isArray(keys)) throw new Error('the JWKS has no "keys"');
  return { keys };
}

async function fetchJson(url: string, deadline: AbortSignal): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: deadline,
  });
  if (!response.ok) throw new Error(`${url} responded with ${response.status}`);
  const document: unknown = JSON.parse(await readAtMost(response, MAX_DOCUMENT_BYTES));
  if (typeof document !== 'object' || document === null)
    throw new Error(`${url} is not a JSON object`);
  return document as Record<string, unknown>;
}

async function readAtMost(response: Response, bytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    const bytesOfChunk = chunk as Uint8Array;
    size += bytesOfChunk.length;
    if (size > bytes) throw new Error(`${response.url} is larger than ${bytes} bytes`);
    chunks.push(bytesOfChunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
