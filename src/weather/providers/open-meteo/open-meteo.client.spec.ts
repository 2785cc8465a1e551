import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { Secret } from '../../../config/secret.js';
import { FakeUpstream } from '../upstream/testing/fake-upstream.js';
import { createUpstreamClient } from '../upstream/testing/create-upstream-client.js';
import type { UpstreamClient } from '../upstream/upstream.client.js';
import { OpenMeteoClient } from './open-meteo.client.js';
import type { OpenMeteoOptions } from './open-meteo.options.js';

const KEY = 'hunter2';
const REQUEST = {
  operation: 'conditions',
  item: '48.875,2.305',
  parameters: { latitude: '48.875', longitude: '2.305' },
  priority: 'missing',
  read: (body: unknown) => body,
} as const;

let openMeteo: FakeUpstream;

beforeEach(async () => {
  openMeteo = new FakeUpstream();
  await openMeteo.start();
});
afterEach(() => openMeteo.stop());

function clientWith(options: Partial<OpenMeteoOptions> = {}): OpenMeteoClient {
  const given = { url: openMeteo.url, apiKey: undefined, ...options };
  return new OpenMeteoClient(createUpstreamClient(), given, new FakeClock());
}

/** The URL that a client requests; a test must not call the vendor. */
async function requestedUrlWith(options: OpenMeteoOptions): Promise<string> {
  let requestedUrl = '';
  const about = { status: 200, lastModified: undefined };
  const record: UpstreamClient['request'] = (request) => {
    requestedUrl = request.url;
    return Promise.resolve({ value: request.read(undefined, 0, 0, about), expiresInMs: undefined });
  };
  await new OpenMeteoClient(
    { request: record, refusalOf: () => undefined },
    options,
    new FakeClock(),
  ).request(REQUEST);
  return requestedUrl;
}

async function failureOf(status: number, body: string): Promise<unknown> {
  openMeteo.respondWith(body, { status });
  const client = clientWith({ apiKey: Secret.ofText(KEY) });
  return client.request(REQUEST).catch((error: unknown) => error);
}

describe('OpenMeteoClient.request', () => {
  it('names every unit, Unix time and the nearest grid cell', async () => {
    await clientWith().request(REQUEST);

    expect(openMeteo.requests).toHaveLength(1);
    expect(openMeteo.requests[0]?.url.pathname).toBe('/v1/forecast');
    expect(Object.fromEntries(openMeteo.requests[0]!.url.searchParams)).toEqual({
      latitude: '48.875',
      longitude: '2.305',
      timeformat: 'unixtime',
      temperature_unit: 'celsius',
      wind_speed_unit: 'kmh',
      precipitation_unit: 'mm',
      cell_selection: 'nearest',
    });
  });

  it('appends the path to a base URL with or without a trailing slash', async () => {
    await clientWith({ url: `${openMeteo.url}/base/` }).request(REQUEST);
    await clientWith({ url: `${openMeteo.url}/base` }).request(REQUEST);

    expect(openMeteo.requests.map(({ url }) => url.pathname)).toEqual([
      '/base/v1/forecast',
      '/base/v1/forecast',
    ]);
  });

  it.each([
    ['the free host without a key', undefined, 'https://api.open-meteo.com/v1/forecast'],
    ['the customers’ host with one', KEY, 'https://customer-api.open-meteo.com/v1/forecast'],
  ])('uses %s', async (_name, key, url) => {
    const apiKey = key === undefined ? undefined : Secret.ofText(key);

    expect(await requestedUrlWith({ url: undefined, apiKey })).toBe(url);
  });

  it('sends the key, escaped, only when one is configured', async () => {
    await clientWith().request(REQUEST);
    await clientWith({ apiKey: Secret.ofText('a&b=c%+d') }).request(REQUEST);

    const keys = openMeteo.requests.map(({ url }) => url.searchParams.get('apikey'));
    expect(keys).toEqual([null, 'a&b=c%+d']);
  });
});

describe('OpenMeteoClient: an error response', () => {
  it.each([
    [400, '{"error":true,"reason":"Invalid timezone"}', 'rejected'],
    [400, '{"error":true,"reason":"The supplied API key is invalid."}', 'unauthorized'],
    [429, '{"error":true,"reason":"Hourly API request limit exceeded."}', 'quota'],
    [404, '{"error":true,"reason":"Not Found"}', 'malformed'],
    [404, '', 'malformed'],
    [502, '<html>Bad gateway</html>', 'failing'],
    [200, '<html>Hello</html>', 'malformed'],
    [200, '{"latitude":nan,"longitude":nan}', 'malformed'],
    [200, '{"latitude":48.8Unexpected error while streaming data', 'malformed'],
  ])('maps %d %s to %s without repeating key and position', async (status, body, fault) => {
    const failure = await failureOf(status, body);

    expect(failure).toMatchObject({ fault });
    const printed = inspect(failure, { depth: Infinity, showHidden: true });
    expect(printed).not.toContain(KEY);
    expect(printed).not.toContain('48.875');
  });

  it('sets the cooldown of a rate limit by the local clock', async () => {
    const failure = await failureOf(429, '{"error":true,"reason":"Minutely limit"}');

    expect(failure).toMatchObject({ retryAfterMs: 60_000 });
  });
});
