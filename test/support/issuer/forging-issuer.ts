import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { changed, compactJws, type Json } from './compact-jws.js';
import { Forgeries } from './forgeries.js';
import { KeyRing, type NewKey } from './key-ring.js';

const HOST = '127.0.0.1';
const DISCOVERY_PATH = '/.well-known/openid-configuration';
const JWKS_PATH = '/jwks';
const ONE_HOUR_SECONDS = 3600;

export interface TokenOptions {
  /** Overrides the valid claims; null or undefined removes a claim. */
  claims?: Json;
  /** Overrides the valid header in the same way. */
  header?: Json;
  /** The signing key, published or not. Default: the newest published one. */
  kid?: string;
}

/** An OpenID Connect issuer that signs any token a test needs, and fails when the test tells it to. */
export class ForgingIssuer {
  discoveryFetches = 0;
  jwksFetches = 0;
  /** The status of every response. */
  status = 200;
  /** The `Location` header of every response, when set. */
  location: string | undefined;
  /** Replace the valid documents when set. */
  discoveryBody: string | undefined;
  jwksBody: string | undefined;

  readonly keys = new KeyRing();
  readonly forgeries = new Forgeries(this);

  private readonly server = createServer((request, response) => this.receive(request, response));
  private held: (() => void)[] | undefined;
  private port = 0;

  static async start(): Promise<ForgingIssuer> {
    const issuer = new ForgingIssuer();
    await issuer.comeBack();
    return issuer;
  }

  get issuer(): string {
    return `http://${HOST}:${this.port}`;
  }

  get jwksUrl(): string {
    return `${this.issuer}${JWKS_PATH}`;
  }

  /** While true, requests are counted and held; setting false answers the held ones. */
  get hang(): boolean {
    return this.held !== undefined;
  }

  set hang(hang: boolean) {
    const waiting = this.held ?? [];
    this.held = hang ? waiting : undefined;
    if (!hang) for (const answer of waiting) answer();
  }

  /** Closes every connection and refuses new ones. */
  async goDown(): Promise<void> {
    if (!this.server.listening) return;
    if (this.held) this.held = [];
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  /** Listens again on the same port. */
  async comeBack(): Promise<void> {
    if (this.server.listening) return;
    this.server.listen(this.port, HOST);
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** @returns the `kid` */
  async addKey(key?: NewKey): Promise<string> {
    return (await this.keys.add(key)).kid;
  }

  publish(kid: string): void {
    this.keys.show(kid, true);
  }

  /** Removes the key from the JWKS only; `token({ kid })` still signs with it, as with a stolen key. */
  removeKey(kid: string): void {
    this.keys.show(kid, false);
  }

  /** The claims of a valid token (RFC 9068 section 2.2), valid for an hour from now. */
  claims(changes?: Json): Json {
    const iat = Math.floor(Date.now() / 1000);
    const valid = {
      iss: this.issuer,
      aud: 'mfapi',
      sub: 'watch-1',
      client_id: 'watch-1',
      scope: 'weather:read',
      iat,
      exp: iat + ONE_HOUR_SECONDS,
      jti: randomUUID(),
    };
    return changed(valid, changes);
  }

  /** A correctly signed token with any content. */
  async token({ claims, header, kid }: TokenOptions = {}): Promise<string> {
    const key = await this.keys.signingKey(kid);
    const valid = { alg: key.alg, typ: 'at+jwt', kid: key.kid };
    return compactJws(changed(valid, header), this.claims(claims), key.signer);
  }

  private receive({ url }: IncomingMessage, response: ServerResponse): void {
    if (url === DISCOVERY_PATH) this.discoveryFetches += 1;
    if (url === JWKS_PATH) this.jwksFetches += 1;
    const answer = () => void this.answer(url, response);
    if (this.held) this.held.push(answer);
    else answer();
  }

  private async answer(url: string | undefined, response: ServerResponse): Promise<void> {
    const body = await this.document(url);
    response.writeHead(body === undefined ? 404 : this.status, {
      'content-type': 'application/json',
      ...(this.location !== undefined && { location: this.location }),
    });
    response.end(body);
  }

  private async document(url: string | undefined): Promise<string | undefined> {
    if (url === DISCOVERY_PATH) return this.discoveryBody ?? JSON.stringify(this.discovery());
    if (url === JWKS_PATH) return this.jwksBody ?? JSON.stringify(await this.keys.jwks());
    return undefined;
  }

  private discovery(): Json {
    return {
      issuer: this.issuer,
      jwks_uri: this.jwksUrl,
      authorization_endpoint: `${this.issuer}/auth`,
      token_endpoint: `${this.issuer}/token`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256', 'PS256', 'ES256'],
    };
  }
}
