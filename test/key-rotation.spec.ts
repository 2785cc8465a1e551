import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ApiProcess } from './support/api-process.js';
import { eventually } from './support/eventually.js';
import { ask, expectProblem, type Answer } from './support/exchange.js';
import { FixedUpstream } from './support/fixed-upstream.js';
import { ForgingIssuer } from './support/issuer/forging-issuer.js';

const UNAUTHENTICATED = { status: 401, type: '/problems/unauthenticated' };
const IDENTITY_UNAVAILABLE = { status: 503, type: '/problems/identity-unavailable' };
const NOT_READY = { status: 503, type: '/problems/not-ready' };

/** The longest a request may wait for the issuer: its deadline of 3 s, and half a second of our own. */
const LONGEST_WAIT_MS = 3_500;

/** A key that is made in no time. */
const QUICK = { alg: 'ES256' } as const;

let issuer: ForgingIssuer;
let impostor: ForgingIssuer | undefined;
let upstream: FixedUpstream;
let api: ApiProcess | undefined;

beforeEach(async () => {
  [issuer, upstream] = await Promise.all([ForgingIssuer.start(), FixedUpstream.start()]);
  await issuer.addKey(QUICK);
});
afterEach(async () => {
  await api?.end('SIGKILL');
  api = undefined;
  await Promise.all([issuer.goDown(), impostor?.goDown(), upstream.stop()]);
  impostor = undefined;
});

async function startApi(): Promise<ApiProcess> {
  api = await ApiProcess.start({
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
  return (await ask(`${url}/health/ready`)).status === 200;
}

function askWeather({ url }: ApiProcess, token: string): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}` };
  return ask(`${url}/prcpt?lt=48.87&lg=2.3`, { headers });
}

async function timed<T>(work: Promise<T>): Promise<{ result: T; tookMs: number }> {
  const startedMs = performance.now();
  return { result: await work, tookMs: performance.now() - startedMs };
}

describe('a new key of the issuer', () => {
  it('works on its first use, without a restart, for one or for many at once', async () => {
    const started = await startReadyApi();
    const kid = await issuer.addKey(QUICK);
    expect((await askWeather(started, await issuer.token({ kid }))).status).toBe(200);
    expect(issuer.jwksFetches).toBe(2);

    const next = await issuer.addKey(QUICK);
    const tokens = await Promise.all(Array.from({ length: 30 }, () => issuer.token({ kid: next })));
    const answers = await Promise.all(tokens.map((token) => askWeather(started, token)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(issuer.jwksFetches).toBeLessThanOrEqual(4);
  });

  it('is found although its issuer has moved its JWKS', async () => {
    const started = await startReadyApi();
    const kid = await issuer.addKey(QUICK);
    issuer.jwksBody = '<html>moved</html>';
    await expectProblem(
      await askWeather(started, await issuer.token({ kid })),
      UNAUTHENTICATED,
      started,
    );
    issuer.jwksBody = undefined;

    expect((await askWeather(started, await issuer.token({ kid }))).status).toBe(200);
    expect(issuer.discoveryFetches).toBe(2);
  });
});

describe('a flood of tokens with unheard-of keys', () => {
  it('makes at most 10 fetches, and keeps no good token out', async () => {
    const started = await startReadyApi();
    const forged = await Promise.all(
      Array.from({ length: 200 }, (_, i) => issuer.token({ header: { kid: `random-${i}` } })),
    );
    const good = await issuer.token();
    const answers: Answer[] = [];
    for (let i = 0; i < forged.length; i += 20) {
      const batch = forged.slice(i, i + 20).map((token) => askWeather(started, token));
      answers.push(...(await Promise.all(batch)));
      expect((await askWeather(started, good)).status).toBe(200);
    }

    expect(answers.map(({ status }) => status)).toEqual(Array.from(forged, () => 401));
    expect(issuer.jwksFetches).toBeGreaterThan(1);
    expect(issuer.jwksFetches).toBeLessThanOrEqual(10);
    expect(issuer.discoveryFetches).toBe(1);
  });
});

describe('a key that leaves the issuer', () => {
  it('takes its tokens with it, the remembered ones too, once the keys were read again', async () => {
    const old = await issuer.addKey(QUICK);
    const started = await startReadyApi();
    const remembered = await issuer.token({ kid: old });
    expect((await askWeather(started, remembered)).status).toBe(200);

    const next = await issuer.addKey(QUICK);
    issuer.removeKey(old);
    expect((await askWeather(started, await issuer.token({ kid: next }))).status).toBe(200);

    for (const token of [remembered, await issuer.token({ kid: old })]) {
      await expectProblem(await askWeather(started, token), UNAUTHENTICATED, started);
    }
  });
});

describe('an issuer that goes down', () => {
  it('stops nobody whose key is known, not even with a token never seen', async () => {
    const started = await startReadyApi();
    const seen = await issuer.token();
    await askWeather(started, seen);
    await issuer.goDown();
    const forged = await issuer.token({ header: { kid: 'unheard-of' } });
    await expectProblem(await askWeather(started, forged), UNAUTHENTICATED, started);

    for (const token of [seen, await issuer.token({ claims: { sub: 'another watch' } })]) {
      expect((await askWeather(started, token)).status).toBe(200);
    }
    expect(await isReady(started)).toBe(true);
  });
});

describe('an issuer that is down when the API starts', () => {
  it('leaves it alive and not ready, and is found when it comes back', async () => {
    const token = await issuer.token();
    await issuer.goDown();
    const started = await startApi();

    expect((await ask(`${started.url}/health/live`)).status).toBe(200);
    await expectProblem(await ask(`${started.url}/health/ready`), NOT_READY, started);
    const refused = await askWeather(started, token);
    await expectProblem(refused, IDENTITY_UNAVAILABLE, started);
    expect(refused.headers['retry-after']).toMatch(/^[1-9]\d*$/);
    expect(refused.headers).not.toHaveProperty('www-authenticate');

    await issuer.comeBack();
    await eventually(() => isReady(started), 10_000);
    expect((await askWeather(started, token)).status).toBe(200);
  });
});

describe('an issuer that hangs', () => {
  it('holds no request for long before the keys are known', async () => {
    issuer.hang = true;
    const started = await startApi();
    const asked = Array.from({ length: 5 }, () => issuer.token());
    const answers = (await Promise.all(asked)).map((token) => timed(askWeather(started, token)));

    for (const { result, tookMs } of await Promise.all(answers)) {
      expect(tookMs).toBeLessThan(LONGEST_WAIT_MS);
      await expectProblem(result, IDENTITY_UNAVAILABLE, started);
    }
  });

  it('holds a request for long neither with a key that is unheard-of nor with a known one', async () => {
    const started = await startReadyApi();
    issuer.hang = true;
    const before = issuer.jwksFetches;
    const forged = await issuer.token({ header: { kid: 'unheard-of' } });
    const first = timed(askWeather(started, forged));
    await eventually(() => issuer.jwksFetches > before);
    const second = timed(askWeather(started, forged));
    const good = await timed(askWeather(started, await issuer.token()));

    expect(good.result.status).toBe(200);
    expect(good.tookMs).toBeLessThan(1_000);
    for (const { result, tookMs } of await Promise.all([first, second])) {
      expect(tookMs).toBeLessThan(LONGEST_WAIT_MS);
      await expectProblem(result, UNAUTHENTICATED, started);
    }
  });
});

describe('discovery that names another issuer', () => {
  it('is not trusted, and its keys are not asked for', async () => {
    impostor = await ForgingIssuer.start();
    const discovery = { issuer: impostor.issuer, jwks_uri: impostor.jwksUrl };
    issuer.discoveryBody = JSON.stringify(discovery);
    const started = await startApi();
    const token = await impostor.token({ claims: { iss: issuer.issuer } });

    await expectProblem(await askWeather(started, token), IDENTITY_UNAVAILABLE, started);
    await expectProblem(await ask(`${started.url}/health/ready`), NOT_READY, started);
    expect([issuer.jwksFetches, impostor.jwksFetches]).toEqual([0, 0]);

    issuer.discoveryBody = undefined;
    expect((await askWeather(started, await issuer.token())).status).toBe(200);
  });
});
