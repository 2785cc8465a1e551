import { beforeEach, describe, expect, it } from '@jest/globals';
import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import { FakeClock } from '@app/clock/fake-clock.js';
import { NoSharedStore } from '@app/read-through/no-shared-store.js';
import { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import { Caches } from './cache/caches.js';
import { FreshnessPolicy } from './cache/freshness-policy.js';
import { WeatherCache } from './cache/weather-cache.js';
import { NoWeatherHereError } from './errors/no-weather-here.error.js';
import { ProviderError } from './errors/provider.error.js';
import { WeatherUnavailableError } from './errors/weather-unavailable.error.js';

import { FakeWeatherProvider } from './testing/fake-weather-provider.js';
import { DRIZZLE, VILLAGE } from './testing/some-weather.js';

import { WeatherService } from './weather.service.js';

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
  const caches = new Caches(new NoSharedStore(), clock, new ReadThroughEvents(), {
    maxEntries: 100,
    // Stretches no window.
    random: () => 0.5,
  });
  const cache = new WeatherCache(provider, new FreshnessPolicy({}), caches);
  weather = new WeatherService(parseCellGrid('degrees:0.01'), cache, clock);
});

/** Lets what goes on in the background come to its end. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the weather of a position', () => {
  it('is that of the place of its cell, and the provider sees the cell’s centre only', async () => {
    const { entry, freshness } = await weather.conditionsAt(HERE);

    expect(entry.value).toEqual(DRIZZLE);
    expect(freshness).toBe('fresh');
    expect(provider.askedAbout('place')).toEqual([{ latitude: 48.875, longitude: 2.305 }]);
    expect(provider.askedAbout('conditions')).toEqual([VILLAGE.key]);
  });

  it('costs nothing anywhere else in the cell', async () => {
    await weather.conditionsAt(HERE);
    await weather.conditionsAt(NEXT_DOOR);

    expect(provider.askedAbout('place')).toHaveLength(1);
    expect(provider.askedAbout('conditions')).toHaveLength(1);
  });

  it('costs one search and no conditions in another cell of the place', async () => {
    await weather.conditionsAt(HERE);
    await weather.conditionsAt(ACROSS);

    expect(provider.askedAbout('place')).toHaveLength(2);
    expect(provider.askedAbout('conditions')).toEqual([VILLAGE.key]);
  });

  it('costs conditions of its own in another place', async () => {
    await weather.conditionsAt(HERE);
    provider.place = { ...VILLAGE, key: 'town' };
    await weather.conditionsAt(ACROSS);

    expect(provider.askedAbout('conditions')).toEqual([VILLAGE.key, 'town']);
  });

  it('is asked once for all who come at the same time', async () => {
    const watches = Array.from({ length: 200 }, (_, i) =>
      weather.conditionsAt(i % 2 ? HERE : NEXT_DOOR),
    );

    for (const { entry } of await Promise.all(watches)) expect(entry.value).toEqual(DRIZZLE);
    expect(provider.askedAbout('place')).toHaveLength(1);
    expect(provider.askedAbout('conditions')).toHaveLength(1);
  });

  it('keeps its place when its conditions are asked anew', async () => {
    await weather.conditionsAt(HERE);
    clock.advance(DAY);
    await weather.conditionsAt(HERE);

    expect(provider.askedAbout('place')).toHaveLength(1);
    expect(provider.askedAbout('conditions')).toHaveLength(2);
  });
});

describe('no place', () => {
  beforeEach(() => {
    provider.place = null;
  });

  it('is told, and costs no conditions', async () => {
    await expect(weather.conditionsAt(HERE)).rejects.toThrow(NoWeatherHereError);
    expect(provider.askedAbout('conditions')).toEqual([]);
  });

  it('is remembered for a day', async () => {
    await expect(weather.conditionsAt(HERE)).rejects.toThrow(NoWeatherHereError);
    clock.advance(DAY - 1);
    await expect(weather.conditionsAt(NEXT_DOOR)).rejects.toThrow(NoWeatherHereError);
    expect(provider.askedAbout('place')).toHaveLength(1);

    clock.advance(1);
    provider.place = VILLAGE;
    expect((await weather.conditionsAt(HERE)).entry.value).toEqual(DRIZZLE);
  });

  it('is not what a failed search says', async () => {
    provider.fault = new ProviderError('network', 'ECONNRESET');
    await expect(weather.conditionsAt(HERE)).rejects.toThrow(WeatherUnavailableError);
    provider.fault = undefined;
    provider.place = VILLAGE;

    expect((await weather.conditionsAt(HERE)).entry.value).toEqual(DRIZZLE);
  });
});

describe('a place that a later search does not find', () => {
  it('stays, and is looked for again in a day', async () => {
    await weather.conditionsAt(HERE);
    clock.advance(70 * DAY);
    provider.place = null;
    expect((await weather.conditionsAt(HERE)).entry.value).toEqual(DRIZZLE);
    await weather.conditionsAt(HERE);
    expect(provider.askedAbout('place')).toHaveLength(2);

    clock.advance(40 * DAY);
    await weather.conditionsAt(HERE);
    expect(provider.askedAbout('place')).toHaveLength(3);
    expect(provider.askedAbout('conditions').at(-1)).toBe(VILLAGE.key);

    clock.advance(40 * DAY);
    provider.place = { ...VILLAGE, key: 'town' };
    await weather.conditionsAt(HERE);
    expect(provider.askedAbout('conditions').at(-1)).toBe('town');
  });
});

describe('when the provider fails and there is no copy', () => {
  it.each([
    [undefined, 30],
    [0, 30],
    [1, 1],
    [1_000, 1],
    [61_001, 62],
  ])(
    'asked to wait %p ms, watches are told to ask again in %d s',
    async (retryAfterMs, seconds) => {
      provider.fault = new ProviderError('quota', 'status 429', retryAfterMs);

      await expect(weather.conditionsAt(HERE)).rejects.toMatchObject({
        code: 'weather-unavailable',
        retryAfterSeconds: seconds,
        cause: provider.fault,
      });
    },
  );

  it('of the conditions alone, it is no different', async () => {
    await weather.conditionsAt(HERE);
    clock.advance(DAY);
    provider.fault = new ProviderError('failing', 'status 500');

    await expect(weather.conditionsAt(HERE)).rejects.toThrow(WeatherUnavailableError);
  });

  it('the next watch asks anew', async () => {
    provider.fault = new ProviderError('failing', 'status 500');
    await expect(weather.conditionsAt(HERE)).rejects.toThrow();
    provider.fault = undefined;

    expect((await weather.conditionsAt(HERE)).entry.value).toEqual(DRIZZLE);
  });

  it('an error that nobody foresaw stays what it is', async () => {
    provider.fault = new TypeError('a bug');

    await expect(weather.conditionsAt(HERE)).rejects.toThrow(TypeError);
  });
});

describe('an old copy of the conditions', () => {
  beforeEach(async () => {
    await weather.conditionsAt(HERE);
    provider.now = STORM;
  });

  it('is served for ten minutes without asking', async () => {
    clock.advance(10 * MINUTE - 1);

    expect((await weather.conditionsAt(HERE)).entry.value).toEqual(DRIZZLE);
    await settled();
    expect(provider.askedAbout('conditions')).toHaveLength(1);
  });

  it('is served at once while one refreshes it, and then the new one', async () => {
    clock.advance(10 * MINUTE);
    const answers = await Promise.all([HERE, NEXT_DOOR].map((at) => weather.conditionsAt(at)));
    await settled();

    for (const { entry, freshness } of answers) {
      expect([entry.value, freshness]).toEqual([DRIZZLE, 'stale']);
    }
    expect((await weather.conditionsAt(HERE)).entry.value).toEqual(STORM);
    expect(provider.askedAbout('conditions')).toHaveLength(2);
  });

  it('is not served past that by a healthy provider', async () => {
    clock.advance(15 * MINUTE);

    expect(await weather.conditionsAt(HERE)).toMatchObject({
      entry: { value: STORM },
      freshness: 'fresh',
    });
  });

  it('is served for six hours more when the provider fails', async () => {
    provider.fault = new ProviderError('failing', 'status 500');
    clock.advance(15 * MINUTE + 6 * HOUR - 1);
    expect(await weather.conditionsAt(HERE)).toMatchObject({
      entry: { value: DRIZZLE },
      freshness: 'expired',
    });
    clock.advance(1);

    await expect(weather.conditionsAt(HERE)).rejects.toThrow(WeatherUnavailableError);
  });
});

it('conditions stay fresh for as long as the provider says, at most an hour', async () => {
  provider.expiresInMs = 25 * MINUTE;
  await weather.conditionsAt(HERE);
  clock.advance(25 * MINUTE - 1);
  expect((await weather.conditionsAt(HERE)).freshness).toBe('fresh');
  clock.advance(1);

  expect((await weather.conditionsAt(HERE)).freshness).toBe('stale');
});
