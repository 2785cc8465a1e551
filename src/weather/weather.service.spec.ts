import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import type { Position } from '@app/cells/position.js';
import type { Allowance } from '@app/load/allowance.js';
import { NotAdmittedError } from '@app/read-through/not-admitted.error.js';
import type { Alerts } from './datasets/alerts/alerts.js';
import type { Conditions } from './datasets/conditions/conditions.js';
import { NOT_COVERED, type MinutelyForecast } from './datasets/minutely/minutely-forecast.js';
import type { Allowances } from './cache/allowances.js';
import { NoWeatherHereError } from './errors/no-weather-here.error.js';
import { ProviderError } from './providers/provider.error.js';
import { WeatherUnavailableError } from './errors/weather-unavailable.error.js';
import type { Place } from './places/place.js';
import { ACCWEA } from './providers/accwea/accwea.descriptor.js';
import { OPEN_METEO } from './providers/open-meteo/open-meteo.descriptor.js';
import { FakeWeatherProvider } from './testing/fake-weather-provider.js';
import {
  DRIZZLE,
  GALE,
  RAIN_IN_12_MINUTES,
  RAINY_HOURS,
  VILLAGE,
} from './testing/weather.fixtures.js';
import type { Reading } from './reading.js';
import { createWeatherService } from './testing/create-weather-service.js';
import type { WeatherService } from './weather.service.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Two positions of one cell, and one of the next. */
const HERE = { latitude: 48.8712, longitude: 2.3011 };
const NEXT_DOOR = { latitude: 48.8798, longitude: 2.3099 };
const ACROSS = { latitude: 48.8801, longitude: 2.3011 };
const STORM = { ...DRIZZLE, precipitationPastHourMillimeters: 30 };

let clock: FakeClock;
let provider: FakeWeatherProvider;
let weather: WeatherService;

beforeEach(() => {
  clock = new FakeClock();
  provider = new FakeWeatherProvider();
  start(undefined);
});

/** Creates a service with empty caches. */
function start(fallback: FakeWeatherProvider | undefined, allowances?: Allowances): void {
  const providers = fallback ? [provider, fallback] : [provider];
  weather = createWeatherService(providers, { clock, ...(allowances && { allowances }) });
}

const readAt = (position: Position): Promise<Reading<Conditions>> =>
  weather.read('conditions', position, 'anna');

const alertsAt = (position: Position): Promise<Reading<Alerts | null>> =>
  weather.read('alerts', position, 'anna');

const minutesAt = (position: Position): Promise<Reading<MinutelyForecast | null>> =>
  weather.read('minutely', position, 'anna');

/** Matches a reading of a value from a provider. */
const from = (value: unknown, name: string): object => ({
  entry: { value },
  location: { provider: { name } },
});

/** Waits for background work. */
const backgroundWork = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('WeatherService.read', () => {
  it('returns the weather of the place of the cell, and sends the provider only the centre of the cell', async () => {
    const { entry, freshness } = await readAt(HERE);

    expect(entry.value).toEqual(DRIZZLE);
    expect(freshness).toBe('fresh');
    expect(provider.requestsFor('place')).toEqual([{ latitude: 48.875, longitude: 2.305 }]);
    expect(provider.requestsFor('conditions')).toEqual([VILLAGE.key]);
  });

  it('makes no further calls within a cell', async () => {
    await readAt(HERE);
    await readAt(NEXT_DOOR);

    expect(provider.requestsFor('place')).toHaveLength(1);
    expect(provider.requestsFor('conditions')).toHaveLength(1);
  });

  it('makes one search and no fetch for another cell of the same place', async () => {
    await readAt(HERE);
    await readAt(ACROSS);

    expect(provider.requestsFor('place')).toHaveLength(2);
    expect(provider.requestsFor('conditions')).toEqual([VILLAGE.key]);
  });

  it('fetches conditions for another place', async () => {
    await readAt(HERE);
    provider.place = { ...VILLAGE, key: 'town' };
    await readAt(ACROSS);

    expect(provider.requestsFor('conditions')).toEqual([VILLAGE.key, 'town']);
  });

  it('calls the provider once for concurrent requests', async () => {
    const watches = Array.from({ length: 200 }, (_, i) => readAt(i % 2 ? HERE : NEXT_DOOR));

    for (const { entry } of await Promise.all(watches)) expect(entry.value).toEqual(DRIZZLE);
    expect(provider.requestsFor('place')).toHaveLength(1);
    expect(provider.requestsFor('conditions')).toHaveLength(1);
  });

  it('keeps the place when conditions are fetched again', async () => {
    await readAt(HERE);
    clock.advance(DAY);
    await readAt(HERE);

    expect(provider.requestsFor('place')).toHaveLength(1);
    expect(provider.requestsFor('conditions')).toHaveLength(2);
  });
});

describe('WeatherService.read at a position without a place', () => {
  beforeEach(() => {
    provider.place = null;
  });

  it('throws NoWeatherHereError and fetches no conditions', async () => {
    await expect(readAt(HERE)).rejects.toThrow(NoWeatherHereError);
    expect(provider.requestsFor('conditions')).toEqual([]);
  });

  it('remembers the negative result for a day', async () => {
    await expect(readAt(HERE)).rejects.toThrow(NoWeatherHereError);
    clock.advance(DAY - 1);
    await expect(readAt(NEXT_DOOR)).rejects.toThrow(NoWeatherHereError);
    expect(provider.requestsFor('place')).toHaveLength(1);

    clock.advance(1);
    provider.place = VILLAGE;
    expect((await readAt(HERE)).entry.value).toEqual(DRIZZLE);
  });

  it('does not remember a failed search as a negative result', async () => {
    provider.fault = new ProviderError('network', 'ECONNRESET');
    await expect(readAt(HERE)).rejects.toThrow(WeatherUnavailableError);
    provider.fault = undefined;
    provider.place = VILLAGE;

    expect((await readAt(HERE)).entry.value).toEqual(DRIZZLE);
  });
});

describe('WeatherService.read at a place that a later search does not find', () => {
  it('keeps the place and searches again after a day', async () => {
    await readAt(HERE);
    clock.advance(70 * DAY);
    provider.place = null;
    expect((await readAt(HERE)).entry.value).toEqual(DRIZZLE);
    await readAt(HERE);
    expect(provider.requestsFor('place')).toHaveLength(2);

    clock.advance(40 * DAY);
    await readAt(HERE);
    expect(provider.requestsFor('place')).toHaveLength(3);
    expect(provider.requestsFor('conditions').at(-1)).toBe(VILLAGE.key);

    clock.advance(40 * DAY);
    provider.place = { ...VILLAGE, key: 'town' };
    await readAt(HERE);
    expect(provider.requestsFor('conditions').at(-1)).toBe('town');
  });
});

describe('WeatherService.read when the provider fails and no record is cached', () => {
  it.each([
    [undefined, 30],
    [0, 30],
    [1, 1],
    [1_000, 1],
    [61_001, 62],
  ])('turns a provider wait of %p ms into Retry-After: %d s', async (retryAfterMs, seconds) => {
    provider.fault = new ProviderError('quota', 'status 429', retryAfterMs);

    await expect(readAt(HERE)).rejects.toMatchObject({
      code: 'weather-unavailable',
      retryAfterSeconds: seconds,
      cause: provider.fault,
    });
  });

  it('throws the same error when only the conditions fail', async () => {
    await readAt(HERE);
    clock.advance(DAY);
    provider.fault = new ProviderError('failing', 'status 500');

    await expect(readAt(HERE)).rejects.toThrow(WeatherUnavailableError);
  });

  it('calls the provider again for the next watch', async () => {
    provider.fault = new ProviderError('failing', 'status 500');
    await expect(readAt(HERE)).rejects.toThrow();
    provider.fault = undefined;

    expect((await readAt(HERE)).entry.value).toEqual(DRIZZLE);
  });

  it('rethrows an unexpected error unchanged', async () => {
    provider.fault = new TypeError('a bug');

    await expect(readAt(HERE)).rejects.toThrow(TypeError);
  });
});

describe('WeatherService.read with cached conditions', () => {
  beforeEach(async () => {
    await readAt(HERE);
    provider.records.conditions = STORM;
  });

  it('serves them for ten minutes without a call', async () => {
    clock.advance(10 * MINUTE - 1);

    expect((await readAt(HERE)).entry.value).toEqual(DRIZZLE);
    await backgroundWork();
    expect(provider.requestsFor('conditions')).toHaveLength(1);
  });

  it('serves them stale during one refresh, then serves the new record', async () => {
    clock.advance(10 * MINUTE);
    const answers = await Promise.all([HERE, NEXT_DOOR].map((at) => readAt(at)));
    await backgroundWork();

    for (const { entry, freshness } of answers) {
      expect([entry.value, freshness]).toEqual([DRIZZLE, 'stale']);
    }
    expect((await readAt(HERE)).entry.value).toEqual(STORM);
    expect(provider.requestsFor('conditions')).toHaveLength(2);
  });

  it('does not serve them past the stale window while the provider is healthy', async () => {
    clock.advance(15 * MINUTE);

    expect(await readAt(HERE)).toMatchObject({
      entry: { value: STORM },
      freshness: 'fresh',
    });
  });

  it('serves them for six more hours while the provider fails', async () => {
    provider.fault = new ProviderError('failing', 'status 500');
    clock.advance(15 * MINUTE + 6 * HOUR - 1);
    expect(await readAt(HERE)).toMatchObject({
      entry: { value: DRIZZLE },
      freshness: 'expired',
    });
    clock.advance(1);

    await expect(readAt(HERE)).rejects.toThrow(WeatherUnavailableError);
  });
});

it('WeatherService.read keeps conditions fresh for as long as the provider says, up to one hour', async () => {
  provider.expiresInMs = 25 * MINUTE;
  await readAt(HERE);
  clock.advance(25 * MINUTE - 1);
  expect((await readAt(HERE)).freshness).toBe('fresh');
  clock.advance(1);

  expect((await readAt(HERE)).freshness).toBe('stale');
});

/** The hours as [minutes from now, temperature]. */
async function hoursShown(position = HERE): Promise<unknown[]> {
  const { entry } = await weather.read('hourly', position, 'anna');
  return entry.value.hours.map(({ startsAtMs, temperatureCelsius }) => [
    (startsAtMs - clock.nowMs()) / MINUTE,
    temperatureCelsius,
  ]);
}

describe('WeatherService.read of hours from a provider that starts with the next full hour', () => {
  const QUARTER = HOUR / 4;

  /** What the provider says at this time: two hours, which repeat its words. */
  function hoursOf({ records }: FakeWeatherProvider, temperatureCelsius: number): void {
    const nextMs = Math.floor(clock.nowMs() / HOUR + 1) * HOUR;
    const [hour] = RAINY_HOURS.hours;
    records.hourly = {
      hours: [nextMs, nextMs + HOUR].map((startsAtMs) => ({
        ...hour!,
        startsAtMs,
        temperatureCelsius,
      })),
    };
  }

  beforeEach(async () => {
    clock.advance(HOUR - (clock.nowMs() % HOUR) + QUARTER);
    hoursOf(provider, 1);
    await hoursShown();
  });

  it('keeps the running hour of the previous record', async () => {
    clock.advance(HOUR);
    hoursOf(provider, 2);

    expect(await hoursShown()).toEqual([
      [-15, 1],
      [45, 2],
      [105, 2],
    ]);
  });

  it('starts with the next hour when the previous record ends before the running one', async () => {
    clock.advance(4 * HOUR);
    hoursOf(provider, 2);

    expect(await hoursShown()).toEqual([
      [45, 2],
      [105, 2],
    ]);
  });

  it('does not take the running hour from another place', async () => {
    clock.advance(HOUR);
    provider.place = { ...VILLAGE, key: 'town' };
    hoursOf(provider, 2);

    expect(await hoursShown(ACROSS)).toEqual([
      [45, 2],
      [105, 2],
    ]);
  });
});

describe('WeatherService.read with a fallback provider', () => {
  const CELL: Place = { ...VILLAGE, key: '48.875,2.305', name: null, hasAlerts: false };
  const outage = new ProviderError('failing', 'status 500');
  const spent = new Error('no more calls');
  let fallback: FakeWeatherProvider;

  beforeEach(() => {
    fallback = new FakeWeatherProvider(OPEN_METEO);
    fallback.place = CELL;
    fallback.records.conditions = STORM;
    start(fallback);
  });

  it('calls only the primary provider while it responds', async () => {
    expect(await readAt(HERE)).toMatchObject(from(DRIZZLE, 'accwea'));
    expect(fallback.requests).toEqual([]);
  });

  it('uses the fallback where the primary provider has no place', async () => {
    provider.place = null;

    expect(await readAt(HERE)).toMatchObject({
      entry: { value: STORM },
      location: { provider: { name: 'open-meteo' }, place: CELL },
    });
  });

  it('uses the fallback when the search for a place fails', async () => {
    provider.fault = outage;

    expect(await readAt(HERE)).toMatchObject(from(STORM, 'open-meteo'));
  });

  it('uses the fallback for one failing dataset only', async () => {
    await readAt(HERE);
    provider.fault = outage;

    expect(await readAt(HERE)).toMatchObject(from(DRIZZLE, 'accwea'));
    expect(await weather.read('hourly', HERE, 'anna')).toMatchObject({
      location: { provider: OPEN_METEO },
    });
  });

  it('prefers a cached record of the primary provider to the fallback', async () => {
    await readAt(HERE);
    provider.fault = outage;
    clock.advance(5 * HOUR);

    expect(await readAt(HERE)).toMatchObject({ entry: { value: DRIZZLE }, freshness: 'expired' });
    expect(fallback.requests).toEqual([]);
  });

  it('returns to the primary provider as soon as it responds', async () => {
    provider.fault = outage;
    await readAt(HERE);
    provider.fault = undefined;

    expect(await readAt(HERE)).toMatchObject(from(DRIZZLE, 'accwea'));
  });

  it('throws WeatherUnavailableError when the fallback fails as well, also at sea', async () => {
    fallback.fault = outage;
    provider.place = null;
    await expect(readAt(HERE)).rejects.toThrow(WeatherUnavailableError);
    provider.fault = outage;

    await expect(readAt(ACROSS)).rejects.toThrow(WeatherUnavailableError);
  });

  it('serves a cached fallback record to a user without allowance', async () => {
    let calls = 0;
    const allowance: Allowance = {
      take: () => {
        calls += 1;
        return calls > 4
          ? Promise.reject(new NotAdmittedError({ cause: spent }))
          : Promise.resolve();
      },
      giveBack: () => Promise.resolve(),
    };
    start(fallback, { forQuestion: () => allowance });
    provider.fault = outage;
    expect(await readAt(HERE)).toMatchObject({
      location: { provider: OPEN_METEO },
      outcome: 'miss',
    });

    expect(await readAt(HERE)).toMatchObject({ entry: { value: STORM }, outcome: 'hit' });
    await expect(weather.read('daily', HERE, 'anna')).rejects.toBe(spent);
  });

  it('does not hide a bug in a provider', async () => {
    provider.fault = new TypeError('a bug');

    await expect(readAt(HERE)).rejects.toThrow(TypeError);
  });
});

describe('WeatherService.read of the next minutes', () => {
  it('asks for the box of 0.01° around the centre of the cell, once for each box of a place', async () => {
    for (const position of [HERE, NEXT_DOOR, ACROSS]) {
      expect((await minutesAt(position)).entry.value).toBe(RAIN_IN_12_MINUTES);
    }
    expect(provider.requestsFor('minutely')).toEqual(['48.87,2.30', '48.88,2.30']);
  });

  it('is unknown without a call where the place does not have them', async () => {
    provider.place = { ...VILLAGE, hasMinutely: false };

    const freshUntilMs = clock.nowMs() + HOUR;
    expect((await minutesAt(HERE)).entry).toMatchObject({ value: null, freshUntilMs });
    expect(provider.requestsFor('minutely')).toEqual([]);
  });

  it('asks where the place, cached by an earlier release, does not say whether it has them', async () => {
    provider.place = { ...VILLAGE, hasMinutely: null };
    expect((await minutesAt(HERE)).entry.value).toBe(RAIN_IN_12_MINUTES);
  });

  it('is unknown for 72 hours after one call where the provider does not cover the position', async () => {
    provider.records.minutely = NOT_COVERED;
    for (const hours of [0, 1, 70]) {
      clock.advance(hours * HOUR);
      const freshUntilMs = clock.nowMs() + HOUR;
      expect((await minutesAt(HERE)).entry).toMatchObject({ value: null, freshUntilMs });
    }
    expect(provider.requestsFor('minutely')).toHaveLength(1);

    clock.advance(HOUR);
    await minutesAt(HERE);
    expect(provider.requestsFor('minutely')).toHaveLength(2);
  });

  it.each([
    ['does not cover the position', () => (provider.records.minutely = NOT_COVERED)],
    [
      'does not have them at the place',
      () => (provider.place = { ...VILLAGE, hasMinutely: false }),
    ],
    ['fails', () => (provider.fault = new ProviderError('failing', 'status 500'))],
  ])('come from the fallback where the provider %s', async (_how, change) => {
    const fallback = new FakeWeatherProvider(OPEN_METEO);
    start(fallback);
    change();

    expect(await minutesAt(HERE)).toMatchObject(from(RAIN_IN_12_MINUTES, 'open-meteo'));
    expect(fallback.requestsFor('minutely')).toEqual(['48.87,2.30']);
  });

  it('are unknown for a minute where both providers fail', async () => {
    const fallback = new FakeWeatherProvider(OPEN_METEO);
    start(fallback);
    await readAt(HERE);
    provider.fault = new ProviderError('failing', 'status 500');
    fallback.fault = new ProviderError('failing', 'status 500');

    const freshUntilMs = clock.nowMs() + MINUTE;
    expect(await minutesAt(HERE)).toMatchObject({ entry: { value: null, freshUntilMs } });
  });
});

describe('WeatherService.read of alerts', () => {
  it('returns the alerts of the place', async () => {
    provider.records.alerts = { alerts: [GALE] };

    expect((await alertsAt(HERE)).entry.value).toEqual({ alerts: [GALE] });
  });

  it('returns unknown without a call where the place has no alerts', async () => {
    provider.place = { ...VILLAGE, hasAlerts: false };

    expect(await alertsAt(HERE)).toMatchObject({
      entry: { value: null },
      location: { place: { name: 'Village' } },
    });
    expect(provider.requestsFor('alerts')).toEqual([]);
  });

  it('returns unknown while alerts are unavailable, and calls again for the next watch', async () => {
    await readAt(HERE);
    provider.fault = new ProviderError('failing', 'status 500');
    expect((await alertsAt(HERE)).entry.value).toBeNull();
    provider.fault = undefined;

    expect((await alertsAt(HERE)).entry.value).toEqual({ alerts: [] });
  });

  it('returns unknown where only the fallback has a place, without calling it', async () => {
    const fallback = new FakeWeatherProvider(OPEN_METEO);
    fallback.place = { ...VILLAGE, hasAlerts: false };
    start(fallback);
    provider.place = null;

    const freshUntilMs = clock.nowMs() + HOUR;
    expect(await alertsAt(HERE)).toMatchObject({
      entry: { value: null, freshUntilMs },
      location: { provider: OPEN_METEO },
    });
    expect(fallback.requestsFor('alerts')).toEqual([]);
  });

  it('retries after a minute where the fallback stands in for a failing provider', async () => {
    const fallback = new FakeWeatherProvider(OPEN_METEO);
    fallback.place = { ...VILLAGE, hasAlerts: false };
    start(fallback);
    provider.fault = new ProviderError('failing', 'status 500');

    const freshUntilMs = clock.nowMs() + MINUTE;
    expect(await alertsAt(HERE)).toMatchObject({ entry: { value: null, freshUntilMs } });
  });

  it('come from the provider that offers them, whatever its place in the order', async () => {
    const { datasets } = ACCWEA;
    const first = new FakeWeatherProvider({ ...OPEN_METEO, datasets: ['conditions'] });
    const second = new FakeWeatherProvider({ ...ACCWEA, datasets });
    second.records.alerts = { alerts: [GALE] };
    weather = createWeatherService([first, second], { clock });

    expect((await alertsAt(HERE)).entry.value).toEqual({ alerts: [GALE] });
    expect(first.requests).toEqual([]);
  });

  it('fails where there is no weather at all', async () => {
    provider.place = null;

    await expect(alertsAt(HERE)).rejects.toThrow(NoWeatherHereError);
  });
});
