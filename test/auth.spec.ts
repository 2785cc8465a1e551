import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiProcess } from './support/api-process.js';
import { compactJws, type Json } from './support/issuer/compact-jws.js';
import {
  sendRequest,
  expectProblem,
  logLineOf,
  sendRaw,
  type RawResponse,
} from './support/http-client.js';
import { FixedUpstream, FIXED_WEATHER } from './support/fixed-upstream.js';
import { ForgingIssuer } from './support/issuer/forging-issuer.js';

let issuer: ForgingIssuer;
let attacker: ForgingIssuer;
let upstream: FixedUpstream;
let api: ApiProcess;

/** Every token sent; the last test checks that the process logs none of them. */
const sent: string[] = [];
let positionsUsed = 0;

beforeAll(async () => {
  [issuer, attacker, upstream] = await Promise.all([
    ForgingIssuer.start(),
    ForgingIssuer.start(),
    FixedUpstream.start(),
  ]);
  await issuer.addKey({ kid: 'ps', alg: 'PS256' });
  await issuer.addKey({ kid: 'es', alg: 'ES256' });
  await issuer.addKey({ kid: 'rs', alg: 'RS256' });
  api = await ApiProcess.start({
    OIDC_ISSUER: issuer.issuer,
    ACCWEA_URL: upstream.url,
    LOG_LEVEL: 'debug',
    RATE_LIMIT_PER_MINUTE: '100000',
    MISS_LIMIT_PER_HOUR: '100000',
  });
});
afterAll(async () => {
  await api.end('SIGKILL');
  await Promise.all([issuer.goDown(), attacker.goDown(), upstream.stop()]);
});
beforeEach(() => {
  upstream.calls.length = 0;
});

/** A position that is not cached yet: a request that passes the guard has to call the provider. */
function newPosition(): string {
  positionsUsed += 1;
  return `/prcpt?lt=${(positionsUsed / 10).toFixed(1)}&lg=2.3`;
}

function askWith(authorization: string | undefined): Promise<RawResponse> {
  return sendRequest(api.url + newPosition(), {
    headers: authorization === undefined ? {} : { authorization },
  });
}

/** Sends each Authorization header on a line of its own; no client library does that. */
function askWithHeaders(...authorizations: string[]): Promise<RawResponse> {
  const lines = authorizations.map((authorization) => `Authorization: ${authorization}\r\n`);
  const head = `GET ${newPosition()} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n`;
  return sendRaw(api.url, `${head}${lines.join('')}\r\n`);
}

function askWithToken(token: string): Promise<RawResponse> {
  sent.push(token);
  return askWith(`Bearer ${token}`);
}

const now = (): number => Math.floor(Date.now() / 1000);

async function expectAccepted(token: string): Promise<void> {
  const { status, text } = await askWithToken(token);
  expect([status, JSON.parse(text)]).toEqual([200, FIXED_WEATHER]);
}

async function expectRejected(answer: RawResponse, challenge: string): Promise<string> {
  const problem = { status: 401, type: '/problems/unauthenticated' };
  const { detail } = await expectProblem(answer, problem, api);
  expect(answer.headers['www-authenticate']).toBe(challenge);
  expect(upstream.calls).toEqual([]);
  return String(detail);
}

/** @returns the `detail` of the problem */
async function expectInvalid(token: string): Promise<string> {
  return expectRejected(await askWithToken(token), 'Bearer error="invalid_token"');
}

/** A token signed by the issuer whose payload is not a set of claims. */
async function signedNonClaims(payload: unknown, typ: string): Promise<string> {
  const { alg, kid, signer } = await issuer.keys.signingKey();
  return compactJws({ alg, typ, kid }, payload as Json, signer);
}

describe('authentication without a bearer token', () => {
  it.each([
    ['no Authorization header', undefined],
    ['an empty Authorization header', ''],
    ['Basic credentials', `Basic ${btoa('watch:secret')}`],
    ['a scheme that only starts with "Bearer"', 'BearerX abc'],
    ['a token without a scheme', 'eyJhbGciOiJub25lIn0.e30.'],
  ])('rejects a request with %s and sends a bare challenge', async (_name, authorization) => {
    await expectRejected(await askWith(authorization), 'Bearer');
  });
});

describe('authentication with a malformed Authorization header', () => {
  it.each(['Bearer', 'bearer', 'Bearer a b', 'Bearer "x"', 'Bearer a,b'])(
    'rejects the Authorization header %j',
    async (authorization) => {
      await expectRejected(await askWith(authorization), 'Bearer error="invalid_token"');
    },
  );

  it('rejects a request with two Authorization headers although both tokens are valid', async () => {
    const [one, other] = [await issuer.token(), await issuer.token()];
    sent.push(one, other);

    for (const second of [other, one]) {
      await expectRejected(
        await askWithHeaders(`Bearer ${one}`, `Bearer ${second}`),
        'Bearer error="invalid_token"',
      );
    }
  });

  it('rejects a bearer header next to an Authorization header of another scheme', async () => {
    const token = await issuer.token();
    sent.push(token);

    await expectRejected(await askWithHeaders('Basic YTpi', `Bearer ${token}`), 'Bearer');
    await expectRejected(
      await askWithHeaders(`Bearer ${token}`, 'Basic YTpi'),
      'Bearer error="invalid_token"',
    );
  });

  it('rejects a token in the query string', async () => {
    const token = await issuer.token();
    sent.push(token);

    await expectRejected(
      await sendRequest(`${api.url}${newPosition()}&access_token=${token}`),
      'Bearer',
    );
  });
});

describe('token validation', () => {
  it.each([
    ['that has expired', () => ({ exp: now() - 3600 }), 'The token has expired.'],
    ['that expired 31 s ago', () => ({ exp: now() - 31 }), 'The token has expired.'],
    ['that is not valid yet', () => ({ nbf: now() + 3600 }), 'The token is not valid yet.'],
    ['of another issuer', () => ({ iss: attacker.issuer }), 'The token is from another issuer.'],
    [
      'whose issuer differs by a slash',
      () => ({ iss: `${issuer.issuer}/` }),
      'from another issuer.',
    ],
    ['without an issuer', () => ({ iss: null }), 'from another issuer.'],
    ['for another audience', () => ({ aud: 'another-api' }), 'The token is for another audience.'],
    ['for several other audiences', () => ({ aud: ['a', 'mfapi-admin'] }), 'for another audience.'],
    [
      'for an audience that contains ours as a substring',
      () => ({ aud: 'xmfapix' }),
      'another audience.',
    ],
    ['without an audience', () => ({ aud: null }), 'The token has no "aud".'],
    ['without "exp"', () => ({ exp: null }), 'The token has no "exp".'],
    ['whose "exp" is a string', () => ({ exp: String(now() + 3600) }), 'does not verify'],
    ['whose "nbf" is a string', () => ({ nbf: String(now()) }), 'does not verify'],
    ['without "sub"', () => ({ sub: null }), 'The token has no "sub".'],
    ['whose "sub" is empty', () => ({ sub: '' }), 'The token has no "sub".'],
    ['whose "sub" is a number', () => ({ sub: 42 }), 'The token has no "sub".'],
    ['whose "sub" is a list', () => ({ sub: ['watch-1'] }), 'The token has no "sub".'],
  ])('rejects a token %s', async (_name, claims, reason) => {
    expect(await expectInvalid(await issuer.token({ claims: claims() }))).toContain(reason);
  });

  it.each(['none', 'None', 'nOnE', 'NONE'])(
    'rejects an unsigned token with alg %s',
    async (alg) => {
      await expectInvalid(await issuer.forgeries.unsignedToken(alg));
    },
  );

  it('rejects a token without its signature', async () => {
    await expectInvalid(await issuer.forgeries.withoutSignature());
  });

  it.each([true, false])(
    'rejects an HS256 token signed with the public key as secret (PEM with final newline: %s)',
    async (newline) => {
      await expectInvalid(await issuer.forgeries.hs256WithPublicKey({ newline }));
    },
  );

  it('rejects a token whose kid the issuer does not list', async () => {
    expect(await expectInvalid(await issuer.token({ header: { kid: 'unknown' } }))).toContain(
      'the issuer does not list',
    );
  });

  it('rejects a token signed with another key than its kid names', async () => {
    expect(await expectInvalid(await issuer.forgeries.signedByAnotherKey())).toBe(
      'The signature of the token does not verify.',
    );
  });

  it('rejects a token that embeds its own key', async () => {
    await expectInvalid(await issuer.forgeries.tokenWithEmbeddedJwk());
  });

  it.each(['jku', 'x5u'])(
    'rejects a token that points to its key with %s, and does not fetch that URL',
    async (at) => {
      const token = await attacker.token({
        claims: { iss: issuer.issuer },
        header: { [at]: attacker.jwksUrl },
      });
      await expectInvalid(token);
      await expectInvalid(await issuer.forgeries.tokenWithJku(attacker.jwksUrl));

      expect([attacker.jwksFetches, attacker.discoveryFetches]).toEqual([0, 0]);
    },
  );

  it('rejects a token with a kid of our issuer and a jku of another, and does not fetch the jku', async () => {
    await expectInvalid(
      await attacker.token({
        claims: { iss: issuer.issuer },
        header: { kid: 'rs', jku: attacker.jwksUrl },
      }),
    );

    expect(attacker.jwksFetches).toBe(0);
  });

  it('rejects a token that uses a key with another algorithm than the issuer published', async () => {
    expect(
      await expectInvalid(await issuer.token({ kid: 'rs', header: { alg: 'PS256' } })),
    ).toContain('the issuer does not list for its "alg"');
  });

  it('rejects an ES256 signature of zeros', async () => {
    const token = await issuer.token({ kid: 'es' });
    const zeros = Buffer.alloc(64).toString('base64url');

    await expectInvalid(token.slice(0, token.lastIndexOf('.') + 1) + zeros);
  });

  it('rejects a token with critical extensions (crit)', async () => {
    await expectInvalid(await issuer.forgeries.tokenWithCrit());
  });

  it('rejects a token whose payload was changed after signing', async () => {
    await expectInvalid(await issuer.forgeries.tamperedPayload());
  });

  it.each(['x', '.', '..', 'a.b.c', 'e30.e30.', 'bnVsbA.bnVsbA.bnVsbA', '====', '~'])(
    'rejects a token that is not a JWT: %j',
    async (token) => {
      await expectRejected(await askWith(`Bearer ${token}`), 'Bearer error="invalid_token"');
    },
  );

  it.each([
    [null, 'JWT'],
    [null, 'at+jwt'],
    [[], 'JWT'],
    ['mfapi', 'JWT'],
    [42, 'JWT'],
  ])('rejects a signed token whose payload is %j (typ %s)', async (payload, typ) => {
    await expectInvalid(await signedNonClaims(payload, typ));
  });

  it('reads and rejects an invalid token of 10 kB', async () => {
    await expectInvalid(await issuer.forgeries.tokenWithJku(`http://x/${'a'.repeat(10_000)}`));
  });

  it('answers 431 to a token of 1 MB', async () => {
    const answer = await sendRaw(
      api.url,
      `GET ${newPosition()} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${'a'.repeat(1e6)}\r\n\r\n`,
    );

    await expectProblem(answer, { status: 431, type: '/problems/headers-too-large' }, api);
    expect(upstream.calls).toEqual([]);
  });
});

describe('a valid token', () => {
  it.each(['rs', 'ps', 'es'])('is accepted when signed with the key %s', async (kid) => {
    await expectAccepted(await issuer.token({ kid }));
  });

  it.each(['bearer', 'BEARER', 'bEaReR'])(
    'is accepted after the scheme name %s',
    async (scheme) => {
      const token = await issuer.token();
      sent.push(token);

      expect((await askWith(`${scheme} ${token}`)).status).toBe(200);
    },
  );

  it.each([
    ['it is for several audiences including ours', () => ({ aud: ['other', 'mfapi'] })],
    ['it expired 2 s ago (clock tolerance)', () => ({ exp: now() - 2 })],
    ['it becomes valid in 2 s (clock tolerance)', () => ({ nbf: now() + 2 })],
    ['its "iat" is in the future', () => ({ iat: now() + 60 })],
  ])('is accepted when %s', async (_name, claims) => {
    await expectAccepted(await issuer.token({ claims: claims() }));
  });

  it('is accepted without a kid when one of several keys signed it', async () => {
    await expectAccepted(await issuer.forgeries.withoutKid());
  });

  it('is accepted with typ JWT or no typ', async () => {
    await expectAccepted(await issuer.token({ header: { typ: 'JWT' } }));
    await expectAccepted(await issuer.token({ header: { typ: null } }));
  });

  it('is accepted repeatedly', async () => {
    const token = await issuer.token();
    for (let i = 0; i < 3; i += 1) await expectAccepted(token);
  });

  it('does not let a copy with another signature pass once it is cached', async () => {
    const token = await issuer.token();
    await expectAccepted(token);
    upstream.calls.length = 0;
    const [header, payload, signature = ''] = token.split('.');
    const changed = signature.startsWith('A') ? 'B' : 'A';

    await expectInvalid([header, payload, changed + signature.slice(1)].join('.'));
    await expectInvalid([header, payload, ''].join('.'));
  });

  it('puts its subject in the access log as user.id', async () => {
    const answer = await askWithToken(await issuer.token({ claims: { sub: 'watch-77' } }));
    expect(answer.status).toBe(200);

    expect(await logLineOf(api, String(answer.headers['x-request-id']))).toMatchObject({
      'user.id': 'watch-77',
    });
  });
});

describe('the required scope', () => {
  it.each([
    ['the only scope', { scope: 'weather:read' }],
    ['one of several', { scope: 'openid weather:read profile' }],
    ['an entry of a list', { scope: ['openid', 'weather:read'] }],
    ['a word of scp, as Azure writes it', { scope: null, scp: 'openid weather:read' }],
    ['an entry of a list in scp', { scope: null, scp: ['weather:read'] }],
  ])('is accepted as %s', async (_name, claims) => {
    await expectAccepted(await issuer.token({ claims }));
  });

  it.each([
    ['missing', { scope: null }],
    ['empty', { scope: '' }],
    ['replaced by another scope', { scope: 'weather:write' }],
    ['only a prefix of another scope', { scope: 'weather:readable' }],
    ['written in another case', { scope: 'Weather:Read' }],
    ['separated by a comma', { scope: 'weather:read,weather:write' }],
    ['inside an object', { scope: { 'weather:read': true } }],
    ['nested in a list', { scope: [['weather:read']] }],
    ['in another claim', { scope: null, permissions: ['weather:read'] }],
  ])('is answered with 403 each time when it is %s', async (_name, claims) => {
    const token = await issuer.token({ claims });
    for (const answer of [await askWithToken(token), await askWithToken(token)]) {
      await expectProblem(answer, { status: 403, type: '/problems/insufficient-scope' }, api);
      expect(answer.headers['www-authenticate']).toBe(
        'Bearer error="insufficient_scope", scope="weather:read"',
      );
      expect(upstream.calls).toEqual([]);
    }
  });
});

describe('paths and tokens', () => {
  it.each(['/', '/health/live', '/health/ready'])(
    'serves %s without a valid token',
    async (path) => {
      expect((await sendRequest(api.url + path)).status).toBe(200);
      expect(
        (await sendRequest(api.url + path, { headers: { authorization: 'Bearer x' } })).status,
      ).toBe(200);
    },
  );

  it('answers 404 on an unknown path with a valid token, an invalid one or none', async () => {
    const notFound = { status: 404, type: '/problems/not-found' };
    const authorization = `Bearer ${await issuer.token()}`;
    const answers = await Promise.all([
      sendRequest(`${api.url}/v0/nothing`),
      sendRequest(`${api.url}/v0/nothing`, { headers: { authorization } }),
      sendRequest(`${api.url}/v0/nothing`, { headers: { authorization: 'Bearer forged' } }),
    ]);

    for (const answer of answers) {
      await expectProblem(answer, notFound, api);
      expect(answer.headers).not.toHaveProperty('www-authenticate');
    }
  });

  it.each(['/PRCPT', '/prcpt/', '//prcpt', '/prcpt;x', '/./prcpt', '/%70rcpt'])(
    'does not serve weather without a token when the path is written as %s',
    async (path) => {
      const { status } = await sendRaw(
        api.url,
        `GET ${path}?lt=1&lg=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      );

      expect([401, 404]).toContain(status);
      expect(upstream.calls).toEqual([]);
    },
  );
});

it('logs no part of any token at level debug', async () => {
  const last = await askWithToken(await issuer.token());
  await logLineOf(api, String(last.headers['x-request-id']));
  const parts = sent
    .flatMap((token) => token.split('.').slice(1))
    .filter((part) => part.length > 16);

  expect(parts.length).toBeGreaterThan(100);
  expect(api.output.includes('"log.level":"debug"')).toBe(true);
  expect(parts.filter((part) => api.output.includes(part))).toEqual([]);
});
