import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiProcess } from './support/api-process.js';
import { eventually } from './support/eventually.js';
import { sendRequest, expectProblem, type RawResponse } from './support/http-client.js';
import { FixedUpstream } from './support/fixed-upstream.js';
import { ForgingIssuer } from './support/issuer/forging-issuer.js';
import { Scrape } from './support/scrape.js';

const UNAUTHENTICATED = { status: 401, type: '/problems/unauthenticated' };
const IDENTITY_UNAVAILABLE = { status: 503, type: '/problems/identity-unavailable' };
const NOT_READY = { status: 503, type: '/problems/not-ready' };

/** The maximum wait for the issuer: its deadline of 3 s plus half a second. */
const MAX_WAIT_MS = 3_500;

/** EC keys are generated quickly. */
const EC_KEY = { alg: 'ES256' } as const;

let issuer: ForgingIssuer;
let impostor: ForgingIssuer | undefined;
let upstream: FixedUpstream;
let api: ApiProcess | undefined;
let folder: string | undefined;

beforeEach(async () => {
  [issuer, upstream] = await Promise.all([ForgingIssuer.start(), FixedUpstream.start()]);
  await issuer.addKey(EC_KEY);
});
afterEach(async () => {
  await api?.end('SIGKILL');
  api = undefined;
  if (folder) rmSync(folder, { recursive: true });
  folder = undefined;
  await Promise.all([issuer.goDown(), impostor?.goDown(), upstream.stop()]);
  impostor = undefined;
});

async function startApi(environment: Readonly<Record<string, string>> = {}): Promise<ApiProcess> {
  api = await ApiProcess.start({
    ...environment,
    OIDC_ISSUER: issuer.issuer,
    ACCWEA_URL: upstream.url,
    RATE_LIMIT_PER_MINUTE: '100000',
  });
  return api;
}

async function startReadyApi(): Promise<ApiProcess> {
  const started = await startApi();
  await eventually(() => isReady(started));
  return started;
}

async function isReady({ url }: ApiProcess): Promise<boolean> {
  return (await sendRequest(`${url}/health/ready`)).status === 200;
}

function requestWeather({ url }: ApiProcess, token: string): Promise<RawResponse> {
  const headers = { authorization: `Bearer ${token}` };
  return sendRequest(`${url}/prcpt?lt=48.87&lg=2.3`, { headers });
}

async function timed<T>(work: Promise<T>): Promise<{ result: T; tookMs: number }> {
  const startedMs = performance.now();
  return { result: await work, tookMs: performance.now() - startedMs };
}

describe('key rotation', () => {
  it('accepts a token of a new key without a restart, also under concurrent requests', async () => {
    const started = await startReadyApi();
    const kid = await issuer.addKey(EC_KEY);
    expect((await requestWeather(started, await issuer.token({ kid }))).status).toBe(200);
    expect(issuer.jwksFetches).toBe(2);

    const next = await issuer.addKey(EC_KEY);
    const tokens = await Promise.all(Array.from({ length: 30 }, () => issuer.token({ kid: next })));
    const answers = await Promise.all(tokens.map((token) => requestWeather(started, token)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(issuer.jwksFetches).toBeLessThanOrEqual(4);
  });

  it('repeats discovery when the JWKS is not valid JSON', async () => {
    const started = await startReadyApi();
    const kid = await issuer.addKey(EC_KEY);
    issuer.jwksBody = '<html>moved</html>';
    await expectProblem(
      await requestWeather(started, await issuer.token({ kid })),
      UNAUTHENTICATED,
      started,
    );
    issuer.jwksBody = undefined;

    expect((await requestWeather(started, await issuer.token({ kid }))).status).toBe(200);
    expect(issuer.discoveryFetches).toBe(2);
  });
});

describe('many tokens with unknown keys', () => {
  it('cause at most 10 JWKS fetches and do not keep valid tokens out', async () => {
    const started = await startReadyApi();
    const forged = await Promise.all(
      Array.from({ length: 200 }, (_, i) => issuer.token({ header: { kid: `random-${i}` } })),
    );
    const good = await issuer.token();
    const answers: RawResponse[] = [];
    for (let i = 0; i < forged.length; i += 20) {
      const batch = forged.slice(i, i + 20).map((token) => requestWeather(started, token));
      answers.push(...(await Promise.all(batch)));
      expect((await requestWeather(started, good)).status).toBe(200);
    }

    expect(answers.map(({ status }) => status)).toEqual(Array.from(forged, () => 401));
    expect(issuer.jwksFetches).toBeGreaterThan(1);
    expect(issuer.jwksFetches).toBeLessThanOrEqual(10);
    expect(issuer.discoveryFetches).toBe(1);
  });
});

describe('a key removed by the issuer', () => {
  it('invalidates its tokens, cached ones too, after the next JWKS fetch', async () => {
    const old = await issuer.addKey(EC_KEY);
    const started = await startReadyApi();
    const cached = await issuer.token({ kid: old });
    expect((await requestWeather(started, cached)).status).toBe(200);

    const next = await issuer.addKey(EC_KEY);
    issuer.removeKey(old);
    expect((await requestWeather(started, await issuer.token({ kid: next }))).status).toBe(200);

    for (const token of [cached, await issuer.token({ kid: old })]) {
      await expectProblem(await requestWeather(started, token), UNAUTHENTICATED, started);
    }
  });
});

describe('an issuer that goes down', () => {
  it('does not affect tokens of known keys, not even new ones', async () => {
    const started = await startReadyApi();
    const seen = await issuer.token();
    await requestWeather(started, seen);
    await issuer.goDown();
    const forged = await issuer.token({ header: { kid: 'unknown' } });
    await expectProblem(await requestWeather(started, forged), UNAUTHENTICATED, started);

    for (const token of [seen, await issuer.token({ claims: { sub: 'another watch' } })]) {
      expect((await requestWeather(started, token)).status).toBe(200);
    }
    expect(await isReady(started)).toBe(true);
  });
});

describe('an issuer that is down when the API starts', () => {
  it('leaves the API live but not ready until the issuer comes back', async () => {
    const token = await issuer.token();
    await issuer.goDown();
    const started = await startApi();

    expect((await sendRequest(`${started.url}/health/live`)).status).toBe(200);
    await expectProblem(await sendRequest(`${started.url}/health/ready`), NOT_READY, started);
    const refused = await requestWeather(started, token);
    await expectProblem(refused, IDENTITY_UNAVAILABLE, started);
    expect(refused.headers['retry-after']).toMatch(/^[1-9]\d*$/);
    expect(refused.headers).not.toHaveProperty('www-authenticate');

    await issuer.comeBack();
    await eventually(() => isReady(started), 10_000);
    expect((await requestWeather(started, token)).status).toBe(200);
  });

  it('does not stop a pod that has a snapshot of its keys, which says so until the issuer comes back', async () => {
    const snapshot = await (await fetch(issuer.jwksUrl)).text();
    const known = await issuer.token();
    const unlisted = await issuer.token({ kid: await issuer.addKey(EC_KEY) });
    await issuer.goDown();
    const started = await startApi({ OIDC_JWKS_FILE: fileWith(snapshot) });
    await eventually(() => isReady(started));

    expect((await requestWeather(started, known)).status).toBe(200);
    await expectProblem(await requestWeather(started, unlisted), IDENTITY_UNAVAILABLE, started);
    expect(await keysNote(started)).toContain('snapshot');
    expect(await snapshotMetric(started)).toBe(1);
    expect(started.lines.filter(({ message }) => message?.includes('a snapshot'))).toHaveLength(1);

    await issuer.comeBack();
    await eventually(async () => (await requestWeather(started, unlisted)).status === 200, 20_000);
    expect(await keysNote(started)).toBeUndefined();
    expect(await snapshotMetric(started)).toBe(0);
  });
});

function fileWith(text: string): string {
  folder = mkdtempSync(join(tmpdir(), 'mfapi-keys-'));
  const file = join(folder, 'jwks.json');
  writeFileSync(file, text);
  return file;
}

async function keysNote({ url }: ApiProcess): Promise<string | undefined> {
  const { text } = await sendRequest(`${url}/health/ready`);
  const { details } = JSON.parse(text) as { details: Record<string, { note?: string }> };
  return details['issuer-keys']?.note;
}

async function snapshotMetric({ metricsUrl }: ApiProcess): Promise<number> {
  const text = await (await fetch(metricsUrl)).text();
  expect(text).toContain('mfapi_issuer_keys_from_snapshot');
  return Scrape.of(text).sum('mfapi_issuer_keys_from_snapshot');
}

describe('an issuer that hangs', () => {
  it('delays requests for at most 3.5 s before the keys are loaded', async () => {
    issuer.hang = true;
    const started = await startApi();
    const tokens = Array.from({ length: 5 }, () => issuer.token());
    const answers = (await Promise.all(tokens)).map((token) =>
      timed(requestWeather(started, token)),
    );

    for (const { result, tookMs } of await Promise.all(answers)) {
      expect(tookMs).toBeLessThan(MAX_WAIT_MS);
      await expectProblem(result, IDENTITY_UNAVAILABLE, started);
    }
  });

  it('delays tokens of unknown keys for at most 3.5 s and does not delay tokens of known keys', async () => {
    const started = await startReadyApi();
    issuer.hang = true;
    const before = issuer.jwksFetches;
    const forged = await issuer.token({ header: { kid: 'unknown' } });
    const first = timed(requestWeather(started, forged));
    await eventually(() => issuer.jwksFetches > before);
    const second = timed(requestWeather(started, forged));
    const good = await timed(requestWeather(started, await issuer.token()));

    expect(good.result.status).toBe(200);
    expect(good.tookMs).toBeLessThan(1_000);
    for (const { result, tookMs } of await Promise.all([first, second])) {
      expect(tookMs).toBeLessThan(MAX_WAIT_MS);
      await expectProblem(result, UNAUTHENTICATED, started);
    }
  });
});

describe('a discovery document that names another issuer', () => {
  it('is rejected, and its keys are not fetched', async () => {
    impostor = await ForgingIssuer.start();
    const discovery = { issuer: impostor.issuer, jwks_uri: impostor.jwksUrl };
    issuer.discoveryBody = JSON.stringify(discovery);
    const started = await startApi();
    const token = await impostor.token({ claims: { iss: issuer.issuer } });

    await expectProblem(await requestWeather(started, token), IDENTITY_UNAVAILABLE, started);
    await expectProblem(await sendRequest(`${started.url}/health/ready`), NOT_READY, started);
    expect([issuer.jwksFetches, impostor.jwksFetches]).toEqual([0, 0]);

    issuer.discoveryBody = undefined;
    expect((await requestWeather(started, await issuer.token())).status).toBe(200);
  });
});
