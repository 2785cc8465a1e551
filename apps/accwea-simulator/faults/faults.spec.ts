import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AccweaSimulator } from '../accwea-simulator.js';
import { FAULT_KINDS, type FaultKind } from './fault-kinds.js';
import { withWrongTypes } from '../../../packages/local-server/wrong-types.js';

const simulator = new AccweaSimulator({ key: 'key', now: () => Date.UTC(2026, 6, 9) });
const HEADERS = { authorization: 'Bearer key' };
const CONDITIONS = '/currentconditions/v1/623?details=true';
let url = '';

const get = (path = CONDITIONS, init: RequestInit = {}) =>
  fetch(url + path, { headers: HEADERS, redirect: 'manual', ...init });

async function underFault(kind: FaultKind) {
  simulator.fault = { kind };
  const response = await get();
  const { status, headers } = response;
  return { status, headers, type: headers.get('content-type'), body: await response.text() };
}

async function admin(method: string, name: string, body?: unknown) {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(`${url}/__simulator/${name}`, init);
  return { status: response.status, body: await response.json() };
}

beforeAll(async () => {
  ({ url } = await simulator.start());
});
afterAll(() => simulator.stop());
afterEach(() => {
  simulator.fault = undefined;
  simulator.resetCalls();
});

describe('a simulated AccuWeather fault', () => {
  it('"values" replaces values by path, over HTTP too', async () => {
    const values = { RelativeHumidity: 102, 'Wind.Direction.Degrees': 361 };
    const fault = { kind: 'values', values };
    expect((await admin('PUT', 'fault', fault)).body).toMatchObject(fault);
    const [observation] = (await (await get()).json()) as [Record<string, object>];

    expect(observation).toMatchObject({ RelativeHumidity: 102 });
    expect(observation['Wind']).toMatchObject({ Direction: { Degrees: 361 }, Speed: {} });
    expect((await admin('PUT', 'fault', { kind: 'values', values: [] })).status).toBe(400);
  });

  it.each<[FaultKind, number, string, RegExp]>([
    ['400', 400, 'application/json', /^\{"Code":"400","Message":"Bad request"/],
    ['400-invalid-key', 400, 'application/json', /"Message":"Invalid location key: /],
    ['401-new', 401, 'application/problem+json', /"Message":"API authorization failed"/],
    ['401-legacy', 401, 'application/json', /"Message":"Api Authorization failed"/],
    ['403-plan', 403, 'application/problem+json', /"Code":"Forbidden"/],
    ['403-enterprise', 403, 'application/json', /"Code":"Unauthorized"/],
    ['404', 404, 'application/json', /"Code":"404"/],
    ['408', 408, 'text/plain', /^$/],
    ['429', 429, 'application/problem+json', /"Code":"TooManyRequests"/],
    ['500', 500, 'application/json', /"Code":"InternalServerError"/],
    ['502-html', 502, 'text/html', /^<html>/],
    ['503-quota', 503, 'application/json', /The allowed number of requests has been exceeded/],
    ['503-plain', 503, 'text/plain', /^Service Unavailable$/],
    ['504', 504, 'text/html', /^<html>/],
    ['html-200', 200, 'text/html', /^<html>/],
    ['null', 200, 'application/json; charset=utf-8', /^null$/],
    ['true', 200, 'application/json; charset=utf-8', /^true$/],
    ['empty-array', 200, 'application/json; charset=utf-8', /^\[\]$/],
    ['empty-body', 200, 'application/json; charset=utf-8', /^$/],
    ['cut-json', 200, 'application/json; charset=utf-8', /^\[\{"LocalObservation.*[^\]]$/],
  ])('"%s" answers %d', async (kind, status, type, body) => {
    const faulty = await underFault(kind);

    expect(faulty).toMatchObject({ status, type, body: expect.stringMatching(body) });
  });

  it('"reset" resets the connection', async () => {
    simulator.fault = { kind: 'reset' };

    await expect(get()).rejects.toThrow('fetch failed');
  });

  it('"hang" never answers', async () => {
    simulator.fault = { kind: 'hang' };

    await expect(get(CONDITIONS, { signal: AbortSignal.timeout(100) })).rejects.toThrow('timeout');
    expect(simulator.calls.total).toBe(1);
  });

  it('"drip" sends the first byte at once', async () => {
    simulator.fault = { kind: 'drip' };
    const response = await get();
    const reader = response.body?.getReader();

    const first = await reader?.read();
    await reader?.cancel();

    expect(response.status).toBe(200);
    expect(first?.value).toHaveLength(1);
  });

  it('"huge" streams fifty megabytes', async () => {
    simulator.fault = { kind: 'huge' };
    const response = await get();
    let bytes = 0;
    for await (const chunk of response.body ?? []) bytes += (chunk as Uint8Array).length;

    expect(bytes).toBeGreaterThan(50 * 1024 * 1024);
  });

  it('"redirect" redirects to another host name of this machine or to the given location', async () => {
    const { status, headers } = await underFault('redirect');
    simulator.fault = { kind: 'redirect', location: 'http://127.0.0.1:1/' };

    expect(status).toBe(302);
    expect(headers.get('location')).toBe(
      `http://localhost:${new URL(url).port}/__simulator/redirected`,
    );
    expect((await get()).headers.get('location')).toBe('http://127.0.0.1:1/');
  });

  it('"wrong-types" keeps names and changes the type of every value', async () => {
    const correct = await (await get()).json();
    const { body } = await underFault('wrong-types');

    expect(JSON.parse(body)).toEqual(withWrongTypes(correct));
    expect(JSON.parse(body)).toMatchObject([
      { EpochTime: expect.any(String), WeatherText: expect.any(Number), PrecipitationType: false },
    ]);
  });

  it('"wrong-types" can change a single field', async () => {
    const [good] = (await (await get()).json()) as Record<string, unknown>[];
    simulator.fault = { kind: 'wrong-types', path: 'Wind.Speed' };
    const [faulty] = (await (await get()).json()) as Record<string, unknown>[];

    expect(faulty).toEqual({ ...good, Wind: withWrongTypes(good?.['Wind'], 'Speed') });
    expect(faulty).toMatchObject({
      Wind: {
        Direction: { Degrees: expect.any(Number) },
        Speed: { Metric: { Value: expect.any(String) } },
      },
    });
  });

  it('"429" sends Retry-After when configured', async () => {
    simulator.fault = { kind: '429', retryAfterSeconds: 90 };

    expect((await get()).headers.get('retry-after')).toBe('90');
    simulator.fault = { kind: '429' };
    expect((await get()).headers.get('retry-after')).toBeNull();
  });

  it('can be limited to one endpoint', async () => {
    simulator.fault = { kind: '500', endpoint: 'daily' };

    expect((await get()).status).toBe(200);
    expect((await get('/forecasts/v1/daily/5day/623')).status).toBe(500);
  });

  it('ends after the given number of calls', async () => {
    simulator.fault = { kind: '500', times: 2 };

    const statuses = [await get(), await get(), await get()].map(({ status }) => status);

    expect(statuses).toEqual([500, 500, 200]);
    expect(simulator.fault).toBeUndefined();
  });

  it('counts as a billed call', async () => {
    await underFault('503-quota');
    await underFault('html-200');

    expect(simulator.calls.byTarget).toEqual({ 'currentconditions 623': 2 });
  });
});

describe('the admin endpoints', () => {
  it('return and reset the calls without a key', async () => {
    await get();

    expect((await admin('GET', 'calls')).body).toMatchObject({ total: 1 });
    expect((await admin('DELETE', 'calls')).body).toMatchObject({ total: 0, byTarget: {} });
  });

  it.each(Object.keys(FAULT_KINDS))('switch the fault "%s" on and off', async (kind) => {
    await admin('PUT', 'fault', { kind, times: 3, endpoint: 'search' });

    expect(simulator.fault).toMatchObject({ kind, times: 3, endpoint: 'search' });
    expect(await admin('DELETE', 'fault')).toEqual({ status: 200, body: null });
    expect(simulator.fault).toBeUndefined();
  });

  it('change settings while running', async () => {
    const before = { ...simulator.settings };
    await admin('PUT', 'settings', { maxAgeSeconds: 5, rateLimitRemaining: 0, maxDailyDays: 5 });

    const { headers } = await get();
    expect(headers.get('cache-control')).toBe('public, max-age=5');
    expect(headers.get('ratelimit-remaining')).toBe('0');
    expect((await get('/forecasts/v1/daily/10day/623')).status).toBe(403);
    expect((await get('/forecasts/v1/daily/5day/623')).status).toBe(200);

    await admin('PUT', 'settings', { rateLimitRemaining: null, key: 'rotated' });
    expect((await get()).headers.has('ratelimit-remaining')).toBe(false);
    expect((await get()).status).toBe(401);
    Object.assign(simulator.settings, before);
  });

  it.each([
    ['fault', { kind: 'flood' }],
    ['fault', { kind: '500', endpoint: 'radar' }],
    ['fault', { kind: '500', times: -1 }],
    ['fault', null],
    ['settings', { latencyMs: 'slow' }],
    ['settings', { colour: 'blue' }],
  ])('reject an invalid %s', async (name, body) => {
    expect(await admin('PUT', name, body)).toMatchObject({
      status: 400,
      body: { error: expect.any(String) },
    });
  });

  it('answer 404 to an unknown name', async () => {
    expect((await admin('GET', 'unknown')).status).toBe(404);
  });
});
