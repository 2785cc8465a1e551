import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FeedClient } from '../upstream/feed.client.js';
import { createUpstreamClient } from '../upstream/testing/create-upstream-client.js';
import { FakeUpstream } from '../upstream/testing/fake-upstream.js';
import { MetNorwayProvider } from './met-norway.provider.js';
import { alertsAnswer } from './testing/met-norway.fixtures.js';

const BERGEN = { latitude: 60.392_99, longitude: 5.324_15 };
const NEEDED = { priority: 'missing' } as const;

let feed: FakeUpstream;
let provider: MetNorwayProvider;

beforeEach(async () => {
  feed = new FakeUpstream();
  await feed.start();
  const options = { url: feed.url, userAgent: 'mfapi/1 (ops@example.com)' };
  provider = new MetNorwayProvider(new FeedClient(createUpstreamClient(), options));
});
afterEach(() => feed.stop());

describe('MetNorwayProvider', () => {
  it('knows its area without a call, and positions to 0.01°', async () => {
    expect(provider.placeAt({ latitude: 59.33, longitude: 18.07 })).toBeNull();
    expect(provider.placeAt(BERGEN)).toMatchObject({
      key: '60.39,5.32',
      timeZone: 'Europe/Oslo',
      hasAlerts: true,
    });
    expect((await provider.findPlace(BERGEN)).value).toEqual(provider.placeAt(BERGEN));
    expect(feed.requests).toEqual([]);
  });

  it('asks in English, with two decimals and a contact', async () => {
    feed.respondWith(JSON.stringify(alertsAnswer()));
    const place = provider.placeAt(BERGEN)!;

    expect((await provider.fetch('alerts', place, NEEDED)).value).toEqual({ alerts: [] });
    const [request] = feed.requests;
    expect(request?.url.pathname).toBe('/weatherapi/metalerts/2.0/current.json');
    expect(request?.url.search).toBe('?lat=60.39&lon=5.32&lang=en');
    expect(request?.headers['user-agent']).toBe('mfapi/1 (ops@example.com)');
  });

  it('offers nothing else', async () => {
    const place = provider.placeAt(BERGEN)!;
    await expect(provider.fetch('daily', place, NEEDED)).rejects.toMatchObject({
      fault: 'forbidden',
    });
    expect(provider.refusalOf('place', '60.39,5.32')).toBeUndefined();
  });
});
