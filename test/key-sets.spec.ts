import { generateKeyPairSync, createHash, sign, type KeyObject } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiProcess } from './support/api-process.js';
import { eventually } from './support/eventually.js';
import { FixedUpstream } from './support/fixed-upstream.js';
import { expectProblem, sendRequest, type RawResponse } from './support/http-client.js';
import { changed, compactJws, type Json } from './support/issuer/compact-jws.js';
import { ForgingIssuer } from './support/issuer/forging-issuer.js';
import { publicJwk } from './support/issuer/key-ring.js';

const UNAUTHENTICATED = { status: 401, type: '/problems/unauthenticated' };
const BYTE_ORDER_MARK = '\uFEFF';

let issuer: ForgingIssuer;
let upstream: FixedUpstream;
let api: ApiProcess | undefined;

beforeEach(async () => {
  [issuer, upstream] = await Promise.all([ForgingIssuer.start(), FixedUpstream.start()]);
});
afterEach(async () => {
  await api?.end('SIGKILL');
  api = undefined;
  await Promise.all([issuer.goDown(), upstream.stop()]);
});

async function startApi(): Promise<ApiProcess> {
  const started = await ApiProcess.start({
    OIDC_ISSUER: issuer.issuer,
    ACCWEA_URL: upstream.url,
    RATE_LIMIT_PER_MINUTE: '100000',
  });
  api = started;
  await eventually(
    async () => (await sendRequest(`${started.url}/health/ready`)).status === 200,
    20_000,
  );
  return started;
}

function requestWeather({ url }: ApiProcess, token: string): Promise<RawResponse> {
  const headers = { authorization: `Bearer ${token}` };
  return sendRequest(`${url}/prcpt?lt=48.87&lg=2.3`, { headers });
}

async function expectAccepted(started: ApiProcess, tokens: readonly string[]): Promise<void> {
  const statuses: number[] = [];
  for (const token of tokens) statuses.push((await requestWeather(started, token)).status);
  expect(statuses).toEqual(tokens.map(() => 200));
}

async function expectRejected(started: ApiProcess, token: string): Promise<void> {
  await expectProblem(await requestWeather(started, token), UNAUTHENTICATED, started);
}

/** A key of the issuer as it could be published; null removes a member. */
async function jwk(name: string, changes: Json = {}): Promise<Json> {
  return changed(publicJwk(await issuer.keys.signingKey(name)), changes);
}

function publish(...keys: readonly unknown[]): void {
  issuer.jwksBody = JSON.stringify({ keys });
}

const signedBy = (kid: string, header: Json = {}): Promise<string> => issuer.token({ kid, header });

/** An issuer with an RSA key `rs` and two EC keys `es` and `es2`. */
async function addThreeKeys(): Promise<void> {
  await issuer.addKey({ kid: 'rs', alg: 'RS256' });
  await issuer.addKey({ kid: 'es', alg: 'ES256' });
  await issuer.addKey({ kid: 'es2', alg: 'ES256' });
}

describe('several keys that fit a token', () => {
  it.each([
    ['RSA first', ['rs', 'es']],
    ['EC first', ['es', 'rs']],
    ['two of one algorithm', ['es', 'es2']],
  ])('are all tried when they share a kid: %s', async (_name, names) => {
    await addThreeKeys();
    publish(...(await Promise.all(names.map((name) => jwk(name, { kid: 'shared' })))));
    const started = await startApi();

    const tokens = names.map((name) => signedBy(name, { kid: 'shared' }));
    await expectAccepted(started, await Promise.all(tokens));
  });

  it('are all tried when neither they nor the token have a kid', async () => {
    await addThreeKeys();
    const names = ['rs', 'es', 'es2'];
    publish(...(await Promise.all(names.map((name) => jwk(name, { kid: null, alg: null })))));
    const started = await startApi();

    const tokens = names.map((name) => signedBy(name, { kid: null }));
    await expectAccepted(started, await Promise.all(tokens));
    await expectRejected(started, await signedBy('es', { kid: 'unlisted' }));
  });

  it('are all tried when they have kids and the token has none', async () => {
    await addThreeKeys();
    const started = await startApi();

    const tokens = ['rs', 'es', 'es2'].map((name) => signedBy(name, { kid: null }));
    await expectAccepted(started, await Promise.all(tokens));
  });

  it('are tried up to a limit, so that a token cannot cost a verification per listed key', async () => {
    await issuer.addKey({ kid: 'last', alg: 'ES256' });
    const others = Array.from({ length: 40 }, () => ecJwk('shared'));
    publish(...others, await jwk('last', { kid: 'shared' }));
    const started = await startApi();

    await expectRejected(started, await signedBy('last', { kid: 'shared' }));
  });
});

describe('new material under a known kid', () => {
  it('is accepted with the next token, and the old material no longer', async () => {
    await addThreeKeys();
    publish(await jwk('es', { kid: 'same' }));
    const started = await startApi();
    const cached = await signedBy('es', { kid: 'same' });
    await expectAccepted(started, [cached]);

    publish(await jwk('es2', { kid: 'same' }));
    await expectAccepted(started, [await signedBy('es2', { kid: 'same' })]);
    await expectRejected(started, cached);

    publish(await jwk('rs', { kid: 'same' }));
    await expectAccepted(started, [await signedBy('rs', { kid: 'same' })]);
  });

  it('is accepted within a refill of the fetch limit while bad signatures flood the API', async () => {
    await addThreeKeys();
    publish(await jwk('es', { kid: 'same' }));
    const started = await startApi();
    const good = await signedBy('es', { kid: 'same' });
    const forged = await signedBy('rs', { kid: 'same', alg: 'ES256' });
    for (let i = 0; i < 100; i += 1) {
      expect((await requestWeather(started, forged)).status).toBe(401);
    }
    await expectAccepted(started, [good]);
    expect(issuer.jwksFetches).toBeGreaterThan(1);
    expect(issuer.jwksFetches).toBeLessThanOrEqual(10);

    publish(await jwk('es2', { kid: 'same' }));
    const rotated = await signedBy('es2', { kid: 'same' });
    await eventually(async () => (await requestWeather(started, rotated)).status === 200, 25_000);
  });
});

describe('entries of a key set that cannot be used', () => {
  it('are skipped, and the rest is used', async () => {
    await addThreeKeys();
    const entries = [
      null,
      42,
      'key',
      [],
      {},
      { kty: 'unheard of', kid: 'new' },
      { kty: 'OKP', crv: 'Ed25519', x: 'AAAA', kid: 'ed' },
      await jwk('es', { kid: 7 }),
      await jwk('es', { x: 'AA' }),
      await jwk('es', { crv: 'P-521' }),
      'nested',
      { ...(await jwk('es')), x5c: 'nested' },
    ];
    publish(...entries, await jwk('rs'), {
      ...(await jwk('es2')),
      use: null,
      alg: null,
      x5c: null,
    });
    const nested = '['.repeat(50_000) + ']'.repeat(50_000);
    issuer.jwksBody = issuer.jwksBody?.replaceAll('"nested"', nested);
    const started = await startApi();

    await expectAccepted(started, [await signedBy('rs'), await signedBy('es2')]);
  });

  it('include keys for other purposes and secret ones', async () => {
    const unusable = [
      { use: 'enc' },
      { use: null, key_ops: ['encrypt'] },
      { alg: 'PS256' },
      { d: 'AQAB' },
      { kty: 'oct', k: 'c2VjcmV0' },
    ];
    await addThreeKeys();
    const entries = unusable.map((changes, i) => jwk('rs', { kid: `rs${i}`, ...changes }));
    publish(...(await Promise.all(entries)), await jwk('es'));
    const started = await startApi();

    await expectAccepted(started, [await signedBy('es')]);
    for (const i of unusable.keys()) {
      await expectRejected(started, await signedBy('rs', { kid: `rs${i}` }));
    }
  });

  it('include RSA keys that are short or have the exponent 1, which the log names', async () => {
    await issuer.addKey({ kid: 'es', alg: 'ES256' });
    const short = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const long = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    publish(
      { ...short.publicKey.export({ format: 'jwk' }), kid: 'short' },
      { ...long.export({ format: 'jwk' }), e: 'AQ', kid: 'one' },
      await jwk('es'),
    );
    const started = await startApi();
    const bySign = (kid: string, signer: (input: Buffer) => Buffer): string =>
      compactJws({ alg: 'RS256', kid }, issuer.claims(), signer);

    await expectAccepted(started, [await signedBy('es')]);
    await expectRejected(started, bySign('short', shortSigner(short.privateKey)));
    await expectRejected(started, bySign('one', unsignedPkcs1));
    expect(
      warnings(started).filter((text) => text.includes('RSA of an unsafe size or exponent: 2')),
    ).toHaveLength(1);
  });
});

describe('the documents of an issuer', () => {
  it('may begin with a byte-order mark', async () => {
    await issuer.addKey({ kid: 'es', alg: 'ES256' });
    const discovery = { issuer: issuer.issuer, jwks_uri: issuer.jwksUrl };
    issuer.discoveryBody = BYTE_ORDER_MARK + JSON.stringify(discovery);
    publish(await jwk('es'));
    issuer.jwksBody = `${BYTE_ORDER_MARK}${issuer.jwksBody}`;

    await expectAccepted(await startApi(), [await signedBy('es')]);
  });

  it('may list a key whose exponent has 300 kB, which is skipped without stalling the API', async () => {
    await addThreeKeys();
    publish(await jwk('rs', { e: '_'.repeat(300_000) }), await jwk('es'));

    await expectAccepted(await startApi(), [await signedBy('es')]);
  });

  it('may list thousands of keys, of which the last is as good as the first', async () => {
    await issuer.addKey({ kid: 'es', alg: 'ES256' });
    publish(...Array.from({ length: 2_000 }, (_, i) => ecJwk(`k${i}`)), await jwk('es'));

    await expectAccepted(await startApi(), [await signedBy('es')]);
  });
});

describe('a redirect of the issuer', () => {
  it.each([301, 307])('with %i is not followed, and the log names it', async (status) => {
    await issuer.addKey({ kid: 'es', alg: 'ES256' });
    const started = await startApi();
    const elsewhere = await ForgingIssuer.start();
    issuer.status = status;
    issuer.location = `${elsewhere.jwksUrl}?session=secret`;
    await expectRejected(started, await signedBy('es', { kid: 'unlisted' }));

    await eventually(() => started.output.includes(`redirects to ${elsewhere.jwksUrl}`));
    expect(started.output).not.toContain('session=secret');
    expect(elsewhere.jwksFetches).toBe(0);
    await expectAccepted(started, [await signedBy('es')]);
    await elsewhere.goDown();
  });
});

function warnings({ lines }: ApiProcess): string[] {
  return lines
    .filter((line) => line['log.level'] === 'warn')
    .map((line) => String(line['message']));
}

function ecJwk(kid: string): Json {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' };
}

const shortSigner =
  (key: KeyObject) =>
  (input: Buffer): Buffer =>
    sign('sha256', input, key);

/** What an RSA signature with exponent 1 is: the padded hash itself (RFC 8017 section 9.2), without any private key. */
function unsignedPkcs1(input: Buffer): Buffer {
  const info = Buffer.from('3031300d060960864801650304020105000420', 'hex');
  const hash = Buffer.concat([info, createHash('sha256').update(input).digest()]);
  const padding = Buffer.alloc(256 - 3 - hash.length, 0xff);
  return Buffer.concat([Buffer.from([0, 1]), padding, Buffer.from([0]), hash]);
}
