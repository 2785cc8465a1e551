import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiProcess } from './support/api-process.js';
import { compactJws, type Json } from './support/issuer/compact-jws.js';
import { ask, expectProblem, logLineOf, sendRaw, type Answer } from './support/exchange.js';
import { FixedUpstream, FIXED_WEATHER } from './support/fixed-upstream.js';
import { ForgingIssuer } from './support/issuer/forging-issuer.js';

let issuer: ForgingIssuer;
let attacker: ForgingIssuer;
let upstream: FixedUpstream;
let api: ApiProcess;

/** Everything that was sent as a token, for the proof that the process writes none of it. */
const sent: string[] = [];
let asked = 0;

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

/** A position nobody asked for before: whatever gets past the guard must ask the provider. */
function newPosition(): string {
  asked += 1;
  return `/prcpt?lt=${(asked / 10).toFixed(1)}&lg=2.3`;
}

function askWith(authorization: string | undefined): Promise<Answer> {
  return ask(api.url + newPosition(), {
    headers: authorization === undefined ? {} : { authorization },
  });
}

/** Each on a line of its own, as no client library would. */
function askWithHeaders(...authorizations: string[]): Promise<Answer> {
  const lines = authorizations.map((authorization) => `Authorization: ${authorization}\r\n`);
  const head = `GET ${newPosition()} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n`;
  return sendRaw(api.url, `${head}${lines.join('')}\r\n`);
}

function askWithToken(token: string): Promise<Answer> {
  sent.push(token);
  return askWith(`Bearer ${token}`);
}

const now = (): number => Math.floor(Date.now() / 1000);

async function expectLetIn(token: string): Promise<void> {
  const { status, text } = await askWithToken(token);
  expect([status, JSON.parse(text)]).toEqual([200, FIXED_WEATHER]);
}

async function expectRefused(answer: Answer, challenge: string): Promise<string> {
  const problem = { status: 401, type: '/problems/unauthenticated' };
  const { detail } = await expectProblem(answer, problem, api);
  expect(answer.headers['www-authenticate']).toBe(challenge);
  expect(upstream.calls).toEqual([]);
  return String(detail);
}

/** @returns the reason that the client reads */
async function expectInvalid(token: string): Promise<string> {
  return expectRefused(await askWithToken(token), 'Bearer error="invalid_token"');
}

/** Signed by the issuer, and no set of claims at all. */
async function signedNonsense(payload: unknown, typ: string): Promise<string> {
  const { alg, kid, signer } = await issuer.keys.signingKey();
  return compactJws({ alg, typ, kid }, payload as Json, signer);
}

describe('a request without a bearer token is refused with a bare challenge', () => {
  it.each([
    ['no Authorization header', undefined],
    ['an empty Authorization header', ''],
    ['Basic', `Basic ${btoa('watch:secret')}`],
    ['another scheme that begins alike', 'BearerX abc'],
    ['a token without a scheme', 'eyJhbGciOiJub25lIn0.e30.'],
  ])('when it has %s', async (_name, authorization) => {
    await expectRefused(await askWith(authorization), 'Bearer');
  });
});

describe('a bearer header without one token is refused', () => {
  it.each(['Bearer', 'bearer', 'Bearer a b', 'Bearer "x"', 'Bearer a,b'])(
    'when it is %j',
    async (authorization) => {
      await expectRefused(await askWith(authorization), 'Bearer error="invalid_token"');
    },
  );

  it('when there are two, although both would do', async () => {
    const [one, other] = [await issuer.token(), await issuer.token()];
    sent.push(one, other);

    for (const second of [other, one]) {
      await expectRefused(
        await askWithHeaders(`Bearer ${one}`, `Bearer ${second}`),
        'Bearer error="invalid_token"',
      );
    }
  });

  it('when another scheme comes before it or after it', async () => {
    const token = await issuer.token();
    sent.push(token);

    await expectRefused(await askWithHeaders('Basic YTpi', `Bearer ${token}`), 'Bearer');
    await expectRefused(
      await askWithHeaders(`Bearer ${token}`, 'Basic YTpi'),
      'Bearer error="invalid_token"',
    );
  });

  it('when the token comes in the query', async () => {
    const token = await issuer.token();
    sent.push(token);

    await expectRefused(await ask(`${api.url}${newPosition()}&access_token=${token}`), 'Bearer');
  });
});

describe('a token is refused', () => {
  it.each([
    ['expired', () => ({ exp: now() - 3600 }), 'The token has expired.'],
    ['expired 30 s ago', () => ({ exp: now() - 30 }), 'The token has expired.'],
    ['not yet valid', () => ({ nbf: now() + 3600 }), 'The token is not valid yet.'],
    ['of another issuer', () => ({ iss: attacker.issuer }), 'The token is from another issuer.'],
    ['of nearly our issuer', () => ({ iss: `${issuer.issuer}/` }), 'from another issuer.'],
    ['of no issuer', () => ({ iss: null }), 'from another issuer.'],
    ['for another audience', () => ({ aud: 'another-api' }), 'The token is for another audience.'],
    ['for other audiences', () => ({ aud: ['a', 'mfapi-admin'] }), 'for another audience.'],
    ['for an audience in which ours is found', () => ({ aud: 'xmfapix' }), 'another audience.'],
    ['for no audience', () => ({ aud: null }), 'The token is for another audience.'],
    ['without end', () => ({ exp: null }), 'The token has no "exp".'],
    ['with an end in words', () => ({ exp: String(now() + 3600) }), 'does not verify'],
    ['with a beginning in words', () => ({ nbf: String(now()) }), 'does not verify'],
    ['of nobody', () => ({ sub: null }), 'The token has no "sub".'],
    ['of an empty subject', () => ({ sub: '' }), 'The token has no "sub".'],
    ['of a subject that is a number', () => ({ sub: 42 }), 'The token has no "sub".'],
    ['of a subject that is a list', () => ({ sub: ['watch-1'] }), 'The token has no "sub".'],
  ])('that is %s', async (_name, claims, reason) => {
    expect(await expectInvalid(await issuer.token({ claims: claims() }))).toContain(reason);
  });

  it.each(['none', 'None', 'nOnE', 'NONE'])('that is not signed, and says %s', async (alg) => {
    await expectInvalid(await issuer.forgeries.unsignedToken(alg));
  });

  it('whose signature was cut off', async () => {
    await expectInvalid(await issuer.forgeries.withoutSignature());
  });

  it.each([true, false])(
    'that takes the public key for a secret (PEM with final newline: %s)',
    async (newline) => {
      await expectInvalid(await issuer.forgeries.hs256WithPublicKey({ newline }));
    },
  );

  it('that names a key the issuer does not list', async () => {
    expect(await expectInvalid(await issuer.token({ header: { kid: 'unheard-of' } }))).toContain(
      'the issuer does not list',
    );
  });

  it('that is signed with another key than it names', async () => {
    expect(await expectInvalid(await issuer.forgeries.signedByAnotherKey())).toBe(
      'The signature of the token does not verify.',
    );
  });

  it('that brings its own key', async () => {
    await expectInvalid(await issuer.forgeries.tokenWithEmbeddedJwk());
  });

  it.each(['jku', 'x5u'])(
    'that says in %s where its key is, and nobody looks there',
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

  it('that has the kid of our issuer and says in jku where its key is', async () => {
    await expectInvalid(
      await attacker.token({
        claims: { iss: issuer.issuer },
        header: { kid: 'rs', jku: attacker.jwksUrl },
      }),
    );

    expect(attacker.jwksFetches).toBe(0);
  });

  it('that uses its key for another algorithm than the issuer made it for', async () => {
    expect(await expectInvalid(await issuer.token({ kid: 'rs', header: { alg: 'PS256' } }))).toBe(
      "The token's key is for RS256 only.",
    );
  });

  it('that has zeros for an ES256 signature', async () => {
    const token = await issuer.token({ kid: 'es' });
    const zeros = Buffer.alloc(64).toString('base64url');

    await expectInvalid(token.slice(0, token.lastIndexOf('.') + 1) + zeros);
  });

  it('that has critical extensions', async () => {
    await expectInvalid(await issuer.forgeries.tokenWithCrit());
  });

  it('whose payload was changed after signing', async () => {
    await expectInvalid(await issuer.forgeries.tamperedPayload());
  });

  it('that does not name one of several keys', async () => {
    await expectInvalid(await issuer.forgeries.withoutKid());
  });

  it.each(['x', '.', '..', 'a.b.c', 'e30.e30.', 'bnVsbA.bnVsbA.bnVsbA', '====', '~'])(
    'that is garbage: %j',
    async (token) => {
      await expectRefused(await askWith(`Bearer ${token}`), 'Bearer error="invalid_token"');
    },
  );

  it.each([
    [null, 'JWT'],
    [null, 'at+jwt'],
    [[], 'JWT'],
    ['mfapi', 'JWT'],
    [42, 'JWT'],
  ])('that the issuer signed around %j (typ %s)', async (payload, typ) => {
    await expectInvalid(await signedNonsense(payload, typ));
  });

  it('of 10 kB, which is read', async () => {
    await expectInvalid(await issuer.forgeries.tokenWithJku(`http://x/${'a'.repeat(10_000)}`));
  });

  it('of 1 MB, which is not read to the end', async () => {
    const answer = await sendRaw(
      api.url,
      `GET ${newPosition()} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${'a'.repeat(1e6)}\r\n\r\n`,
    );

    await expectProblem(answer, { status: 431, type: 'about:blank' }, api);
    expect(upstream.calls).toEqual([]);
  });
});

describe('a good token is let in', () => {
  it.each(['rs', 'ps', 'es'])('when signed with the key %s', async (kid) => {
    await expectLetIn(await issuer.token({ kid }));
  });

  it.each(['bearer', 'BEARER', 'bEaReR'])('after the scheme %s', async (scheme) => {
    const token = await issuer.token();
    sent.push(token);

    expect((await askWith(`${scheme} ${token}`)).status).toBe(200);
  });

  it.each([
    ['for several audiences, ours among them', () => ({ aud: ['other', 'mfapi'] })],
    ['expired 2 s ago, for clocks differ', () => ({ exp: now() - 2 })],
    ['valid from 2 s ahead', () => ({ nbf: now() + 2 })],
    ['issued by a clock that is ahead', () => ({ iat: now() + 60 })],
  ])('when %s', async (_name, claims) => {
    await expectLetIn(await issuer.token({ claims: claims() }));
  });

  it('when it is an ID-less plain JWT by its type', async () => {
    await expectLetIn(await issuer.token({ header: { typ: 'JWT' } }));
    await expectLetIn(await issuer.token({ header: { typ: null } }));
  });

  it('again and again', async () => {
    const token = await issuer.token();
    for (let i = 0; i < 3; i += 1) await expectLetIn(token);
  });

  it('while a forgery of it, once it is known, is not', async () => {
    const token = await issuer.token();
    await expectLetIn(token);
    upstream.calls.length = 0;
    const [header, payload, signature = ''] = token.split('.');
    const turned = signature.startsWith('A') ? 'B' : 'A';

    await expectInvalid([header, payload, turned + signature.slice(1)].join('.'));
    await expectInvalid([header, payload, ''].join('.'));
  });

  it('and its user is in the log, for support', async () => {
    const answer = await askWithToken(await issuer.token({ claims: { sub: 'watch-77' } }));
    expect(answer.status).toBe(200);

    expect(await logLineOf(api, String(answer.headers['x-request-id']))).toMatchObject({
      'user.id': 'watch-77',
    });
  });
});

describe('the scope', () => {
  it.each([
    ['the only one', { scope: 'weather:read' }],
    ['one of several', { scope: 'openid weather:read profile' }],
    ['in a list', { scope: ['openid', 'weather:read'] }],
    ['in scp, as Azure writes it', { scope: null, scp: 'openid weather:read' }],
    ['in a list scp', { scope: null, scp: ['weather:read'] }],
  ])('is found as %s', async (_name, claims) => {
    await expectLetIn(await issuer.token({ claims }));
  });

  it.each([
    ['missing', { scope: null }],
    ['empty', { scope: '' }],
    ['another', { scope: 'weather:write' }],
    ['a part of another', { scope: 'weather:readable' }],
    ['in another case', { scope: 'Weather:Read' }],
    ['joined by a comma', { scope: 'weather:read,weather:write' }],
    ['inside an object', { scope: { 'weather:read': true } }],
    ['deeper in a list', { scope: [['weather:read']] }],
    ['in another claim', { scope: null, roles: ['weather:read'] }],
  ])('forbids when it is %s, the second time too', async (_name, claims) => {
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

describe('without regard to tokens', () => {
  it.each(['/', '/health/live', '/health/ready'])('%s is public', async (path) => {
    expect((await ask(api.url + path)).status).toBe(200);
    expect((await ask(api.url + path, { headers: { authorization: 'Bearer x' } })).status).toBe(
      200,
    );
  });

  it('an unknown path is 404', async () => {
    const notFound = { status: 404, type: '/problems/not-found' };
    const authorization = `Bearer ${await issuer.token()}`;
    const answers = await Promise.all([
      ask(`${api.url}/v0/nothing`),
      ask(`${api.url}/v0/nothing`, { headers: { authorization } }),
      ask(`${api.url}/v0/nothing`, { headers: { authorization: 'Bearer forged' } }),
    ]);

    for (const answer of answers) {
      await expectProblem(answer, notFound, api);
      expect(answer.headers).not.toHaveProperty('www-authenticate');
    }
  });

  it.each(['/PRCPT', '/prcpt/', '//prcpt', '/prcpt;x', '/./prcpt', '/%70rcpt'])(
    'weather is not given away by writing its path as %s',
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

it('the process, at debug, has written no part of any token', async () => {
  const last = await askWithToken(await issuer.token());
  await logLineOf(api, String(last.headers['x-request-id']));
  const parts = sent
    .flatMap((token) => token.split('.').slice(1))
    .filter((part) => part.length > 16);

  expect(parts.length).toBeGreaterThan(100);
  expect(api.output.includes('"log.level":"debug"')).toBe(true);
  expect(parts.filter((part) => api.output.includes(part))).toEqual([]);
});
