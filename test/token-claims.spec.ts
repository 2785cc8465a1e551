import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiProcess } from './support/api-process.js';
import { FixedUpstream } from './support/fixed-upstream.js';
import { expectProblem, sendRequest, type RawResponse } from './support/http-client.js';
import type { Json } from './support/issuer/compact-jws.js';
import { ForgingIssuer } from './support/issuer/forging-issuer.js';

const UNAUTHENTICATED = { status: 401, type: '/problems/unauthenticated' };
const INSUFFICIENT_SCOPE = { status: 403, type: '/problems/insufficient-scope' };

let issuer: ForgingIssuer;
let upstream: FixedUpstream;
/** With the default settings. */
let api: ApiProcess;
/** With a clock tolerance of 0 s. */
let strict: ApiProcess;

beforeAll(async () => {
  [issuer, upstream] = await Promise.all([ForgingIssuer.start(), FixedUpstream.start()]);
  await issuer.addKey({ alg: 'ES256' });
  const environment = {
    OIDC_ISSUER: issuer.issuer,
    ACCWEA_URL: upstream.url,
    RATE_LIMIT_PER_MINUTE: '100000',
  };
  api = await ApiProcess.start(environment);
  strict = await ApiProcess.start({ ...environment, OIDC_CLOCK_TOLERANCE_SECONDS: '0' });
});
afterAll(async () => {
  await Promise.all([api.end('SIGKILL'), strict.end('SIGKILL')]);
  await Promise.all([issuer.goDown(), upstream.stop()]);
});

async function requestWith(claims: Json, { url } = api): Promise<RawResponse> {
  const headers = { authorization: `Bearer ${await issuer.token({ claims })}` };
  return sendRequest(`${url}/prcpt?lt=48.87&lg=2.3`, { headers });
}

async function statusWith(claims: Json, to = api): Promise<number> {
  return (await requestWith(claims, to)).status;
}

async function detailWith(claims: Json, to = api): Promise<unknown> {
  return (await expectProblem(await requestWith(claims, to), UNAUTHENTICATED, to))['detail'];
}

const now = (): number => Math.floor(Date.now() / 1000);

describe('a token from an issuer whose clock differs from ours', () => {
  it.each([
    ['becomes valid in 20 s', () => ({ nbf: now() + 20 })],
    ['was issued in 20 s and is valid from then on', () => ({ iat: now() + 20, nbf: now() + 20 })],
    ['expired 15 s ago', () => ({ exp: now() - 15 })],
    ['has fractions of seconds', () => ({ nbf: now() + 20.5, exp: now() + 3600.25 })],
  ])('is accepted within 30 s when it %s', async (_name, claims) => {
    expect(await statusWith(claims())).toBe(200);
  });

  it.each([
    ['becomes valid in 60 s', () => ({ nbf: now() + 60 }), 'The token is not valid yet.'],
    ['expired 31 s ago', () => ({ exp: now() - 31 }), 'The token has expired.'],
  ])('is rejected when it %s', async (_name, claims, detail) => {
    expect(await detailWith(claims())).toBe(detail);
  });

  it('is rejected when OIDC_CLOCK_TOLERANCE_SECONDS is 0', async () => {
    expect(await detailWith({ nbf: now() + 20 }, strict)).toBe('The token is not valid yet.');
    expect(await detailWith({ exp: now() - 1 }, strict)).toBe('The token has expired.');
    expect(await statusWith({ nbf: now() }, strict)).toBe(200);
  });

  it('is rejected when its exp is too large to be an instant', async () => {
    const { alg, kid, signer } = await issuer.keys.signingKey();
    const payload = JSON.stringify(issuer.claims({ exp: 7 })).replace('"exp":7', '"exp":1e400');
    const head = Buffer.from(JSON.stringify({ alg, kid, typ: 'at+jwt' })).toString('base64url');
    const input = `${head}.${Buffer.from(payload).toString('base64url')}`;
    const token = `${input}.${signer(Buffer.from(input)).toString('base64url')}`;
    const answer = await sendRequest(`${api.url}/prcpt?lt=48.87&lg=2.3`, {
      headers: { authorization: `Bearer ${token}` },
    });

    await expectProblem(answer, UNAUTHENTICATED, api);
  });
});

describe('the permission to read the weather', () => {
  it.each([
    ['an entry of roles, as Entra writes application permissions', { roles: ['weather:read'] }],
    ['one of several roles', { roles: ['weather:admin', 'weather:read'] }],
    ['the only role, written as text', { roles: 'weather:read' }],
    ['a role next to a scope that lacks it', { scope: 'openid', roles: ['weather:read'] }],
    ['a word of scp', { scp: 'openid weather:read' }],
    ['an entry of scp', { scp: ['openid', 'weather:read'] }],
    ['a word of scope next to empty roles', { scope: 'weather:read', roles: [] }],
  ])('is found as %s', async (_name, claims) => {
    expect(await statusWith({ scope: null, ...claims })).toBe(200);
  });

  it.each([
    ['only another role is given', { roles: ['weather:write'] }],
    ['roles is an object', { roles: { 'weather:read': true } }],
    ['the role is nested', { roles: [['weather:read']] }],
    ['the role is part of a longer one', { roles: ['weather:readable', 'all weather:read all'] }],
    ['it is in a claim that we do not read', { permissions: ['weather:read'] }],
  ])('is missing when %s', async (_name, claims) => {
    const answer = await requestWith({ scope: null, ...claims });

    await expectProblem(answer, INSUFFICIENT_SCOPE, api);
  });
});

describe('the audience of a token', () => {
  it.each([
    ['absent', { aud: undefined }],
    ['an empty list', { aud: [] }],
    ['empty', { aud: '' }],
  ])('is reported as missing when it is %s', async (_name, claims) => {
    expect(await detailWith(claims)).toBe('The token has no "aud".');
  });

  it.each([
    ['another', { aud: 'another-api' }],
    ['a list of others', { aud: ['one', 'two'] }],
    ['not text', { aud: 42 }],
  ])('is reported as another one when it is %s', async (_name, claims) => {
    expect(await detailWith(claims)).toBe('The token is for another audience.');
  });
});
