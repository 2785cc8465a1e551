import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import type { DatasetName, Datasets } from '../../datasets/registry.js';
import { VILLAGE } from '../../testing/weather.fixtures.js';
import type { Provided } from '../weather-provider.js';
import { FakeUpstream } from '../upstream/testing/fake-upstream.js';
import { createUpstreamClient } from '../upstream/testing/create-upstream-client.js';
import { OpenMeteoClient } from './open-meteo.client.js';
import { OpenMeteoProvider } from './open-meteo.provider.js';
import {
  EXPECTED_CONDITIONS,
  conditionsAnswer,
  dailyAnswer,
  hourlyAnswer,
} from './testing/open-meteo.fixtures.js';

const KEY = '48.875,2.305';
const PARIS = { latitude: 48.875, longitude: 2.305 };

let openMeteo: FakeUpstream;
let provider: OpenMeteoProvider;

beforeEach(async () => {
  openMeteo = new FakeUpstream();
  await openMeteo.start();
  const options = { url: openMeteo.url, apiKey: undefined };
  provider = new OpenMeteoProvider(
    new OpenMeteoClient(createUpstreamClient(new FakeClock()), options, new FakeClock()),
  );
});
afterEach(() => openMeteo.stop());

/** A dataset of the place with this key. */
const fetch = <D extends DatasetName>(dataset: D, key: string): Promise<Provided<Datasets[D]>> =>
  provider.fetch(dataset, { ...VILLAGE, key }, { priority: 'missing' });

const says = (body: unknown): void => openMeteo.respondWith(JSON.stringify(body));

/** The parameters of the only request, without those of every request. */
const requestParameters = (): Record<string, unknown> => {
  expect(openMeteo.requests).toHaveLength(1);
  const all = Object.fromEntries(openMeteo.requests[0]!.url.searchParams);
  const commonParameters = /^(timeformat|cell_selection|.*_unit)$/;
  return Object.fromEntries(Object.entries(all).filter(([name]) => !commonParameters.test(name)));
};

describe('OpenMeteoProvider.findPlace', () => {
  it('returns the centre of the cell without a call', async () => {
    const { value, expiresInMs } = await provider.findPlace(PARIS);

    expect(value).toMatchObject({ key: KEY, position: PARIS, name: null });
    expect(expiresInMs).toBeUndefined();
    expect(openMeteo.requests).toEqual([]);
  });

  it('returns a place in the open sea', async () => {
    const { value } = await provider.findPlace({ latitude: -48.87667, longitude: -123.39333 });
    says(conditionsAnswer());
    await fetch('conditions', value.key);

    expect(requestParameters()).toMatchObject({ latitude: '-48.87667', longitude: '-123.39333' });
  });

  it.each(['conditions', 'hourly', 'daily'] as const)(
    "makes fetch reject another provider's place key before a call (%s)",
    async (dataset) => {
      await expect(fetch(dataset, '166808_PC')).rejects.toMatchObject({
        fault: 'rejected',
      });
      expect(openMeteo.requests).toEqual([]);
    },
  );
});

describe('OpenMeteoProvider.fetch', () => {
  it('reads current conditions with the two hours that overlap the past hour', async () => {
    says(conditionsAnswer());

    expect(await fetch('conditions', KEY)).toEqual({
      value: EXPECTED_CONDITIONS,
      expiresInMs: undefined,
    });
    expect(requestParameters()).toEqual({
      latitude: '48.875',
      longitude: '2.305',
      current:
        'weather_code,is_day,temperature_2m,apparent_temperature,relative_humidity_2m,cloud_cover,' +
        'wind_speed_10m,wind_direction_10m,visibility,dew_point_2m,wind_gusts_10m,pressure_msl,uv_index',
      hourly: 'precipitation',
      forecast_hours: '2',
    });
  });

  it('reads 24 hours in UTC', async () => {
    says(hourlyAnswer());
    const { value, expiresInMs } = await fetch('hourly', KEY);

    expect(value.hours).toHaveLength(24);
    expect(expiresInMs).toBeUndefined();
    expect(requestParameters()).toEqual({
      latitude: '48.875',
      longitude: '2.305',
      hourly: expect.stringContaining('temperature_2m'),
      forecast_hours: '25',
    });
  });

  it('reads 10 local days of the place', async () => {
    says(dailyAnswer());
    const { value, expiresInMs } = await fetch('daily', KEY);

    expect(value).toMatchObject({ timeZone: 'Europe/Paris' });
    expect(value.days).toHaveLength(10);
    expect(expiresInMs).toBeUndefined();
    expect(requestParameters()).toEqual({
      latitude: '48.875',
      longitude: '2.305',
      daily: expect.stringContaining('temperature_2m_max'),
      forecast_days: '10',
      timezone: 'auto',
    });
  });

  it.each(['null', 'true', '[]', '{}', '[{}]', '7', '"text"', '', '{"current":'])(
    'rejects the body %j as malformed',
    async (body) => {
      openMeteo.respondWith(body);
      for (const dataset of ['conditions', 'hourly', 'daily'] as const) {
        await expect(fetch(dataset, KEY)).rejects.toMatchObject({
          fault: 'malformed',
        });
      }
    },
  );
});

const zonesAsked = (): unknown[] =>
  openMeteo.requests.map(({ url }) => url.searchParams.get('timezone'));

describe('OpenMeteoProvider.fetch when Open-Meteo does not know its own time zone', () => {
  const refusal = JSON.stringify({ error: true, reason: 'Invalid timezone' });
  /** Rejects the first requests, and answers the next. */
  const rejectFirst = (count: number, body: unknown): void => {
    openMeteo.handler = (response) => {
      const isRejected = openMeteo.requests.length <= count;
      response.writeHead(isRejected ? 400 : 200, { 'content-type': 'application/json' });
      response.end(isRejected ? refusal : JSON.stringify(body));
    };
  };

  it.each([
    ['48.875,2.305', 'Etc/GMT+0'],
    ['10.12,-64.7', 'Etc/GMT+4'],
    ['1.87,-157.4', 'Etc/GMT+10'],
    ['35.68,139.65', 'Etc/GMT-9'],
  ])('reads the days of %s in the zone of its longitude', async (key, zone) => {
    rejectFirst(1, dailyAnswer());

    expect((await fetch('daily', key)).value.days).toHaveLength(10);
    expect(zonesAsked()).toEqual(['auto', zone]);
  });

  it('reads conditions and hours in UTC, as without a zone', async () => {
    rejectFirst(1, hourlyAnswer());
    expect((await fetch('hourly', KEY)).value.hours).toHaveLength(24);
    rejectFirst(3, conditionsAnswer());
    expect((await fetch('conditions', KEY)).value).toEqual(EXPECTED_CONDITIONS);

    expect(zonesAsked()).toEqual([null, 'GMT', null, 'GMT']);
  });

  it('rejects when the explicit zone is invalid, too, after two calls', async () => {
    rejectFirst(9, {});

    await expect(fetch('daily', KEY)).rejects.toMatchObject({ fault: 'rejected' });
    expect(openMeteo.requests).toHaveLength(2);
  });

  it('does not repeat a request that is rejected for another reason', async () => {
    openMeteo.respondWith('{"error":true,"reason":"Latitude must be in range"}', { status: 400 });

    await expect(fetch('daily', KEY)).rejects.toMatchObject({ fault: 'rejected' });
    expect(openMeteo.requests).toHaveLength(1);
  });
});

describe('OpenMeteoProvider.fetch alerts', () => {
  it('rejects with forbidden instead of returning no alerts', async () => {
    await expect(fetch('alerts', KEY)).rejects.toMatchObject({ fault: 'forbidden' });
    expect(openMeteo.requests).toEqual([]);
  });
});
