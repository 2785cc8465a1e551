import { createHash, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { LocalServer } from '../../../packages/local-server/local-server.js';

const ONE_DAY_SECONDS = 24 * 60 * 60;
/** Signing runs in Node's thread pool, which has four threads. */
const AT_ONCE = 16;
const signAsync = promisify(sign);

/**
 * An identity provider with one RSA key that mints tokens by the thousand. It serves its discovery document and
 * key set over HTTP; the development issuer would need an HTTP request per token.
 */
export class FleetIssuer {
  private readonly server = new LocalServer({});
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  private readonly kid = thumbprint(this.keys.publicKey);
  private url = '';

  /** @returns the issuer identifier */
  async start(): Promise<string> {
    this.url = await this.server.start((self) => {
      const documents: Readonly<Record<string, object>> = {
        '/.well-known/openid-configuration': { issuer: self, jwks_uri: `${self}/jwks` },
        '/jwks': { keys: [{ ...this.jwk(), kid: this.kid, alg: 'RS256', use: 'sig' }] },
      };
      return async (request, response) => {
        const found = documents[request.url ?? ''];
        response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' });
        response.end(JSON.stringify(found ?? null));
      };
    });
    return this.url;
  }

  /** Access tokens (RFC 9068) of watches `watch-0`, `watch-1`, …; about a millisecond each. */
  async mint(amount: number): Promise<string[]> {
    const tokens: string[] = [];
    while (tokens.length < amount) {
      const batch = Math.min(AT_ONCE, amount - tokens.length);
      const subjects = Array.from({ length: batch }, (_, at) => `watch-${tokens.length + at}`);
      tokens.push(...(await Promise.all(subjects.map((subject) => this.mintFor(subject)))));
    }
    return tokens;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  private async mintFor(subject: string): Promise<string> {
    const nowSeconds = Math.floor(Date.now() / 1000);
    const head = { alg: 'RS256', typ: 'at+jwt', kid: this.kid };
    const claims = {
      jti: randomUUID(),
      sub: subject,
      iat: nowSeconds,
      exp: nowSeconds + ONE_DAY_SECONDS,
      scope: 'weather:read',
      client_id: subject,
      iss: this.url,
      aud: 'mfapi',
    };
    const signed = `${base64url(head)}.${base64url(claims)}`;
    const signature = await signAsync('sha256', Buffer.from(signed), this.keys.privateKey);
    return `${signed}.${signature.toString('base64url')}`;
  }

  private jwk(): object {
    return this.keys.publicKey.export({ format: 'jwk' });
  }
}

function base64url(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function thumbprint(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('base64url');
}
