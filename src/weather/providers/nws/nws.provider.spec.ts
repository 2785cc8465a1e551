import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createUpstreamClient } from '../upstream/testing/create-upstream-client.js';
import { FakeUpstream } from '../upstream/testing/fake-upstream.js';
import { FeedClient } from '../upstream/feed.client.js';
import { placeAt } from '../position-place.js';
import { NwsProvider } from './nws.provider.js';
import { alertsAnswer, pointAnswer } from './testing/nws.fixtures.js';

const CENTRE = { latitude: 40.018_94, longitude: -105.274_71 };
const NEEDED = { priority: 'missing' } as const;
const AT_BOX = '/points/40.025,-105.275';
const ABROAD = JSON.stringify({ title: 'Data Unavailable For Requested Point', status: 404 });

let feed: FakeUpstream;
let provider: NwsProvider;
/** Answers by path; any other path is abroad. */
let points: Record<string, unknown>;

beforeEach(async () => {
  feed = new FakeUpstream();
  await feed.start();
  points = { '/points/40.0189,-105.2747': pointAnswer(), [AT_BOX]: pointAnswer() };
  feed.handler = (response, { url = '' }) => {
    const point = points[url];
    response.writeHead(point ? 200 : 404).end(point ? JSON.stringify(point) : ABROAD);
  };
  const options = { url: `${feed.url}/`, userAgent: 'mfapi/1 (ops@example.com)' };
  provider = new NwsProvider(new FeedClient(createUpstreamClient(), options));
});
afterEach(() => feed.stop());

describe('NwsProvider.placeAt', () => {
  it('excludes other continents without a call, and leaves the rest to the feed', () => {
    expect(provider.placeAt({ latitude: 48.87, longitude: 2.3 })).toBeNull();
    expect(provider.placeAt(CENTRE)).toBeUndefined();
  });
});

describe('NwsProvider.findPlace', () => {
  it('asks for cell and box, with four decimals at most', async () => {
    const { value } = await provider.findPlace(CENTRE, NEEDED);

    expect(feed.requests.map(({ url }) => url.pathname + url.search).toSorted()).toEqual([
      '/points/40.0189,-105.2747',
      AT_BOX,
    ]);
    expect(feed.requests[0]?.headers['user-agent']).toBe('mfapi/1 (ops@example.com)');
    expect(value).toMatchObject({
      key: '40.025,-105.275',
      name: 'Boulder',
      timeZone: 'America/Denver',
      hasAlerts: true,
    });
  });

  it.each([
    ['is abroad', undefined],
    ['is in another zone', pointAnswer({ forecastZone: 'https://api.weather.gov/zones/GMZ1' })],
  ])('keeps to the cell where the centre of its box %s', async (_where, atBox) => {
    points[AT_BOX] = atBox;
    const { value } = await provider.findPlace(CENTRE, NEEDED);
    expect(value?.key).toBe('40.0189,-105.2747');
  });

  it('finds nothing abroad, even where the centre of the box is at home', async () => {
    points = { [AT_BOX]: pointAnswer() };
    expect(await provider.findPlace(CENTRE, NEEDED)).toMatchObject({ value: null });
  });

  it.each([
    ['the 404 of a proxy', 404, '<html>', 'rejected'],
    ['a call without contact', 403, '{}', 'forbidden'],
    ['too many calls', 429, '{}', 'quota'],
    ['a redirect', 301, '', 'malformed'],
    ['an outage', 503, '{}', 'failing'],
    ['a page', 200, '<html>', 'malformed'],
    ['no body', 200, 'null', 'malformed'],
  ])('does not take %s for a place abroad', async (_what, status, body, fault) => {
    feed.respondWith(body, { status });
    await expect(provider.findPlace(CENTRE, NEEDED)).rejects.toMatchObject({ fault });
  });
});

describe('NwsProvider.fetch', () => {
  it('asks for the alerts of a point', async () => {
    feed.respondWith(JSON.stringify(alertsAnswer()), { 'cache-control': 'max-age=30' });
    const place = placeAt({ latitude: 40.025, longitude: -105.275 });

    expect(await provider.fetch('alerts', place, NEEDED)).toEqual({
      value: { alerts: [] },
      expiresInMs: 30_000,
    });
    expect(feed.requests[0]?.url.pathname).toBe('/alerts/active');
    expect(feed.requests[0]?.url.search).toBe('?point=40.025,-105.275');
  });

  it('offers nothing else', async () => {
    await expect(provider.fetch('hourly', placeAt(CENTRE), NEEDED)).rejects.toMatchObject({
      fault: 'forbidden',
    });
    expect(feed.requests).toEqual([]);
  });
});
