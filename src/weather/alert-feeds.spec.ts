import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import type { Place } from './places/place.js';
import { ACCWEA } from './providers/accwea/accwea.descriptor.js';
import { MET_NORWAY } from './providers/met-norway/met-norway.descriptor.js';
import { NWS } from './providers/nws/nws.descriptor.js';
import { ProviderError } from './providers/provider.error.js';
import { createWeatherService } from './testing/create-weather-service.js';
import { FakeWeatherProvider } from './testing/fake-weather-provider.js';
import { VILLAGE } from './testing/weather.fixtures.js';
import type { WeatherService } from './weather.service.js';
import { NoWeatherHereError } from './errors/no-weather-here.error.js';
import { WeatherUnavailableError } from './errors/weather-unavailable.error.js';
import type { Alert } from './datasets/alerts/alerts.js';

const HERE = { latitude: 48.8705, longitude: 2.3049 };
const MINUTE_MS = 60_000;
const outage = new ProviderError('failing', 'status 500');
const GALE: Alert = {
  id: '1',
  title: 'Gale',
  severity: 'severe',
  category: null,
  source: null,
  area: null,
  text: null,
  startsAtMs: null,
  endsAtMs: null,
};

/** A feed that knows its area without a call. */
class FakeFeed extends FakeWeatherProvider {
  covered: Place | null = { ...VILLAGE, key: '48.87,2.3', name: null, hasAlerts: true };

  override placeAt(): Place | null {
    return this.covered;
  }
}

let clock: FakeClock;
let primary: FakeWeatherProvider;
let feed: FakeFeed;
let weather: WeatherService;

function start(descriptor: typeof NWS | typeof MET_NORWAY): void {
  feed = new FakeFeed(descriptor);
  feed.records.alerts = { alerts: [GALE] };
  weather = createWeatherService([feed, primary], { clock });
}

beforeEach(() => {
  clock = new FakeClock();
  primary = new FakeWeatherProvider(ACCWEA);
  start(NWS);
});

const alertsHere = () => weather.read('alerts', HERE, 'anna');

describe('alerts, with an official feed', () => {
  it('come from the feed, without a call to the provider that is paid', async () => {
    expect(await alertsHere()).toMatchObject({
      entry: { value: { alerts: [GALE] } },
      location: { provider: { name: 'nws' }, place: { key: '48.87,2.3' } },
    });
    expect(primary.requests).toEqual([]);
  });

  it('come from the next provider outside its area, without a call to the feed', async () => {
    feed.covered = null;
    expect(await alertsHere()).toMatchObject({ location: { provider: { name: 'accwea' } } });
    expect(feed.requests).toEqual([]);
  });

  it('come from the next provider while the feed fails', async () => {
    feed.fault = outage;
    expect(await alertsHere()).toMatchObject({
      entry: { value: { alerts: [] } },
      location: { provider: { name: 'accwea' } },
    });
  });

  it('are unknown when both fail, never none', async () => {
    feed.fault = outage;
    primary.fault = outage;
    expect((await alertsHere()).entry.value).toBeNull();
  });

  it('are unknown when the feed fails and the other has none there', async () => {
    feed.fault = outage;
    primary.place = { ...VILLAGE, hasAlerts: false };
    expect((await alertsHere()).entry.value).toBeNull();
  });

  it('exist at sea, where the feed covers it and no other provider has a place', async () => {
    primary.place = null;
    expect((await alertsHere()).entry.value).toEqual({ alerts: [GALE] });
  });
});

describe('another dataset, with an official feed', () => {
  it('never asks the feed, not even for a place', async () => {
    primary.place = null;
    await expect(weather.read('conditions', HERE, 'anna')).rejects.toThrow(NoWeatherHereError);
    await expect(weather.read('minutely', HERE, 'anna')).rejects.toThrow(NoWeatherHereError);
    primary.fault = outage;
    const there = { latitude: 52.5, longitude: 13.4 };
    await expect(weather.read('daily', there, 'anna')).rejects.toThrow(WeatherUnavailableError);
    expect(feed.requests).toEqual([]);
  });
});

describe('a feed whose terms demand ten minutes between polls', () => {
  it('is asked once in that time, however soon its answer expires', async () => {
    start(MET_NORWAY);
    feed.expiresInMs = MINUTE_MS;
    for (let minute = 0; minute < 10; minute += 1) {
      expect((await alertsHere()).outcome).toBe(minute === 0 ? 'miss' : 'hit');
      clock.advance(MINUTE_MS);
    }
    expect(feed.requestsFor('alerts')).toHaveLength(1);
  });
});
