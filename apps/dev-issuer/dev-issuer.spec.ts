import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { DevIssuer } from './dev-issuer.js';
import { SIGNING_ALGORITHMS } from './signing-key.js';

const WATCH = { id: 'watch', secret: 'watch-secret' };
const STRANGER = { id: 'stranger', secret: 'stranger-secret' };

function askToken(issuer: string, client = WATCH, params: Record<string, string> = {}) {
  const credentials = Buffer.from(`${client.id}:${client.secret}`).toString('base64');
  return fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${credentials}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', ...params }),
  });
}

async function tokenOf(...ask: Parameters<typeof askToken>): Promise<string> {
  const response = await askToken(...ask);
  return ((await response.json()) as { access_token: string }).access_token;
}

async function verify(token: string, issuer: string) {
  const discovery = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { jwks_uri } = (await discovery.json()) as { jwks_uri: string };
  return jwtVerify(token, createRemoteJWKSet(new URL(jwks_uri)), { issuer, audience: 'mfapi' });
}

describe('DevIssuer', () => {
  const devIssuer = new DevIssuer();
  let issuer = '';

  beforeAll(async () => {
    ({ issuer } = await devIssuer.start());
  });
  afterAll(() => devIssuer.stop());

  it('issues a token with scope and audience of the API by default', async () => {
    const { payload, protectedHeader } = await verify(await tokenOf(issuer), issuer);

    expect(payload).toMatchObject({
      iss: issuer,
      aud: 'mfapi',
      scope: 'weather:read',
      sub: 'watch',
    });
    expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'at+jwt' });
    expect(protectedHeader.kid).toEqual(expect.any(String));
  });

  it('issues tokens that are valid for a day', async () => {
    const { iat = 0, exp = 0 } = decodeJwt(await tokenOf(issuer));

    expect(exp - iat).toBe(86_400);
  });

  it('uses the client id as the subject', async () => {
    const token = await tokenOf(issuer, { ...WATCH, id: 'watch-2' });

    expect(decodeJwt(token).sub).toBe('watch-2');
  });

  it('grants exactly the requested scope', async () => {
    expect(decodeJwt(await tokenOf(issuer, WATCH, { scope: 'other' })).scope).toBe('other');
    expect(decodeJwt(await tokenOf(issuer, WATCH, { scope: 'unheard-of' })).scope).toBeUndefined();
  });

  it('issues a token for a requested audience', async () => {
    const token = await tokenOf(issuer, WATCH, { resource: 'https://other.example' });

    expect(decodeJwt(token).aud).toBe('https://other.example');
  });

  it('does not grant weather:read to the stranger client', async () => {
    const refused = await askToken(issuer, STRANGER, { scope: 'weather:read' });

    expect(decodeJwt(await tokenOf(issuer, STRANGER)).scope).toBe('other');
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: 'invalid_scope' });
  });

  it('rejects a wrong secret', async () => {
    const response = await askToken(issuer, { id: 'watch', secret: 'guessed' });

    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: 'invalid_client' });
  });
});

describe('DevIssuer, configured', () => {
  it.each(SIGNING_ALGORITHMS)('signs with %s', async (alg) => {
    const devIssuer = new DevIssuer({ alg });
    try {
      const { issuer } = await devIssuer.start();
      const token = await tokenOf(issuer);

      expect(decodeProtectedHeader(token).alg).toBe(alg);
      await expect(verify(token, issuer)).resolves.toBeDefined();
    } finally {
      await devIssuer.stop();
    }
  });

  it('uses the configured issuer URL and token lifetime', async () => {
    const devIssuer = new DevIssuer({ issuerUrl: 'http://issuer.example', tokenTtlSeconds: 60 });
    try {
      const { issuer, url } = await devIssuer.start();
      const { iss, iat = 0, exp = 0 } = decodeJwt(await tokenOf(url));

      expect([issuer, iss]).toEqual(['http://issuer.example', 'http://issuer.example']);
      expect(exp - iat).toBe(60);
    } finally {
      await devIssuer.stop();
    }
  });

  it('can be stopped twice', async () => {
    const devIssuer = new DevIssuer();
    await devIssuer.start();
    await devIssuer.stop();

    await expect(devIssuer.stop()).resolves.toBeUndefined();
  });
});
