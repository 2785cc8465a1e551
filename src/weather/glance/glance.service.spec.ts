import { beforeEach, describe, expect, it } from '@jest/globals';
import { parseCellGrid } from '@app/cells/parse-cell-grid.js';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { NoSharedStore } from '@app/read-through/no-shared-store.js';
import { ReadThroughEvents } from '@app/read-through/read-through-events.js';
import { FreshnessPolicy } from '../cache/freshness-policy.js';
import type { Alerts } from '../datasets/alerts.js';
import { ProviderError } from '../errors/provider.error.js';
import { WeatherUnavailableError } from '../errors/weather-unavailable.error.js';
import { VILLAGE } from '../testing/some-weather.js';
import { FakeWeatherProvider } from '../testing/fake-weather-provider.js';
import type { Provided } from '../weather-provider.js';
import { WeatherSources } from '../weather-sources.js';
import { WeatherService } from '../weather.service.js';
import { GlanceService, type Glance } from './glance.service.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const HERE = { latitude: 48.8712, longitude: 2.3011 };

/** Whose alerts fail, if a test says so. */
class Provider extends FakeWeatherProvider {
  alertsFail = false;

  override alerts(...asked: Parameters<FakeWeatherProvider['alerts']>): Promise<Provided<Alerts>> {
    if (this.alertsFail) throw new ProviderError('failing', 'status 500');
    return super.alerts(...asked);
  }
}

let clock: FakeClock;
let provider: Provider;
let glances: GlanceService;

beforeEach(() => {
  clock = new FakeClock();
  provider = new Provider();
  const [store, events] = [new NoSharedStore(), new ReadThroughEvents()];
  const options = { store, clock, events, maxEntries: 100, random: () => 0.5 };
  const policy = new FreshnessPolicy({});
  const sources = new WeatherSources([provider, undefined], policy, options, (_, call) => call());
  glances = new GlanceService(new WeatherService(parseCellGrid('degrees:0.01'), sources, clock));
});

const glance = (): Promise<Glance> => glances.at(HERE, 'anna');
const lives = ({ of: { freshUntilMs, deadAtMs } }: Glance): number[] =>
  [freshUntilMs, deadAtMs].map((untilMs) => untilMs - clock.nowMs());

describe('a glance', () => {
  it('is as fresh as its part that ages first, and dies with the first', async () => {
    expect(lives(await glance())).toEqual([5 * MINUTE, 36 * MINUTE]);
  });

  it('is fresh no shorter, and lives longer, when nobody can tell of alerts', async () => {
    provider.alertsFail = true;
    const seen = await glance();

    expect(seen.parts.alerts).toMatchObject({ value: null });
    expect(lives(seen)).toEqual([5 * MINUTE, 6 * HOUR + 15 * MINUTE]);
  });

  it('lives as long as its weather where there are no alerts to be had', async () => {
    provider.place = { ...VILLAGE, hasAlerts: false };

    expect(lives(await glance())).toEqual([10 * MINUTE, 6 * HOUR + 15 * MINUTE]);
  });

  it('is an error, and not a face of unknowns, when there is no weather', async () => {
    provider.fault = new ProviderError('failing', 'status 500');

    await expect(glance()).rejects.toThrow(WeatherUnavailableError);
  });
});
