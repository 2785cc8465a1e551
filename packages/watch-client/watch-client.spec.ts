import { beforeEach, describe, expect, it } from '@jest/globals';
import { encode } from 'cborg';
import {
  okResponse,
  FakeService,
  problemResponse,
  notModifiedResponse,
} from './testing/fake-service.js';
import { WatchClient } from './watch-client.js';
import { WatchError } from './watch-error.js';

const START = Date.UTC(2026, 0, 1);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const PARIS = { latitude: 48.870502, longitude: 2.304887 };
const ROME = { latitude: 41.9, longitude: 12.5 };
const NO_NETWORK = new TypeError('fetch failed');

const sunny = okResponse({ uvidx: 7 });
const cloudy = okResponse({ uvidx: 1 }, { etag: 'W/"two"' });

let service: FakeService;
let nowMs: number;
let client: WatchClient;

beforeEach(() => {
  service = new FakeService();
  nowMs = START;
  client = new WatchClient({
    baseUrl: 'https://weather.example/api/',
    token: async () => ({ value: 'token', expiresAtMs: nowMs + HOUR }),
    fetch: service.fetch,
    now: () => nowMs,
    random: () => 0,
  });
});

const withoutHeaders = (expiresAt: string): Response =>
  new Response(JSON.stringify({ expiresAt, stale: false }));

const poll = (at = PARIS) => client.uvIndex(at);

/** The error of a call that has nothing to return. */
async function errorOf(call: Promise<unknown>): Promise<WatchError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof WatchError) return error;
  throw new Error('expected a WatchError', { cause: error });
}

describe('WatchClient', () => {
  it('returns the weather and the time of the next request', async () => {
    service.respondWith(sunny);

    expect(await poll()).toEqual({
      body: { uvidx: 7 },
      asOfMs: START,
      stale: false,
      error: null,
      nextRequestAtMs: START + 10 * MINUTE,
    });
    expect(service.requests.map(({ url }) => url)).toEqual([
      'https://weather.example/api/uvidx?lt=48.87&lg=2.3',
    ]);
    expect(Object.fromEntries(service.requests[0]?.headers ?? [])).toEqual({
      accept: 'application/json',
      authorization: 'Bearer token',
    });
  });

  it.each([
    ['conditions', '/v1/conditions'],
    ['minutelyForecast', '/v1/forecast/minutely'],
    ['hourlyForecast', '/v1/forecast/hourly'],
    ['dailyForecast', '/v1/forecast/daily'],
    ['alerts', '/v1/alerts'],
    ['glance', '/v1/glance'],
    ['precipitation', '/prcpt'],
    ['uvIndex', '/uvidx'],
  ] as const)('requests %s at %s', async (operation, path) => {
    service.respondWith(sunny);
    await client[operation](PARIS, { units: 'imperial' });

    expect(service.requests[0]?.url).toBe(
      `https://weather.example/api${path}?lt=48.87&lg=2.3&units=imperial`,
    );
  });

  it('requests a glance as CBOR by preference', async () => {
    const cbor = encode({ v: 1, p: 'Paris' });
    service.respondWith(new Response(cbor, { headers: { 'content-type': 'application/cbor' } }));

    expect((await client.glance(PARIS)).body).toEqual({ v: 1, p: 'Paris' });
    expect(service.requests[0]?.headers.get('accept')).toMatch(/^application\/cbor,/);
  });

  it('requests several glances at once, and keeps them apart from a glance of one place', async () => {
    service.respondWith(okResponse([{ status: 200, glance: { e: 7 } }, { status: 404 }]));
    const { body } = await client.glances([PARIS, ROME], { units: 'imperial' });
    await client.glances([PARIS, ROME], { units: 'imperial' });

    expect(body.map(({ status, glance }) => [status, glance?.e])).toEqual([
      [200, 7],
      [404, undefined],
    ]);
    expect(service.requests.map(({ url }) => decodeURIComponent(url))).toEqual([
      'https://weather.example/api/v1/glance?at=48.87,2.3&at=41.9,12.5&units=imperial',
    ]);
  });

  it('sends no request before the cached response expires', async () => {
    service.respondWith(sunny, cloudy);
    for (; nowMs < START + 10 * MINUTE; nowMs += SECOND) await poll();
    expect(service.requests).toHaveLength(1);

    expect((await poll()).body).toEqual({ uvidx: 1 });
    expect(service.requests).toHaveLength(2);
  });

  it('sends one request for concurrent calls', async () => {
    service.respondWith(sunny);
    const results = await Promise.all([poll(), poll(), poll()]);

    expect(service.requests).toHaveLength(1);
    expect(new Set(results).size).toBe(1);
  });

  it('revalidates with If-None-Match and extends the lifetime on 304', async () => {
    service.respondWith(
      sunny,
      notModifiedResponse({
        'last-modified': 'Thu, 01 Jan 2026 00:10:00 GMT',
        'cache-control': 'private, max-age=300, stale-if-error=60',
      }),
    );
    const { body } = await poll();
    nowMs += 10 * MINUTE;

    expect(await poll()).toEqual({
      body,
      asOfMs: START + 10 * MINUTE,
      stale: false,
      error: null,
      nextRequestAtMs: START + 15 * MINUTE,
    });
    expect(service.requests[1]?.headers.get('if-none-match')).toBe('W/"one"');
  });

  it('revalidates with the ETag of the latest response', async () => {
    service.respondWith(sunny, cloudy, notModifiedResponse({ etag: 'W/"two"' }));
    for (let times = 0; times < 4; times += 1, nowMs += 10 * MINUTE) await poll();

    expect(service.requests.map(({ headers }) => headers.get('if-none-match'))).toEqual([
      null,
      'W/"one"',
      'W/"two"',
      'W/"two"',
    ]);
  });

  it('uses the expiry in the body and sends no ETag when headers are hidden', async () => {
    service.respondWith(
      withoutHeaders('2026-01-01T00:08:00Z'),
      withoutHeaders('2026-01-01T00:18:00Z'),
    );
    await client.conditions(PARIS);
    nowMs += 8 * MINUTE - 1;
    await client.conditions(PARIS);
    expect(service.requests).toHaveLength(1);

    nowMs += 1;
    await client.conditions(PARIS);
    expect(service.requests).toHaveLength(2);
    expect(service.requests[1]?.headers.has('if-none-match')).toBe(false);
  });

  it('marks the result as stale when the service serves a stale copy', async () => {
    service.respondWith(okResponse({ uvidx: 7 }, { 'cache-status': 'mfapi; hit; ttl=-412' }));

    expect(await poll()).toMatchObject({ stale: true, error: null });
  });

  it('ignores the times in an unchanged body after a 304', async () => {
    service.respondWith(okResponse({ stale: true }), notModifiedResponse());
    expect(await poll()).toMatchObject({ stale: true });
    nowMs += 10 * MINUTE;

    expect(await poll()).toMatchObject({ body: { stale: true }, stale: false });
  });

  it('keeps the age of a stale response after a 304, which has no Last-Modified', async () => {
    const stale = { 'cache-status': 'mfapi; hit; ttl=-412' };
    service.respondWith(
      okResponse({ t: START / 1_000 - 300 }, { ...stale, 'last-modified': '' }),
      notModifiedResponse({ ...stale, 'last-modified': '' }),
    );
    expect(await poll()).toMatchObject({ asOfMs: START - 5 * MINUTE });
    nowMs += 10 * MINUTE;

    expect(await poll()).toMatchObject({ asOfMs: START - 5 * MINUTE, stale: true });
  });

  it('sends a new request when the clock was set back', async () => {
    service.respondWith(sunny);
    await poll();
    nowMs -= 24 * HOUR;
    await poll();

    expect(service.requests).toHaveLength(2);
  });

  it('keeps the responses of the 32 most recent places', async () => {
    service.respondWith(sunny);
    for (let latitude = 0; latitude < 40; latitude += 1) await poll({ latitude, longitude: 0 });
    service.requests.length = 0;
    await poll({ latitude: 39, longitude: 0 });
    await poll({ latitude: 8, longitude: 0 });
    expect(service.requests).toHaveLength(0);

    await poll({ latitude: 0, longitude: 0 });
    expect(service.requests).toHaveLength(1);
  });
});

describe('WatchClient without a usable response', () => {
  it('returns the cached response as stale with the error', async () => {
    service.respondWith(sunny, NO_NETWORK);
    await poll();
    nowMs += 10 * MINUTE;

    expect(await poll()).toEqual({
      body: { uvidx: 7 },
      asOfMs: START,
      stale: true,
      error: expect.objectContaining({ code: 'unreachable', status: null, cause: NO_NETWORK }),
      nextRequestAtMs: nowMs + 15 * SECOND,
    });
  });

  it('returns the cached response until its stale-if-error time ends', async () => {
    service.respondWith(sunny, NO_NETWORK);
    await poll();
    nowMs += 10 * MINUTE + HOUR - 1;
    expect(await poll()).toMatchObject({ stale: true });
    nowMs += 1;
    expect(await errorOf(poll())).toMatchObject({ code: 'unreachable' });
  });

  it('backs off exponentially and resets the backoff on success', async () => {
    service.respondWith(NO_NETWORK);
    const waits: number[] = [];
    for (let times = 0; times < 4; times += 1) {
      const { nextRequestAtMs } = await errorOf(poll());
      waits.push(nextRequestAtMs - nowMs);
      nowMs = nextRequestAtMs - 1;
      await errorOf(poll());
      nowMs += 1;
    }
    expect(waits).toEqual([15, 30, 60, 120].map((seconds) => seconds * SECOND));
    expect(service.requests).toHaveLength(4);

    service.respondWith(sunny, NO_NETWORK);
    expect(await poll()).toMatchObject({ stale: false, error: null });
    nowMs += 10 * MINUTE;
    expect((await poll()).nextRequestAtMs - nowMs).toBe(15 * SECOND);
  });

  it.each([
    [503, 'weather-unavailable'],
    [429, 'too-many-requests'],
    [403, 'not-in-pilot'],
  ])('waits as long as Retry-After of a %d %s', async (status, code) => {
    service.respondWith(problemResponse(status, code, { 'retry-after': '120' }), sunny);
    expect(await errorOf(poll())).toMatchObject({
      code,
      status,
      message: `It is ${code}.`,
      problem: { type: `/problems/${code}` },
      nextRequestAtMs: START + 120 * SECOND,
    });
    nowMs += 120 * SECOND - 1;
    await errorOf(poll());
    expect(service.requests).toHaveLength(1);

    nowMs += 1;
    expect((await poll()).body).toEqual({ uvidx: 7 });
  });

  it.each<[number, string, number]>([
    [429, 'too-many-requests', 1],
    [403, 'not-in-pilot', 1],
    [503, 'weather-unavailable', 2],
    [404, 'no-weather-here', 2],
  ])(
    'after %d %s at one place sends %d requests in total for two places',
    async (status, code, requests) => {
      service.respondWith(problemResponse(status, code, { 'retry-after': '120' }));
      await errorOf(poll(PARIS));
      await errorOf(poll(ROME));

      expect(service.requests).toHaveLength(requests);
    },
  );

  it('returns stale weather on 429', async () => {
    service.respondWith(sunny, problemResponse(429, 'too-many-requests', { 'retry-after': '31' }));
    await poll();
    nowMs += 10 * MINUTE;

    expect(await poll()).toMatchObject({
      body: { uvidx: 7 },
      stale: true,
      error: { code: 'too-many-requests' },
    });
  });

  it('throws when the service has no weather for the place any more', async () => {
    service.respondWith(sunny, problemResponse(404, 'no-weather-here'));
    await poll();
    nowMs += 10 * MINUTE;

    expect(await errorOf(poll())).toMatchObject({ code: 'no-weather-here', status: 404 });
  });

  it.each<[string, Response, string]>([
    ['an HTML page of a proxy', new Response('<html>', { status: 502 }), 'unreadable'],
    ['a truncated body', new Response('{"uvidx":', { status: 200 }), 'unreadable'],
    ['a body that is not an object', new Response('null', { status: 200 }), 'unreadable'],
    ['a 304 without a cached response', new Response(null, { status: 304 }), 'unreadable'],
    ['a problem', problemResponse(500, 'internal-error'), 'internal-error'],
  ])('throws when the response is %s', async (_what, reply, code) => {
    service.respondWith(reply);
    const error = await errorOf(poll());

    expect(error.code).toBe(code);
    expect(error.nextRequestAtMs).toBe(START + 15 * SECOND);
  });
});
