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
  /** Laid over the good claims; null or undefined takes a claim away. */
  claims?: Json;
  /** Likewise over the good header. */
  header?: Json;
  /** The key to sign with, published or not; the newest published one when left out. */
  kid?: string;
}

/** An OpenID Connect issuer that signs whatever a test asks for, and breaks down at its word. */
export class ForgingIssuer {
  discoveryFetches = 0;
  jwksFetches = 0;
  /** Status of every answer. */
  status = 200;
  /** Sent as they are, in place of the true documents. */
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

  /** While true, connections are taken and requests counted, but not answered; false answers those held. */
  get hang(): boolean {
    return this.held !== undefined;
  }

  set hang(hang: boolean) {
    const waiting = this.held ?? [];
    this.held = hang ? waiting : undefined;
    if (!hang) for (const answer of waiting) answer();
  }

  /** Cuts every connection; new ones are refused. */
  async goDown(): Promise<void> {
    if (!this.server.listening) return;
    if (this.held) this.held = [];
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  /** Listens again, on the port it had. */
  async comeBack(): Promise<void> {
    if (this.server.listening) return;
    this.server.listen(this.port, HOST);
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Resolves to the `kid`. */
  async addKey(key?: NewKey): Promise<string> {
    return (await this.keys.add(key)).kid;
  }

  publish(kid: string): void {
    this.keys.show(kid, true);
  }

  /** From the JWKS only: `token({ kid })` still signs with it, as a thief of the key would. */
  removeKey(kid: string): void {
    this.keys.show(kid, false);
  }

  /** The claims of a good token (RFC 9068 section 2.2): times in seconds, valid for an hour from now. */
  claims(changes?: Json): Json {
    const iat = Math.floor(Date.now() / 1000);
    const good = {
      iss: this.issuer,
      aud: 'mfapi',
      sub: 'watch-1',
      client_id: 'watch-1',
      scope: 'weather:read',
      iat,
      exp: iat + ONE_HOUR_SECONDS,
      jti: randomUUID(),
    };
    return changed(good, changes);
  }

  /** Rightly signed, whatever it says. */
  async token({ claims, header, kid }: TokenOptions = {}): Promise<string> {
    const key = await this.keys.signingKey(kid);
    const good = { alg: key.alg, typ: 'at+jwt', kid: key.kid };
    return compactJws(changed(good, header), this.claims(claims), key.signer);
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
