import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import type { Demand } from '@app/load/demand.js';
import { MINUTE_MS } from '../durations.js';
import { NOT_COVERED } from '../datasets/minutely/minutely-forecast.js';
import { DATASETS, type DatasetName, type Datasets } from '../datasets/registry.js';
import type { Place } from '../places/place.js';
import { ProviderError } from '../providers/provider.error.js';
import { WeatherUnavailableError } from '../errors/weather-unavailable.error.js';
import { DRY_HOURS, RAINY_HOURS, VILLAGE } from '../testing/weather.fixtures.js';
import { createWeatherService } from '../testing/create-weather-service.js';
import { FakeWeatherProvider } from '../testing/fake-weather-provider.js';
import type { Provided } from '../providers/weather-provider.js';
import { GlanceService, type Glance } from './glance.service.js';

const HERE = { latitude: 48.8712, longitude: 2.3011 };

/** A provider of which one dataset can be made to fail. */
class Provider extends FakeWeatherProvider {
  failing: DatasetName | undefined = undefined;
  hanging: DatasetName | undefined = undefined;
  /** How long it takes for the hours. */
  hoursTakeMs = 0;

  override fetch<D extends DatasetName>(
    ...request: [dataset: D, place: Place, demand: Demand]
  ): Promise<Provided<Datasets[D]>> {
    if (request[0] === 'hourly') clock.advance(this.hoursTakeMs);
    if (request[0] === this.hanging) return new Promise(() => {});
    return request[0] === this.failing
      ? Promise.reject(new ProviderError('failing', 'status 500'))
      : super.fetch(...request);
  }
}

/** How long a record of the dataset is fresh, and how long it serves. */
function lifetimesIn(dataset: DatasetName): [freshForMs: number, untilDeadMs: number] {
  const { freshAtLeastMs, revalidateForMs, errorForMs } = DATASETS[dataset].freshness;
  return [freshAtLeastMs, freshAtLeastMs + revalidateForMs + errorForMs];
}
const [ALERTS_FRESH, ALERTS_DEAD] = lifetimesIn('alerts');
const [MINUTELY_FRESH] = lifetimesIn('minutely');
const [CONDITIONS_FRESH, CONDITIONS_DEAD] = lifetimesIn('conditions');

let clock: FakeClock;
let provider: Provider;
let glances: GlanceService;

beforeEach(() => {
  clock = new FakeClock();
  provider = new Provider();
  provider.records.hourly = DRY_HOURS;
  glances = new GlanceService(createWeatherService([provider], { clock }), clock);
});

const glance = (): Promise<Glance> => glances.at(HERE, 'anna');
const lifetimesOf = ({
  reading: {
    entry: { freshUntilMs, deadAtMs },
  },
}: Glance): number[] => [freshUntilMs, deadAtMs].map((untilMs) => untilMs - clock.nowMs());

const asked = (): number => provider.requestsFor('minutely').length;

describe('GlanceService', () => {
  it('gives a glance the freshness and the lifetime of its shortest-lived parts', async () => {
    expect(lifetimesOf(await glance())).toEqual([ALERTS_FRESH, ALERTS_DEAD]);
  });

  it('does not shorten the freshness or the lifetime of a glance while alerts are unknown', async () => {
    provider.failing = 'alerts';
    const result = await glance();

    expect(result.parts.alerts).toMatchObject({ entry: { value: null } });
    expect(lifetimesOf(result)).toEqual([ALERTS_FRESH, CONDITIONS_DEAD]);
  });

  it('gives a glance the lifetime of its weather at a place without alerts', async () => {
    provider.place = { ...VILLAGE, hasAlerts: false };

    expect(lifetimesOf(await glance())).toEqual([CONDITIONS_FRESH, CONDITIONS_DEAD]);
  });

  it('throws instead of returning a glance without any weather', async () => {
    provider.fault = new ProviderError('failing', 'status 500');

    await expect(glance()).rejects.toThrow(WeatherUnavailableError);
  });
});

describe('GlanceService: rain in the next hour', () => {
  it('is not asked for while the hours make it unlikely', async () => {
    const { parts } = await glance();

    expect(parts).toMatchObject({ hourly: expect.anything(), minutely: undefined });
    expect(asked()).toBe(0);
  });

  it('is asked for once the hours make it likely, also in hours that were loaded before', async () => {
    provider.records.hourly = { hours: DRY_HOURS.hours.with(1, RAINY_HOURS.hours[1]!) };
    await glance();
    expect(asked()).toBe(0);

    clock.advance(MINUTE_MS);
    const { parts } = await glance();
    expect(parts.minutely?.entry.value).toMatchObject({ isCovered: true });
    expect([asked(), provider.requestsFor('hourly').length]).toEqual([1, 1]);
  });

  it('is not asked for when the hours are unavailable', async () => {
    provider.records.hourly = RAINY_HOURS;
    provider.failing = 'hourly';
    const { parts } = await glance();

    expect(parts).toMatchObject({ conditions: expect.anything(), minutely: undefined });
    expect(asked()).toBe(0);
  });

  it.each([
    ['it fails', () => (provider.failing = 'minutely')],
    ['the place has none', () => (provider.place = { ...VILLAGE, hasMinutely: false })],
    ['the position is not covered', () => (provider.records.minutely = NOT_COVERED)],
  ])('is unknown in a complete glance when %s', async (_why, prepare) => {
    provider.records.hourly = RAINY_HOURS;
    prepare();
    const { parts } = await glance();

    expect(parts).toMatchObject({
      conditions: expect.anything(),
      hourly: expect.anything(),
      daily: expect.anything(),
      alerts: expect.anything(),
      minutely: { entry: { value: null }, freshness: 'fresh' },
    });
  });

  it('has only the time that the hours leave of the deadline of the glance', async () => {
    provider.records.hourly = RAINY_HOURS;
    provider.hoursTakeMs = 3_000;
    provider.hanging = 'minutely';
    const startedAt = performance.now();
    const { parts } = await glance();

    expect(parts).toMatchObject({
      hourly: expect.anything(),
      minutely: { entry: { value: null } },
    });
    expect(performance.now() - startedAt).toBeLessThan(1_500);
  });

  it('limits the freshness of a glance, but not how long it serves', async () => {
    provider.records.hourly = RAINY_HOURS;
    provider.place = { ...VILLAGE, hasAlerts: false };

    expect(lifetimesOf(await glance())).toEqual([MINUTELY_FRESH, CONDITIONS_DEAD]);
  });
});
