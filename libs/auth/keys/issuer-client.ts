import { Inject, Injectable } from '@nestjs/common';
import { AUTH_OPTIONS, type AuthOptions } from '../auth.options.js';
import { fetchJson } from './fetch-json.js';
import { KeySetReader, type KeySetContent } from './key-set-reader.js';
import type { SigningKey } from './signing-key.js';

/** For discovery and JWKS together, because a request may wait for them. */
const FETCH_TIMEOUT_MS = 3_000;
const MAX_LOGGED_LENGTH = 200;

/** Fetches the issuer's keys: OpenID Connect Discovery 1.0 section 4, then its JWKS (RFC 7517). */
@Injectable()
export class IssuerClient {
  private jwksUri: string | undefined;

  constructor(
    @Inject(AUTH_OPTIONS) private readonly options: AuthOptions,
    private readonly reader: KeySetReader,
  ) {}

  /**
   * The issuer's current signing keys, at least one.
   * @throws when the issuer is unreachable, redirects, has another identifier, or lists no usable key
   */
  async fetchKeys(): Promise<KeySetContent> {
    const deadline = AbortSignal.timeout(FETCH_TIMEOUT_MS);
    this.jwksUri ??= await this.discover(deadline);
    try {
      const { keys } = await fetchJson(this.jwksUri, deadline);
      if (!Array.isArray(keys)) throw new Error('the JWKS has no "keys"');
      const content = await this.reader.read(keys);
      if (content.keys.length === 0) throw new Error('the JWKS has no usable signing key');
      return content;
    } catch (error) {
      // The JWKS may have moved: repeat the discovery next time.
      this.jwksUri = undefined;
      throw error;
    }
  }

  /** The usable keys of the configured snapshot; undefined when there is none, or it has none. */
  async readSnapshot(): Promise<readonly SigningKey[] | undefined> {
    const { keys } = await this.reader.read(this.options.snapshot ?? []);
    return keys.length > 0 ? keys : undefined;
  }

  private async discover(deadline: AbortSignal): Promise<string> {
    const base = this.options.issuer.replace(/\/$/, '');
    const found = await fetchJson(`${base}/.well-known/openid-configuration`, deadline);
    const { issuer, jwks_uri: jwksUri } = found;
    if (issuer !== this.options.issuer) {
      const named = typeof issuer === 'string' ? issuer.slice(0, MAX_LOGGED_LENGTH) : typeof issuer;
      throw new Error(`the discovery document is of another issuer: ${JSON.stringify(named)}`);
    }
    if (typeof jwksUri !== 'string' || !URL.canParse(jwksUri)) {
      throw new Error('the discovery document has no valid jwks_uri');
    }
    const { username, password } = new URL(jwksUri);
    if (username || password) throw new Error('jwks_uri must not contain a user or password');
    if (base.startsWith('https:') && !jwksUri.startsWith('https:')) {
      throw new Error('jwks_uri must be https, like the issuer');
    }
    return jwksUri;
  }
}
