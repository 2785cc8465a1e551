import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import type { Demand } from '@app/load/demand.js';
import { DATASETS, type DatasetName, type Datasets } from '../datasets/registry.js';
import type { Place } from '../places/place.js';
import { ProviderError } from '../providers/provider.error.js';
import { WeatherUnavailableError } from '../errors/weather-unavailable.error.js';
import { VILLAGE } from '../testing/weather.fixtures.js';
import { createWeatherService } from '../testing/create-weather-service.js';
import { FakeWeatherProvider } from '../testing/fake-weather-provider.js';
import type { Provided } from '../providers/weather-provider.js';
import { GlanceService, type Glance } from './glance.service.js';

const HERE = { latitude: 48.8712, longitude: 2.3011 };

/** A provider whose alerts can be made to fail. */
class Provider extends FakeWeatherProvider {
  alertsFail = false;

  override fetch<D extends DatasetName>(
    ...request: [dataset: D, place: Place, demand: Demand]
  ): Promise<Provided<Datasets[D]>> {
    const fails = this.alertsFail && request[0] === 'alerts';
    return fails
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
const [CONDITIONS_FRESH, CONDITIONS_DEAD] = lifetimesIn('conditions');

let clock: FakeClock;
let provider: Provider;
let glances: GlanceService;

beforeEach(() => {
  clock = new FakeClock();
  provider = new Provider();
  glances = new GlanceService(createWeatherService([provider], { clock }));
});

const glance = (): Promise<Glance> => glances.at(HERE, 'anna');
const lifetimesOf = ({
  reading: {
    entry: { freshUntilMs, deadAtMs },
  },
}: Glance): number[] => [freshUntilMs, deadAtMs].map((untilMs) => untilMs - clock.nowMs());

describe('GlanceService', () => {
  it('gives a glance the freshness and the lifetime of its shortest-lived parts', async () => {
    expect(lifetimesOf(await glance())).toEqual([ALERTS_FRESH, ALERTS_DEAD]);
  });

  it('does not shorten the freshness or the lifetime of a glance while alerts are unknown', async () => {
    provider.alertsFail = true;
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
