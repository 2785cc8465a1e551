import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { FakeUpstream } from '../upstream/testing/fake-upstream.js';
import { upstreamClient } from '../upstream/testing/upstream-client.js';
import { OpenMeteoClient } from './open-meteo.client.js';
import { OpenMeteoProvider } from './open-meteo.provider.js';
import {
  READ_IN_CONDITIONS,
  conditionsAnswer,
  dailyAnswer,
  hourlyAnswer,
} from './testing/open-meteo-answers.js';

const KEY = '48.875,2.305';
const PARIS = { latitude: 48.875, longitude: 2.305 };

let openMeteo: FakeUpstream;
let provider: OpenMeteoProvider;

beforeEach(async () => {
  openMeteo = new FakeUpstream();
  await openMeteo.start();
  const options = { url: openMeteo.url, apiKey: undefined };
  provider = new OpenMeteoProvider(new OpenMeteoClient(upstreamClient(), options, new FakeClock()));
});
afterEach(() => openMeteo.stop());

const says = (body: unknown): void => openMeteo.says(JSON.stringify(body));

/** What was asked in the only call, without what every call says. */
const asked = (): Record<string, unknown> => {
  expect(openMeteo.asked).toHaveLength(1);
  const all = Object.fromEntries(openMeteo.asked[0]!.url.searchParams);
  const said = /^(timeformat|cell_selection|.*_unit)$/;
  return Object.fromEntries(Object.entries(all).filter(([name]) => !said.test(name)));
};

describe('the place of a cell', () => {
  it('is its centre, and nobody is asked', async () => {
    const { value, expiresInMs } = await provider.findPlace(PARIS);

    expect(value).toMatchObject({ key: KEY, position: PARIS, name: null });
    expect(expiresInMs).toBeUndefined();
    expect(provider.searchesForPlaces).toBe(false);
    expect(openMeteo.asked).toEqual([]);
  });

  it('may be in the open sea', async () => {
    const { value } = await provider.findPlace({ latitude: -48.87667, longitude: -123.39333 });
    says(conditionsAnswer());
    await provider.conditions(value.key, 'missing');

    expect(asked()).toMatchObject({ latitude: '-48.87667', longitude: '-123.39333' });
  });

  it.each(['conditions', 'hourlyForecast', 'dailyForecast'] as const)(
    'of another provider is refused before anybody is asked (%s)',
    async (method) => {
      await expect(provider[method]('166808_PC', 'missing')).rejects.toMatchObject({
        fault: 'rejected',
      });
      expect(openMeteo.asked).toEqual([]);
    },
  );
});

describe('one call', () => {
  it('brings current conditions, with the two hours that the past hour lies in', async () => {
    says(conditionsAnswer());

    expect(await provider.conditions(KEY, 'missing')).toEqual({
      value: READ_IN_CONDITIONS,
      expiresInMs: undefined,
    });
    expect(asked()).toEqual({
      latitude: '48.875',
      longitude: '2.305',
      current:
        'weather_code,is_day,temperature_2m,apparent_temperature,relative_humidity_2m,cloud_cover,' +
        'wind_speed_10m,wind_direction_10m,visibility,dew_point_2m,wind_gusts_10m,pressure_msl,uv_index',
      hourly: 'precipitation',
      forecast_hours: '2',
    });
  });

  it('brings 24 hours, in UTC', async () => {
    says(hourlyAnswer());
    const { value, expiresInMs } = await provider.hourlyForecast(KEY, 'missing');

    expect(value.hours).toHaveLength(24);
    expect(expiresInMs).toBeUndefined();
    expect(asked()).toEqual({
      latitude: '48.875',
      longitude: '2.305',
      hourly: expect.stringContaining('temperature_2m'),
      forecast_hours: '25',
    });
  });

  it('brings 10 days, those of the place', async () => {
    says(dailyAnswer());
    const { value, expiresInMs } = await provider.dailyForecast(KEY, 'missing');

    expect(value).toMatchObject({ timeZone: 'Europe/Paris' });
    expect(value.days).toHaveLength(10);
    expect(expiresInMs).toBeUndefined();
    expect(asked()).toEqual({
      latitude: '48.875',
      longitude: '2.305',
      daily: expect.stringContaining('temperature_2m_max'),
      forecast_days: '10',
      timezone: 'auto',
    });
  });

  it.each(['null', 'true', '[]', '{}', '[{}]', '7', '"text"', '', '{"current":'])(
    'answered with %j is malformed',
    async (body) => {
      openMeteo.says(body);
      for (const method of ['conditions', 'hourlyForecast', 'dailyForecast'] as const) {
        await expect(provider[method](KEY, 'missing')).rejects.toMatchObject({
          fault: 'malformed',
        });
      }
    },
  );
});

describe('alerts', () => {
  it('are not to be had, which is not to say that there are none', async () => {
    await expect(provider.alerts()).rejects.toMatchObject({ fault: 'forbidden' });
    expect(openMeteo.asked).toEqual([]);
  });
});
