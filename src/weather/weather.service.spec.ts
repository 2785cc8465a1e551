import { beforeEach, describe, expect, it } from '@jest/globals';
import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import type { Position } from '@app/cells/position.js';
import { NoSharedStore } from '@app/read-through/no-shared-store.js';
import { NotAdmittedError } from '@app/read-through/not-admitted.error.js';
import { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import type { Alerts } from './datasets/alerts.js';
import type { Conditions } from './datasets/conditions.js';
import type { Charge } from './cache/charge.js';
import { FreshnessPolicy } from './cache/freshness-policy.js';
import { NoWeatherHereError } from './errors/no-weather-here.error.js';
import { ProviderError } from './errors/provider.error.js';
import { WeatherUnavailableError } from './errors/weather-unavailable.error.js';

import type { Place } from './place.js';
import { FakeWeatherProvider } from './testing/fake-weather-provider.js';
import { DRIZZLE, GALE, VILLAGE } from './testing/some-weather.js';

import type { Reading } from './weather-reading.js';
import { WeatherSources } from './weather-sources.js';
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
  start(undefined);
});

const free: Charge = (_subject, call) => call();

/** Starts anew, with nothing in memory. */
function start(fallback: FakeWeatherProvider | undefined, charge: Charge = free): void {
  const [store, events] = [new NoSharedStore(), new ReadThroughEvents()];
  // Half way between stretching and shortening: the windows are what the table says.
  const options = { store, clock, events, maxEntries: 100, random: () => 0.5 };
  const sources = new WeatherSources(
    [provider, fallback],
    new FreshnessPolicy({}),
    options,
    charge,
  );
  weather = new WeatherService(parseCellGrid('degrees:0.01'), sources, clock);
}

const readAt = (position: Position): Promise<Reading<Conditions>> =>
  weather.read('conditions', position, 'anna');

const alertsAt = (position: Position): Promise<Reading<Alerts | null>> =>
  weather.readAlerts(position, 'anna');

/** Lets what goes on in the background come to its end. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the weather of a position', () => {
  it('is that of the place of its cell, and the provider sees the cell’s centre only', async () => {
    const { value, freshness } = await readAt(HERE);

    expect(value).toEqual(DRIZZLE);
    expect(freshness).toBe('fresh');
    expect(provider.askedAbout('place')).toEqual([{ latitude: 48.875, longitude: 2.305 }]);
    expect(provider.askedAbout('conditions')).toEqual([VILLAGE.key]);
  });

  it('costs nothing anywhere else in the cell', async () => {
    await readAt(HERE);
    await readAt(NEXT_DOOR);

    expect(provider.askedAbout('place')).toHaveLength(1);
    expect(provider.askedAbout('conditions')).toHaveLength(1);
  });

  it('costs one search and no conditions in another cell of the place', async () => {
    await readAt(HERE);
    await readAt(ACROSS);

    expect(provider.askedAbout('place')).toHaveLength(2);
    expect(provider.askedAbout('conditions')).toEqual([VILLAGE.key]);
  });

  it('costs conditions of its own in another place', async () => {
    await readAt(HERE);
    provider.place = { ...VILLAGE, key: 'town' };
    await readAt(ACROSS);

    expect(provider.askedAbout('conditions')).toEqual([VILLAGE.key, 'town']);
  });

  it('is asked once for all who come at the same time', async () => {
    const watches = Array.from({ length: 200 }, (_, i) => readAt(i % 2 ? HERE : NEXT_DOOR));

    for (const { value } of await Promise.all(watches)) expect(value).toEqual(DRIZZLE);
    expect(provider.askedAbout('place')).toHaveLength(1);
    expect(provider.askedAbout('conditions')).toHaveLength(1);
  });

  it('keeps its place when its conditions are asked anew', async () => {
    await readAt(HERE);
    clock.advance(DAY);
    await readAt(HERE);

    expect(provider.askedAbout('place')).toHaveLength(1);
    expect(provider.askedAbout('conditions')).toHaveLength(2);
  });
});

describe('no place', () => {
  beforeEach(() => {
    provider.place = null;
  });

  it('is told, and costs no conditions', async () => {
    await expect(readAt(HERE)).rejects.toThrow(NoWeatherHereError);
    expect(provider.askedAbout('conditions')).toEqual([]);
  });

  it('is remembered for a day', async () => {
    await expect(readAt(HERE)).rejects.toThrow(NoWeatherHereError);
    clock.advance(DAY - 1);
    await expect(readAt(NEXT_DOOR)).rejects.toThrow(NoWeatherHereError);
    expect(provider.askedAbout('place')).toHaveLength(1);

    clock.advance(1);
    provider.place = VILLAGE;
    expect((await readAt(HERE)).value).toEqual(DRIZZLE);
  });

  it('is not what a failed search says', async () => {
    provider.fault = new ProviderError('network', 'ECONNRESET');
    await expect(readAt(HERE)).rejects.toThrow(WeatherUnavailableError);
    provider.fault = undefined;
    provider.place = VILLAGE;

    expect((await readAt(HERE)).value).toEqual(DRIZZLE);
  });
});

describe('a place that a later search does not find', () => {
  it('stays, and is looked for again in a day', async () => {
    await readAt(HERE);
    clock.advance(70 * DAY);
    provider.place = null;
    expect((await readAt(HERE)).value).toEqual(DRIZZLE);
    await readAt(HERE);
    expect(provider.askedAbout('place')).toHaveLength(2);

    clock.advance(40 * DAY);
    await readAt(HERE);
    expect(provider.askedAbout('place')).toHaveLength(3);
    expect(provider.askedAbout('conditions').at(-1)).toBe(VILLAGE.key);

    clock.advance(40 * DAY);
    provider.place = { ...VILLAGE, key: 'town' };
    await readAt(HERE);
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

      await expect(readAt(HERE)).rejects.toMatchObject({
        code: 'weather-unavailable',
        retryAfterSeconds: seconds,
        cause: provider.fault,
      });
    },
  );

  it('of the conditions alone, it is no different', async () => {
    await readAt(HERE);
    clock.advance(DAY);
    provider.fault = new ProviderError('failing', 'status 500');

    await expect(readAt(HERE)).rejects.toThrow(WeatherUnavailableError);
  });

  it('the next watch asks anew', async () => {
    provider.fault = new ProviderError('failing', 'status 500');
    await expect(readAt(HERE)).rejects.toThrow();
    provider.fault = undefined;

    expect((await readAt(HERE)).value).toEqual(DRIZZLE);
  });

  it('an error that nobody foresaw stays what it is', async () => {
    provider.fault = new TypeError('a bug');

    await expect(readAt(HERE)).rejects.toThrow(TypeError);
  });
});

describe('an old copy of the conditions', () => {
  beforeEach(async () => {
    await readAt(HERE);
    provider.now = STORM;
  });

  it('is served for ten minutes without asking', async () => {
    clock.advance(10 * MINUTE - 1);

    expect((await readAt(HERE)).value).toEqual(DRIZZLE);
    await settled();
    expect(provider.askedAbout('conditions')).toHaveLength(1);
  });

  it('is served at once while one refreshes it, and then the new one', async () => {
    clock.advance(10 * MINUTE);
    const answers = await Promise.all([HERE, NEXT_DOOR].map((at) => readAt(at)));
    await settled();

    for (const { value, freshness } of answers) {
      expect([value, freshness]).toEqual([DRIZZLE, 'stale']);
    }
    expect((await readAt(HERE)).value).toEqual(STORM);
    expect(provider.askedAbout('conditions')).toHaveLength(2);
  });

  it('is not served past that by a healthy provider', async () => {
    clock.advance(15 * MINUTE);

    expect(await readAt(HERE)).toMatchObject({
      value: STORM,
      freshness: 'fresh',
    });
  });

  it('is served for six hours more when the provider fails', async () => {
    provider.fault = new ProviderError('failing', 'status 500');
    clock.advance(15 * MINUTE + 6 * HOUR - 1);
    expect(await readAt(HERE)).toMatchObject({
      value: DRIZZLE,
      freshness: 'expired',
    });
    clock.advance(1);

    await expect(readAt(HERE)).rejects.toThrow(WeatherUnavailableError);
  });
});

it('conditions stay fresh for as long as the provider says, at most an hour', async () => {
  provider.expiresInMs = 25 * MINUTE;
  await readAt(HERE);
  clock.advance(25 * MINUTE - 1);
  expect((await readAt(HERE)).freshness).toBe('fresh');
  clock.advance(1);

  expect((await readAt(HERE)).freshness).toBe('stale');
});

describe('with a fall-back', () => {
  const CELL: Place = { ...VILLAGE, key: '48.875,2.305', name: null, hasAlerts: false };
  const outage = new ProviderError('failing', 'status 500');
  const spent = new Error('no more calls');
  let fallback: FakeWeatherProvider;

  beforeEach(() => {
    fallback = new FakeWeatherProvider('open-meteo');
    fallback.place = CELL;
    fallback.now = STORM;
    start(fallback);
  });

  it('the provider is asked first, and alone while it answers', async () => {
    expect(await readAt(HERE)).toMatchObject({ value: DRIZZLE, origin: 'accwea' });
    expect(fallback.asked).toEqual([]);
  });

  it('a position where the provider has no place is answered', async () => {
    provider.place = null;

    expect(await readAt(HERE)).toMatchObject({ value: STORM, origin: 'open-meteo', place: CELL });
  });

  it('a position is answered whose place cannot be found', async () => {
    provider.fault = outage;

    expect(await readAt(HERE)).toMatchObject({ value: STORM, origin: 'open-meteo' });
  });

  it('a dataset that the provider cannot give is answered, the others stay the provider’s', async () => {
    await readAt(HERE);
    provider.fault = outage;

    expect(await readAt(HERE)).toMatchObject({ value: DRIZZLE, origin: 'accwea' });
    expect(await weather.read('hourly', HERE, 'anna')).toMatchObject({ origin: 'open-meteo' });
  });

  it('an old copy is served rather than what the fall-back says', async () => {
    await readAt(HERE);
    provider.fault = outage;
    clock.advance(5 * HOUR);

    expect(await readAt(HERE)).toMatchObject({ value: DRIZZLE, freshness: 'expired' });
    expect(fallback.asked).toEqual([]);
  });

  it('the provider is served again as soon as it answers', async () => {
    provider.fault = outage;
    await readAt(HERE);
    provider.fault = undefined;

    expect(await readAt(HERE)).toMatchObject({ value: DRIZZLE, origin: 'accwea' });
  });

  it('that fails as well, the weather is unavailable, at sea too', async () => {
    fallback.fault = outage;
    provider.place = null;
    await expect(readAt(HERE)).rejects.toThrow(WeatherUnavailableError);
    provider.fault = outage;

    await expect(readAt(ACROSS)).rejects.toThrow(WeatherUnavailableError);
  });

  it('a copy of its answer serves a user who may cause no more calls', async () => {
    let calls = 0;
    start(fallback, (_subject, call) => {
      calls += 1;
      return calls > 3 ? Promise.reject(new NotAdmittedError({ cause: spent })) : call();
    });
    provider.fault = outage;
    expect(await readAt(HERE)).toMatchObject({ origin: 'open-meteo', outcome: 'miss' });

    expect(await readAt(HERE)).toMatchObject({ value: STORM, outcome: 'hit' });
    await expect(weather.read('daily', HERE, 'anna')).rejects.toBe(spent);
  });

  it('a bug in the provider is not hidden', async () => {
    provider.fault = new TypeError('a bug');

    await expect(readAt(HERE)).rejects.toThrow(TypeError);
  });
});

describe('the alerts of a position', () => {
  it('are those of its place', async () => {
    provider.warnings = { alerts: [GALE] };

    expect((await alertsAt(HERE)).value).toEqual({ alerts: [GALE] });
  });

  it('are unknown, and cost nothing, where the place has none', async () => {
    provider.place = { ...VILLAGE, hasAlerts: false };

    expect(await alertsAt(HERE)).toMatchObject({ value: null, place: { name: 'Village' } });
    expect(provider.askedAbout('alerts')).toEqual([]);
  });

  it('are unknown when they cannot be had, and asked for again by the next watch', async () => {
    await readAt(HERE);
    provider.fault = new ProviderError('failing', 'status 500');
    expect((await alertsAt(HERE)).value).toBeNull();
    provider.fault = undefined;

    expect((await alertsAt(HERE)).value).toEqual({ alerts: [] });
  });

  it('are unknown where only the fall-back has a place, and it is not asked', async () => {
    const fallback = new FakeWeatherProvider('open-meteo');
    fallback.place = { ...VILLAGE, hasAlerts: false };
    start(fallback);
    provider.place = null;

    const freshUntilMs = clock.nowMs() + HOUR;
    expect(await alertsAt(HERE)).toMatchObject({ value: null, origin: 'open-meteo', freshUntilMs });
    expect(fallback.askedAbout('alerts')).toEqual([]);
  });

  it('are asked for again in a minute where the fall-back stands in for a provider that fails', async () => {
    const fallback = new FakeWeatherProvider('open-meteo');
    fallback.place = { ...VILLAGE, hasAlerts: false };
    start(fallback);
    provider.fault = new ProviderError('failing', 'status 500');

    const freshUntilMs = clock.nowMs() + MINUTE;
    expect(await alertsAt(HERE)).toMatchObject({ value: null, freshUntilMs });
  });

  it('are not a reason to find weather where there is none', async () => {
    provider.place = null;

    await expect(alertsAt(HERE)).rejects.toThrow(NoWeatherHereError);
  });
});
