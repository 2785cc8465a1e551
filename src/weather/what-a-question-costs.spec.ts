import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import type { Counted } from '@app/rate-limit/miss-limit.js';
import { TooManyRequestsError } from '@app/rate-limit/too-many-requests.error.js';
import { QuestionAllowance } from './cache/question-allowance.js';
import { GlanceService } from './glance/glance.service.js';
import { OPEN_METEO } from './providers/open-meteo/open-meteo.descriptor.js';
import { ProviderError } from './providers/provider.error.js';
import { createWeatherService } from './testing/create-weather-service.js';
import { FakeWeatherProvider } from './testing/fake-weather-provider.js';
import { DRY_HOURS, VILLAGE } from './testing/weather.fixtures.js';
import type { WeatherService } from './weather.service.js';

const MINUTE = 60_000;
const HERE = { latitude: 48.8712, longitude: 2.3011 };
const SPENT = TooManyRequestsError.ofMisses(1_234, { policy: '', limit: '' });

/** What each user was charged. */
class Bill {
  readonly items: string[] = [];
  spent = false;

  charge(subject: string, counted: Counted): Promise<void> {
    if (this.spent) return Promise.reject(SPENT);
    this.items.push(`${subject} ${counted}`);
    return Promise.resolve();
  }

  refund(): Promise<void> {
    return Promise.reject(new Error('no test makes a call and withdraws it'));
  }
}

let clock: FakeClock;
let bill: Bill;
let provider: FakeWeatherProvider;
let fallback: FakeWeatherProvider;
let weather: WeatherService;
let glances: GlanceService;

beforeEach(() => {
  clock = new FakeClock();
  bill = new Bill();
  provider = new FakeWeatherProvider();
  fallback = new FakeWeatherProvider(OPEN_METEO);
  weather = createWeatherService([provider, fallback], {
    clock,
    allowances: { forQuestion: (subject) => new QuestionAllowance(subject, bill) },
  });
  glances = new GlanceService(weather, clock);
});

/** Waits for background work. */
const backgroundWork = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a glance of a new place', () => {
  it('is one miss, although it takes six calls', async () => {
    await glances.at(HERE, 'anna');

    expect(provider.requests).toHaveLength(6);
    expect(bill.items).toEqual(['anna misses']);
  });

  it('is one miss, although a second provider is called after the first one failed', async () => {
    provider.fault = new ProviderError('failing', 'status 500');
    await glances.at(HERE, 'anna');

    expect(provider.requests.length).toBeGreaterThan(0);
    expect(fallback.requests.length).toBeGreaterThan(0);
    expect(bill.items).toEqual(['anna misses']);
  });

  it('is charged to the user whose request leads the loads, not to those who wait for them', async () => {
    await Promise.all(['anna', 'ben', 'anna', 'cid'].map((user) => glances.at(HERE, user)));

    expect(provider.requests).toHaveLength(6);
    expect(bill.items).toEqual(['anna misses']);
  });

  it('is refused without a call when the user has no question left', async () => {
    bill.spent = true;

    await expect(glances.at(HERE, 'anna')).rejects.toBe(SPENT);
    expect([...provider.requests, ...fallback.requests]).toEqual([]);
  });
});

describe('a glance of a known place', () => {
  beforeEach(async () => {
    provider.place = { ...VILLAGE, hasAlerts: false };
    provider.records.hourly = DRY_HOURS;
    // Conditions and hours become stale at the same time.
    provider.expiresInMs = 30 * MINUTE;
    await glances.at(HERE, 'anna');
    bill.items.length = 0;
    provider.requests.length = 0;
  });

  it('costs nothing while it is fresh', async () => {
    await glances.at(HERE, 'ben');

    expect(bill.items).toEqual([]);
  });

  it('is one refresh of the user who was served, although two datasets are renewed', async () => {
    clock.advance(32 * MINUTE);
    await glances.at(HERE, 'ben');
    await backgroundWork();

    expect(provider.requests.map(({ operation }) => operation)).toEqual(['conditions', 'hourly']);
    expect(bill.items).toEqual(['ben refreshes']);
  });
});

it('two requests of a user for two datasets of a new place are two misses', async () => {
  await weather.read('conditions', HERE, 'anna');
  await weather.read('daily', HERE, 'anna');

  expect(bill.items).toEqual(['anna misses', 'anna misses']);
});
