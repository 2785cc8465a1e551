import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createRemoteJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  jwtVerify,
  type JWTHeaderParameters,
} from 'jose';
import { ForgingIssuer } from './forging-issuer.js';

let issuer: ForgingIssuer;

beforeEach(async () => {
  issuer = await ForgingIssuer.start();
});
afterEach(() => issuer.goDown());

function verify(token: string) {
  const keys = createRemoteJWKSet(new URL(issuer.jwksUrl));
  return jwtVerify(token, keys, { issuer: issuer.issuer, audience: 'mfapi' });
}

async function publishedKids() {
  const { keys } = (await (await fetch(issuer.jwksUrl)).json()) as { keys: JsonWebKey[] };
  return keys.map((key) => key['kid']);
}

describe('tokens of ForgingIssuer', () => {
  it('are valid by default', async () => {
    const { payload, protectedHeader } = await verify(await issuer.token());

    expect(payload).toMatchObject({ sub: 'watch-1', scope: 'weather:read' });
    expect(payload.exp).toBe(Number(payload.iat) + 3600);
    expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'at+jwt', kid: 'key-1' });
  });

  it.each(['RS256', 'PS256', 'ES256'] as const)('verify when signed with %s', async (alg) => {
    await issuer.addKey({ alg });

    expect((await verify(await issuer.token())).protectedHeader.alg).toBe(alg);
  });

  it('have the claims and headers of the test and omit removed ones', async () => {
    const token = await issuer.token({
      claims: { sub: 'watch-7', exp: undefined, scope: null },
      header: { typ: 'JWT' },
    });

    expect(decodeJwt(token)).toMatchObject({ sub: 'watch-7' });
    expect(decodeJwt(token)).not.toHaveProperty('exp');
    expect(decodeJwt(token)).not.toHaveProperty('scope');
    expect(decodeProtectedHeader(token).typ).toBe('JWT');
  });

  it('are signed with the newest published key, or the one named', async () => {
    await issuer.addKey({ kid: 'old' });
    await issuer.addKey({ kid: 'new', alg: 'ES256' });
    await issuer.addKey({ kid: 'hidden', alg: 'ES256', publish: false });

    expect(decodeProtectedHeader(await issuer.token()).kid).toBe('new');
    expect(decodeProtectedHeader(await issuer.token({ kid: 'hidden' })).kid).toBe('hidden');
  });
});

describe('keys of ForgingIssuer', () => {
  it('are in the JWKS after publish and not after removeKey', async () => {
    await issuer.addKey({ kid: 'a', alg: 'ES256' });
    await issuer.addKey({ kid: 'b', alg: 'ES256', publish: false });
    const before = await publishedKids();
    issuer.publish('b');
    issuer.removeKey('a');

    expect(before).toEqual(['a']);
    expect(await publishedKids()).toEqual(['b']);
  });

  it('are published without private members', async () => {
    const [key] = (await issuer.keys.jwks()).keys;

    expect(Object.keys(key ?? {}).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use']);
  });

  it('exist before the first token is requested', async () => {
    expect(await publishedKids()).toEqual(['key-1']);
  });
});

describe('ForgingIssuer', () => {
  it('counts discovery and JWKS fetches', async () => {
    await fetch(`${issuer.issuer}/.well-known/openid-configuration`);
    await fetch(issuer.jwksUrl);
    await fetch(issuer.jwksUrl);

    expect([issuer.discoveryFetches, issuer.jwksFetches]).toEqual([1, 2]);
  });

  it('refuses connections while down, and comes back on the same port', async () => {
    const before = issuer.issuer;
    await issuer.goDown();
    await expect(fetch(issuer.jwksUrl)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await issuer.comeBack();

    expect(issuer.issuer).toBe(before);
    expect((await fetch(issuer.jwksUrl)).status).toBe(200);
  });

  it('answers a held request when it stops hanging', async () => {
    issuer.hang = true;
    const answers: number[] = [];
    const answered = fetch(issuer.jwksUrl).then(({ status }) => answers.push(status));
    while (issuer.jwksFetches === 0) await new Promise(setImmediate);
    expect(answers).toEqual([]);

    issuer.hang = false;
    await answered;
    expect(answers).toEqual([200]);
  });

  it('goes down while it holds requests', async () => {
    issuer.hang = true;
    const refused = expect(fetch(issuer.jwksUrl)).rejects.toThrow();
    while (issuer.jwksFetches === 0) await new Promise(setImmediate);
    await issuer.goDown();

    await refused;
  });

  it('answers with the configured bodies and status', async () => {
    issuer.jwksBody = '<html>';
    issuer.discoveryBody = '{}';
    issuer.status = 503;
    const jwks = await fetch(issuer.jwksUrl);
    const discovery = await fetch(`${issuer.issuer}/.well-known/openid-configuration`);

    expect([jwks.status, await jwks.text(), await discovery.text()]).toEqual([503, '<html>', '{}']);
  });
});

describe('forgeries', () => {
  it('fail verification', async () => {
    const { forgeries } = issuer;
    const forged = [
      await forgeries.unsignedToken(),
      await forgeries.withoutSignature(),
      await forgeries.hs256WithPublicKey(),
      await forgeries.tokenWithEmbeddedJwk(),
      await forgeries.tokenWithJku(issuer.jwksUrl),
      await forgeries.signedByAnotherKey(),
      await forgeries.tokenWithCrit(),
      await forgeries.tamperedPayload(),
    ];

    for (const token of forged) await expect(verify(token)).rejects.toThrow();
  });

  it('have exactly the defect they are named for', async () => {
    const { forgeries } = issuer;
    const { kid } = decodeProtectedHeader(await issuer.token());

    expect(decodeProtectedHeader(await forgeries.unsignedToken('nOnE'))).toMatchObject({
      alg: 'nOnE',
    });
    expect(decodeProtectedHeader(await forgeries.signedByAnotherKey()).kid).toBe(kid);
    expect(decodeProtectedHeader(await forgeries.tokenWithCrit()).crit).toEqual(['x-unknown']);
    expect(decodeProtectedHeader(await forgeries.withoutKid())).not.toHaveProperty('kid');
    expect(decodeJwt(await forgeries.tamperedPayload()).sub).toBe('other-user');
    await expect(verify(await forgeries.withoutKid())).resolves.toBeDefined();
  });

  it('verify with their embedded jwk', async () => {
    const token = await issuer.forgeries.tokenWithEmbeddedJwk();
    const { jwk } = decodeProtectedHeader(token) as JWTHeaderParameters & { jwk: JsonWebKey };

    await expect(
      jwtVerify(token, createPublicKey({ key: jwk, format: 'jwk' })),
    ).resolves.toBeDefined();
  });

  it.each([true, false])(
    'verify as HS256 with the public PEM as secret (final newline: %s)',
    async (newline) => {
      const [jwk] = (await issuer.keys.jwks()).keys;
      const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
      const pem = key.export({ type: 'spki', format: 'pem' }).toString();
      const token = await issuer.forgeries.hs256WithPublicKey({ newline });
      const secret = Buffer.from(newline ? pem : pem.trimEnd());

      await expect(jwtVerify(token, secret)).resolves.toBeDefined();
    },
  );
});
