import { beforeEach, describe, expect, it } from '@jest/globals';
import { encode } from 'cborg';
import { answer, FakeService, problem, unchanged } from './testing/fake-service.js';
import { WatchClient } from './watch-client.js';
import { WatchError } from './watch-error.js';

const START = Date.UTC(2026, 0, 1);
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const PARIS = { latitude: 48.870502, longitude: 2.304887 };
const ROME = { latitude: 41.9, longitude: 12.5 };
const NO_NETWORK = new TypeError('fetch failed');

const sunny = answer({ uvidx: 7 });
const cloudy = answer({ uvidx: 1 }, { etag: 'W/"two"' });

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

const bare = (expiresAt: string): Response =>
  new Response(JSON.stringify({ expiresAt, stale: false }));

const ask = (at = PARIS) => client.uvIndex(at);

/** The error of a call without a cached answer. */
async function whyNot(asking: Promise<unknown>): Promise<WatchError> {
  const error = await asking.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof WatchError) return error;
  throw new Error('there was an answer', { cause: error });
}

describe('WatchClient', () => {
  it('returns the answer of the service and the time of the next request', async () => {
    service.answers(sunny);

    expect(await ask()).toEqual({
      body: { uvidx: 7 },
      asOfMs: START,
      stale: false,
      problem: null,
      askAgainAtMs: START + 10 * MINUTE,
    });
    expect(service.asked.map(({ url }) => url)).toEqual([
      'https://weather.example/api/uvidx?lt=48.87&lg=2.3',
    ]);
    expect(Object.fromEntries(service.asked[0]?.headers ?? [])).toEqual({
      accept: 'application/json',
      authorization: 'Bearer token',
    });
  });

  it.each([
    ['conditions', '/v1/conditions'],
    ['hourlyForecast', '/v1/forecast/hourly'],
    ['dailyForecast', '/v1/forecast/daily'],
    ['alerts', '/v1/alerts'],
    ['glance', '/v1/glance'],
    ['precipitation', '/prcpt'],
    ['uvIndex', '/uvidx'],
  ] as const)('requests %s at %s', async (topic, path) => {
    service.answers(sunny);
    await client[topic](PARIS, { units: 'imperial' });

    expect(service.asked[0]?.url).toBe(
      `https://weather.example/api${path}?lt=48.87&lg=2.3&units=imperial`,
    );
  });

  it('requests a glance as CBOR by preference', async () => {
    const cbor = encode({ v: 1, p: 'Paris' });
    service.answers(new Response(cbor, { headers: { 'content-type': 'application/cbor' } }));

    expect((await client.glance(PARIS)).body).toEqual({ v: 1, p: 'Paris' });
    expect(service.asked[0]?.headers.get('accept')).toMatch(/^application\/cbor,/);
  });

  it('sends no request before the answer expires', async () => {
    service.answers(sunny, cloudy);
    for (; nowMs < START + 10 * MINUTE; nowMs += SECOND) await ask();
    expect(service.asked).toHaveLength(1);

    expect((await ask()).body).toEqual({ uvidx: 1 });
    expect(service.asked).toHaveLength(2);
  });

  it('sends one request for concurrent calls', async () => {
    service.answers(sunny);
    const answers = await Promise.all([ask(), ask(), ask()]);

    expect(service.asked).toHaveLength(1);
    expect(new Set(answers).size).toBe(1);
  });

  it('revalidates with If-None-Match and extends the lifetime on 304', async () => {
    service.answers(
      sunny,
      unchanged({
        'last-modified': 'Thu, 01 Jan 2026 00:10:00 GMT',
        'cache-control': 'private, max-age=300, stale-if-error=60',
      }),
    );
    const { body } = await ask();
    nowMs += 10 * MINUTE;

    expect(await ask()).toEqual({
      body,
      asOfMs: START + 10 * MINUTE,
      stale: false,
      problem: null,
      askAgainAtMs: START + 15 * MINUTE,
    });
    expect(service.asked[1]?.headers.get('if-none-match')).toBe('W/"one"');
  });

  it('revalidates with the ETag of the latest answer', async () => {
    service.answers(sunny, cloudy, unchanged({ etag: 'W/"two"' }));
    for (let times = 0; times < 4; times += 1, nowMs += 10 * MINUTE) await ask();

    expect(service.asked.map(({ headers }) => headers.get('if-none-match'))).toEqual([
      null,
      'W/"one"',
      'W/"two"',
      'W/"two"',
    ]);
  });

  it('uses the expiry in the body and sends no ETag when headers are hidden', async () => {
    service.answers(bare('2026-01-01T00:08:00Z'), bare('2026-01-01T00:18:00Z'));
    await client.conditions(PARIS);
    nowMs += 8 * MINUTE - 1;
    await client.conditions(PARIS);
    expect(service.asked).toHaveLength(1);

    nowMs += 1;
    await client.conditions(PARIS);
    expect(service.asked).toHaveLength(2);
    expect(service.asked[1]?.headers.has('if-none-match')).toBe(false);
  });

  it('marks an answer as stale when the service serves a stale copy', async () => {
    service.answers(answer({ uvidx: 7 }, { 'cache-status': 'mfapi; hit; ttl=-412' }));

    expect(await ask()).toMatchObject({ stale: true, problem: null });
  });

  it('ignores the times in an unchanged body after a 304', async () => {
    service.answers(answer({ stale: true }), unchanged());
    expect(await ask()).toMatchObject({ stale: true });
    nowMs += 10 * MINUTE;

    expect(await ask()).toMatchObject({ body: { stale: true }, stale: false });
  });

  it('sends a new request when the clock was set back', async () => {
    service.answers(sunny);
    await ask();
    nowMs -= 24 * HOUR;
    await ask();

    expect(service.asked).toHaveLength(2);
  });

  it('keeps the answers of the most recent places', async () => {
    service.answers(sunny);
    for (let latitude = 0; latitude < 40; latitude += 1) await ask({ latitude, longitude: 0 });
    service.asked.length = 0;
    await ask({ latitude: 39, longitude: 0 });
    await ask({ latitude: 8, longitude: 0 });
    expect(service.asked).toHaveLength(0);

    await ask({ latitude: 0, longitude: 0 });
    expect(service.asked).toHaveLength(1);
  });
});

describe('WatchClient without an answer of the service', () => {
  it('returns the last answer as stale with the reason', async () => {
    service.answers(sunny, NO_NETWORK);
    await ask();
    nowMs += 10 * MINUTE;

    expect(await ask()).toEqual({
      body: { uvidx: 7 },
      asOfMs: START,
      stale: true,
      problem: expect.objectContaining({ code: 'unreachable', status: null, cause: NO_NETWORK }),
      askAgainAtMs: nowMs + 15 * SECOND,
    });
  });

  it('returns the last answer until its stale-if-error time ends', async () => {
    service.answers(sunny, NO_NETWORK);
    await ask();
    nowMs += 10 * MINUTE + HOUR - 1;
    expect(await ask()).toMatchObject({ stale: true });
    nowMs += 1;
    expect(await whyNot(ask())).toMatchObject({ code: 'unreachable' });
  });

  it('backs off exponentially and resets the backoff on success', async () => {
    service.answers(NO_NETWORK);
    const waits: number[] = [];
    for (let times = 0; times < 4; times += 1) {
      const { askAgainAtMs } = await whyNot(ask());
      waits.push(askAgainAtMs - nowMs);
      nowMs = askAgainAtMs - 1;
      await whyNot(ask());
      nowMs += 1;
    }
    expect(waits).toEqual([15, 30, 60, 120].map((seconds) => seconds * SECOND));
    expect(service.asked).toHaveLength(4);

    service.answers(sunny, NO_NETWORK);
    expect(await ask()).toMatchObject({ stale: false, problem: null });
    nowMs += 10 * MINUTE;
    expect((await ask()).askAgainAtMs - nowMs).toBe(15 * SECOND);
  });

  it.each([
    [503, 'weather-unavailable'],
    [429, 'too-many-requests'],
    [403, 'not-in-pilot'],
  ])('waits as long as Retry-After of a %d %s', async (status, code) => {
    service.answers(problem(status, code, { 'retry-after': '120' }), sunny);
    expect(await whyNot(ask())).toMatchObject({
      code,
      status,
      message: `It is ${code}.`,
      problem: { type: `/problems/${code}` },
      askAgainAtMs: START + 120 * SECOND,
    });
    nowMs += 120 * SECOND - 1;
    await whyNot(ask());
    expect(service.asked).toHaveLength(1);

    nowMs += 1;
    expect((await ask()).body).toEqual({ uvidx: 7 });
  });

  it.each<[number, string, number]>([
    [429, 'too-many-requests', 1],
    [403, 'not-in-pilot', 1],
    [503, 'weather-unavailable', 2],
    [404, 'no-weather-here', 2],
  ])(
    'after %d %s at one place sends %d requests in total for two places',
    async (status, code, requests) => {
      service.answers(problem(status, code, { 'retry-after': '120' }));
      await whyNot(ask(PARIS));
      await whyNot(ask(ROME));

      expect(service.asked).toHaveLength(requests);
    },
  );

  it('returns stale weather on 429', async () => {
    service.answers(sunny, problem(429, 'too-many-requests', { 'retry-after': '31' }));
    await ask();
    nowMs += 10 * MINUTE;

    expect(await ask()).toMatchObject({
      body: { uvidx: 7 },
      stale: true,
      problem: { code: 'too-many-requests' },
    });
  });

  it('throws when the service has no weather for the place any more', async () => {
    service.answers(sunny, problem(404, 'no-weather-here'));
    await ask();
    nowMs += 10 * MINUTE;

    expect(await whyNot(ask())).toMatchObject({ code: 'no-weather-here', status: 404 });
  });

  it.each<[string, Response, string]>([
    ['a page of a proxy', new Response('<html>', { status: 502 }), 'unreadable'],
    ['half a body', new Response('{"uvidx":', { status: 200 }), 'unreadable'],
    ['a body that is not an object', new Response('null', { status: 200 }), 'unreadable'],
    ['a 304 without a cached answer', new Response(null, { status: 304 }), 'unreadable'],
    ['a problem', problem(500, 'internal-error'), 'internal-error'],
  ])('rejects %s as weather', async (_what, reply, code) => {
    service.answers(reply);
    const error = await whyNot(ask());

    expect(error.code).toBe(code);
    expect(error.askAgainAtMs).toBe(START + 15 * SECOND);
  });
});
