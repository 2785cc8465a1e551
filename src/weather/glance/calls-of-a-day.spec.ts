import { expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { DATASETS, type DatasetName } from '../datasets/registry.js';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../durations.js';
import { createWeatherService } from '../testing/create-weather-service.js';
import { FakeWeatherProvider } from '../testing/fake-weather-provider.js';
import { DRY_HOURS, RAIN_IN_12_MINUTES, RAINY_HOURS } from '../testing/weather.fixtures.js';
import { GlanceService } from './glance.service.js';

const HERE = { latitude: 48.8712, longitude: 2.3011 };
const DATASET_NAMES = Object.keys(DATASETS) as DatasetName[];

const FIRST_WET_HOUR = 6;

/** Two days of hours, each with this number of consecutive wet ones. */
const hoursOfTwoDays = (wetHours: number) => ({
  hours: Array.from({ length: 48 }, (_, hour) => {
    const isWet = (hour + 24 - FIRST_WET_HOUR) % 24 < wetHours;
    const { hours } = isWet ? RAINY_HOURS : DRY_HOURS;
    const [first] = hours;
    return { ...first!, startsAtMs: (first?.startsAtMs ?? 0) + hour * HOUR_MS };
  }),
});

/** The calls that one watch causes in 24 hours at one place, alone, asking at this interval. */
async function callsOfADay(intervalMs: number, wetHours: number): Promise<Record<string, number>> {
  const clock = new FakeClock();
  const provider = new FakeWeatherProvider();
  provider.records.hourly = hoursOfTwoDays(wetHours);
  provider.records.minutely = RAIN_IN_12_MINUTES;
  const glances = new GlanceService(createWeatherService([provider], { clock }), clock);
  for (let passedMs = 0; passedMs < DAY_MS; passedMs += intervalMs) {
    await glances.at(HERE, 'anna');
    // Refreshes behind the response.
    await new Promise((resolve) => setImmediate(resolve));
    clock.advance(intervalMs);
  }
  const ofDatasets = DATASET_NAMES.map(
    (name) => [name, provider.requestsFor(name).length] as const,
  );
  return { ...Object.fromEntries(ofDatasets), all: provider.requests.length };
}

/** The same with and without rain: what a glance cost before it had the rain of the next hour. */
const EVERY_5_MINUTES = { conditions: 144, hourly: 48, daily: 24, alerts: 144 };
const EVERY_15_MINUTES = { conditions: 96, hourly: 48, daily: 24, alerts: 96 };

// ADR 26 has this table.
it.each([
  [5, 0, { ...EVERY_5_MINUTES, minutely: 0, all: 361 }],
  [5, 6, { ...EVERY_5_MINUTES, minutely: 83, all: 444 }],
  [5, 24, { ...EVERY_5_MINUTES, minutely: 288, all: 649 }],
  [15, 0, { ...EVERY_15_MINUTES, minutely: 0, all: 265 }],
  [15, 6, { ...EVERY_15_MINUTES, minutely: 27, all: 292 }],
  [15, 24, { ...EVERY_15_MINUTES, minutely: 96, all: 361 }],
])(
  'a glance every %d minutes on a day with %d wet hours causes these calls: %j',
  async (minutes, wetHours, calls) => {
    expect(await callsOfADay(minutes * MINUTE_MS, wetHours)).toEqual(calls);
  },
);
