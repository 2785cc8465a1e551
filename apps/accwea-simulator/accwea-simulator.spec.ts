import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AccweaSimulator } from './accwea-simulator.js';

const NOW = Date.UTC(2026, 6, 9, 14, 32, 4);
const KEY = 'test-key';
const SEARCH = '/locations/v1/cities/geoposition/search';
const CONDITIONS = '/currentconditions/v1/623';

const simulator = new AccweaSimulator({ key: KEY, now: () => NOW });
let url = '';

const get = (path: string, headers: Record<string, string> = { authorization: `Bearer ${KEY}` }) =>
  fetch(url + path, { headers });
const bodyOf = async (path: string): Promise<unknown> => (await get(path)).json();

beforeAll(async () => {
  ({ url } = await simulator.start());
});
afterAll(() => simulator.stop());
afterEach(() => simulator.resetCalls());

describe('AccweaSimulator', () => {
  it('finds the place of a position with a plain or an encoded comma', async () => {
    expect(await bodyOf(`${SEARCH}?q=48.875,2.305`)).toMatchObject({ Key: '623' });
    expect(await bodyOf(`${SEARCH}?q=48.875%2C2.305`)).toMatchObject({ Key: '623' });
  });

  it('finds a part of a city with its parent, which has no position, where neighbourhoods are on', async () => {
    simulator.settings.neighbourhoods = true;
    const part = (await bodyOf(`${SEARCH}?q=48.875,2.305`)) as { Key: string };
    simulator.settings.neighbourhoods = false;

    expect(part).toMatchObject({
      Key: expect.stringMatching(/^623\d\d_AL$/),
      ParentCity: { Key: '623', LocalizedName: 'Paris', EnglishName: 'Paris' },
    });
    expect(await bodyOf(`/locations/v1/${part.Key}`)).toEqual(part);
    expect(await bodyOf(`/currentconditions/v1/${part.Key}`)).toHaveLength(1);
  });

  it('finds a location by its key', async () => {
    const found = await bodyOf(`${SEARCH}?q=48.875,2.305`);

    expect(found).not.toHaveProperty('ParentCity');
    expect(await bodyOf('/locations/v1/623')).toEqual(found);
    expect((await get('/locations/v1/nowhere')).status).toBe(400);
  });

  it('answers a cacheable null at sea', async () => {
    const response = await get(`${SEARCH}?q=0,0`);

    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
    expect(await response.text()).toBe('null');
  });

  it('serves every product for a found place', async () => {
    const { Key } = (await bodyOf(`${SEARCH}?q=46.8,2.6`)) as { Key: string };

    expect(await bodyOf(`/currentconditions/v1/${Key}`)).toHaveLength(1);
    expect(await bodyOf(`/forecasts/v1/hourly/12hour/${Key}`)).toHaveLength(12);
    expect(await bodyOf(`/forecasts/v1/daily/5day/${Key}`)).toHaveProperty('DailyForecasts.4');
    expect(await bodyOf(`/alerts/v1/${Key}`)).toEqual(expect.any(Array));
  });

  it('serves forecasts in imperial units by default', async () => {
    const hour = '/forecasts/v1/hourly/1hour/623';

    expect(await bodyOf(hour)).toMatchObject([{ Temperature: { UnitType: 18 } }]);
    expect(await bodyOf(`${hour}?metric=true`)).toMatchObject([{ Temperature: { UnitType: 17 } }]);
  });

  it('sends the vendor’s headers', async () => {
    const { headers } = await get(CONDITIONS);
    const maxAge = Number(/max-age=(\d+)/.exec(headers.get('cache-control') ?? '')?.[1]);

    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('date')).toBe('Thu, 09 Jul 2026 14:32:04 GMT');
    expect(Date.parse(headers.get('expires') ?? '')).toBe(NOW - (NOW % 1000) + maxAge * 1000);
    expect(maxAge).toBeGreaterThan(0);
    expect(maxAge).toBeLessThanOrEqual(600);
    expect(headers.get('ratelimit-limit')).toBe('1');
    expect(headers.get('ratelimit-remaining')).toBe('249');
  });

  it('compresses when the client accepts gzip', async () => {
    const [zipped, plain] = await Promise.all([
      get(CONDITIONS, { authorization: `Bearer ${KEY}`, 'accept-encoding': 'gzip' }),
      get(CONDITIONS, { authorization: `Bearer ${KEY}`, 'accept-encoding': 'identity' }),
    ]);

    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await zipped.json()).toEqual(await plain.json());
  });

  it('accepts the key in the bearer header or the query', async () => {
    const statuses = await Promise.all([
      get(CONDITIONS),
      get(`${CONDITIONS}?apikey=${KEY}`, {}),
      get(CONDITIONS, {}),
      get(CONDITIONS, { authorization: 'Bearer wrong' }),
      get(`${CONDITIONS}?apikey=wrong`, {}),
    ]);

    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 401, 401, 401]);
  });

  it('rejects a wrong key in the problem format, with the key in the reference', async () => {
    const response = await get(`${CONDITIONS}?apikey=wrong`, {});

    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toStrictEqual({
      type: 'https://httpproblems.com/http-status/401',
      title: 'Unauthorized',
      status: 401,
      instance: CONDITIONS,
      trace: {
        timestamp: '2026-07-09T14:32:04.000Z',
        requestId: expect.any(String),
        buildId: expect.any(String),
      },
      Code: 'Unauthorized',
      Message: 'API authorization failed',
      Reference: `${url}${CONDITIONS}?apikey=wrong`,
    });
  });

  it('rejects an unknown location key in the legacy format', async () => {
    const response = await get('/currentconditions/v1/locationKey');

    expect(response.status).toBe(400);
    expect(response.headers.get('cache-control')).toBe('max-age=0');
    expect(await response.json()).toStrictEqual({
      Code: '400',
      Message: 'Invalid location key: locationKey',
      Reference: '/currentconditions/v1/locationKey',
    });
  });

  it.each([
    [`${SEARCH}?q=90.1,0`, 400],
    [`${SEARCH}?q=0,-180.5`, 400],
    [`${SEARCH}?q=NaN,0`, 400],
    [`${SEARCH}?q=48.8`, 400],
    [SEARCH, 400],
    [`${CONDITIONS}?language=tlh`, 400],
    [`${CONDITIONS}?language=en_US`, 400],
    [`${CONDITIONS}?language=pt-br`, 200],
    ['/forecasts/v1/daily/3day/623', 404],
    ['/forecasts/v1/minute?q=48.87,2.30', 200],
    ['/forecasts/v1/minute/5minute?q=48.87,2.30', 200],
    ['/forecasts/v1/minute/2minute?q=48.87,2.30', 404],
    ['/forecasts/v1/minute?q=91,2.30', 400],
    // Antarctica.
    ['/forecasts/v1/minute?q=-80.00,2.30', 400],
    ['/', 404],
  ])('answers %s with %d', async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  it('counts billed calls by endpoint and by target', async () => {
    await get(`${SEARCH}?q=48.875,2.305`);
    await get(CONDITIONS);
    await get(CONDITIONS, {});
    await get('/forecasts/v1/daily/5day/623?details=true');
    await get('/unknown');

    expect(simulator.calls).toEqual({
      total: 4,
      byEndpoint: {
        search: 1,
        location: 0,
        currentconditions: 2,
        minute: 0,
        hourly: 0,
        daily: 1,
        alerts: 0,
      },
      byTarget: { 'search 48.875,2.305': 1, 'currentconditions 623': 2, 'daily 623': 1 },
      bySpan: { 'daily 5': 1 },
    });
  });

  it('delays each call by the configured latency, independently of other calls', async () => {
    simulator.latencyMs = 60;
    const startMs = performance.now();

    await Promise.all(Array.from({ length: 20 }, () => get(`${SEARCH}?q=0,0`)));
    simulator.latencyMs = 0;

    expect(performance.now() - startMs).toBeGreaterThanOrEqual(55);
    expect(performance.now() - startMs).toBeLessThan(20 * 60);
  });

  it('gives the same answers in every process', async () => {
    const twin = new AccweaSimulator({ key: KEY, now: () => NOW });
    const { url: twinUrl } = await twin.start();
    const authorization = `Bearer ${KEY}`;

    const answer = await fetch(`${twinUrl}${CONDITIONS}?details=true`, {
      headers: { authorization },
    });

    expect(await answer.json()).toEqual(await bodyOf(`${CONDITIONS}?details=true`));
    await twin.stop();
  });

  it('restarts on the same port', async () => {
    const other = new AccweaSimulator();
    const first = await other.start();
    await other.stop();

    const second = await other.start();

    expect(second.url).toBe(first.url);
    await other.stop();
  });

  it('can be stopped during a call, and twice', async () => {
    const other = new AccweaSimulator();
    const { url: otherUrl } = await other.start();
    other.latencyMs = 60_000;
    const cut = fetch(`${otherUrl}${CONDITIONS}`).catch(() => 'cut');
    while (other.calls.total === 0) await new Promise(setImmediate);

    await other.stop();

    expect(await cut).toBe('cut');
    await expect(other.stop()).resolves.toBeUndefined();
  });
});
