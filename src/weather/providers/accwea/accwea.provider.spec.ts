import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { Secret } from '../../../config/secret.js';
import { UNKNOWN_POLLEN } from '../../datasets/daily/air/pollen.js';
import type { DatasetName, Datasets } from '../../datasets/registry.js';
import { VILLAGE } from '../../testing/weather.fixtures.js';
import type { Place } from '../../places/place.js';
import type { Provided } from '../weather-provider.js';
import { FakeUpstream } from '../upstream/testing/fake-upstream.js';
import { createUpstreamClient } from '../upstream/testing/create-upstream-client.js';
import { AccweaClient } from './accwea.client.js';
import { AccweaProvider } from './accwea.provider.js';
import {
  PARIS,
  EXPECTED_CONDITIONS,
  conditionsAnswer,
  locationAnswer,
} from './testing/accwea.fixtures.js';
import { EXPECTED_ALERT, alertAnswer } from './testing/alerts.fixtures.js';
import { EXPECTED_DAY, dailyAnswer, hourlyAnswer } from './testing/forecast.fixtures.js';

let accwea: FakeUpstream;
let provider: AccweaProvider;

beforeEach(async () => {
  Logger.overrideLogger(false);
  accwea = new FakeUpstream();
  await accwea.start();
  const options = { url: accwea.url, token: Secret.ofText('hunter2'), auth: 'bearer' } as const;
  const client = new AccweaClient(createUpstreamClient(new FakeClock()), options);
  provider = new AccweaProvider(client);
});
afterEach(() => accwea.stop());

/** A dataset of the place with this key. */
const fetch = <D extends DatasetName>(dataset: D, key: string): Promise<Provided<Datasets[D]>> =>
  provider.fetch(dataset, { ...VILLAGE, key }, { priority: 'missing' });

const askedOnce = (): string => {
  expect(accwea.requests).toHaveLength(1);
  const { pathname, search } = accwea.requests[0]!.url;
  return pathname + search;
};

it('AccweaProvider.fetch reads air quality, pollen and moon from the one daily answer, as far as the place has them', async () => {
  accwea.respondWith(JSON.stringify(dailyAnswer()));
  const place = { ...VILLAGE, hasPollen: false };

  const { value } = await provider.fetch('daily', place, { priority: 'missing' });

  expect(value.days).toEqual([{ ...EXPECTED_DAY, ...UNKNOWN_POLLEN }]);
  expect(askedOnce()).toMatch(/^\/forecasts\/v1\/daily\/10day\/village\?/);
});

describe('AccweaProvider.findPlace', () => {
  it('makes one request with the exact centre in a fixed language', async () => {
    accwea.respondWith(JSON.stringify(locationAnswer()), { 'cache-control': 'max-age=84000' });

    expect(await provider.findPlace(PARIS, { priority: 'missing' })).toMatchObject({
      value: { key: '166808_PC' },
      expiresInMs: 84_000_000,
    });
    expect(askedOnce()).toBe(
      '/locations/v1/cities/geoposition/search?q=48.875,2.305&language=en-us',
    );
  });

  it.each([
    [{ latitude: -0.00449, longitude: -179.99551 }, '-0.00449,-179.99551'],
    [{ latitude: -0, longitude: 0.00001 }, '0,0.00001'],
  ])('writes small and negative degrees without an exponent', async (centre, q) => {
    await provider.findPlace(centre, { priority: 'missing' });

    expect(accwea.requests[0]?.url.searchParams.get('q')).toBe(q);
  });

  it.each(['null', '[]', '', '{}', '""'])('returns no place for the body %j', async (body) => {
    accwea.respondWith(body);

    expect(await provider.findPlace(PARIS, { priority: 'missing' })).toMatchObject({ value: null });
  });

  it('returns no place for a 404', async () => {
    accwea.respondWith('{"Code":"404"}', { status: 404 });

    expect(await provider.findPlace(PARIS, { priority: 'missing' })).toMatchObject({ value: null });
  });

  it.each(['true', '"text"', '7', '<html></html>', '{"Key":"1'])(
    'rejects the body %j instead of returning no place',
    async (body) => {
      accwea.respondWith(body);

      await expect(provider.findPlace(PARIS, { priority: 'missing' })).rejects.toMatchObject({
        fault: 'malformed',
      });
    },
  );
});

describe('AccweaProvider.fetch conditions', () => {
  it('makes one request with details in a fixed language', async () => {
    accwea.respondWith(JSON.stringify(conditionsAnswer()), { 'cache-control': 'max-age=583' });

    expect(await fetch('conditions', '166808_PC')).toEqual({
      value: EXPECTED_CONDITIONS,
      expiresInMs: 583_000,
    });
    expect(askedOnce()).toBe('/currentconditions/v1/166808_PC?details=true&language=en-us');
  });

  it('escapes the place key in the path', async () => {
    accwea.respondWith(JSON.stringify(conditionsAnswer()));
    await fetch('conditions', 'a/../b?c#d é');

    expect(askedOnce()).toMatch(/^\/currentconditions\/v1\/a%2F..%2Fb%3Fc%23d%20%C3%A9\?/);
  });

  it.each(['null', '[]', '', '{}', '[{}]', 'true', '"text"', '7', '<html></html>', '[{"Epoch'])(
    'rejects the body %j',
    async (body) => {
      accwea.respondWith(body);

      await expect(fetch('conditions', '1')).rejects.toMatchObject({
        fault: 'malformed',
      });
      expect(accwea.requests).toHaveLength(1);
    },
  );

  it('reports unknown-place for a key that the provider does not know', async () => {
    accwea.respondWith('{"Code":"400","Message":"Invalid location key: 1"}', { status: 400 });

    await expect(fetch('conditions', '1')).rejects.toMatchObject({
      fault: 'unknown-place',
    });
  });
});

/** Serves a span that the plan includes, and forbids the others. */
function planOf(span: string, body: unknown): void {
  accwea.handler = (response, { url }) =>
    url?.includes(`/${span}/`)
      ? response.end(JSON.stringify(body))
      : response.writeHead(403).end('{"title":"Forbidden","status":403}');
}

const requestedPaths = (): string[] => accwea.requests.map(({ url }) => url.pathname);

const find = (key: string): Promise<Provided<Place | null>> =>
  provider.findCity(key, { priority: 'missing' });

describe('AccweaProvider.findCity', () => {
  it('makes one request for the key in a fixed language', async () => {
    accwea.respondWith(JSON.stringify(locationAnswer({ Key: '623' })));

    expect(await find('623')).toMatchObject({ value: { key: '623', elevationMetres: 40 } });
    expect(askedOnce()).toBe('/locations/v1/623?language=en-us');
  });

  it('finds none for a key that the provider does not know', async () => {
    const body = { Code: 'BadRequest', Message: 'Invalid location key: 623' };
    accwea.respondWith(JSON.stringify(body), { status: 400 });

    expect(await find('623')).toMatchObject({ value: null });
  });

  it('rejects when the provider fails', async () => {
    accwea.respondWith('{}', { status: 403 });

    await expect(find('623')).rejects.toMatchObject({ fault: 'forbidden' });
  });
});

describe('AccweaProvider.fetch hourly', () => {
  it('requests 24 hours with details in metric units and a fixed language', async () => {
    accwea.respondWith(JSON.stringify(hourlyAnswer(24)), { 'cache-control': 'max-age=1800' });
    const { value, expiresInMs } = await fetch('hourly', '166808_PC');

    expect(value.hours).toHaveLength(24);
    expect(expiresInMs).toBe(1_800_000);
    expect(askedOnce()).toBe(
      '/forecasts/v1/hourly/24hour/166808_PC?details=true&metric=true&language=en-us',
    );
  });

  it('falls back to 12 hours where the plan ends there, and requests them directly afterwards', async () => {
    planOf('12hour', hourlyAnswer(12));

    expect((await fetch('hourly', '1')).value.hours).toHaveLength(12);
    expect((await fetch('hourly', '2')).value.hours).toHaveLength(12);
    expect(requestedPaths()).toEqual([
      '/forecasts/v1/hourly/24hour/1',
      '/forecasts/v1/hourly/12hour/1',
      '/forecasts/v1/hourly/12hour/2',
    ]);
  });

  it('rejects with forbidden where the plan excludes the forecast', async () => {
    planOf('1hour', hourlyAnswer(1));

    await expect(fetch('hourly', '1')).rejects.toMatchObject({
      fault: 'forbidden',
    });
    expect(accwea.requests).toHaveLength(2);
  });
});

describe('AccweaProvider.fetch daily', () => {
  it('requests 10 days with details in metric units and a fixed language', async () => {
    accwea.respondWith(JSON.stringify(dailyAnswer()), { 'cache-control': 'max-age=3600' });

    expect(await fetch('daily', '166808_PC')).toEqual({
      value: { days: [EXPECTED_DAY], timeZone: null },
      expiresInMs: 3_600_000,
    });
    expect(askedOnce()).toBe(
      '/forecasts/v1/daily/10day/166808_PC?details=true&metric=true&language=en-us',
    );
  });

  it.each([
    ['5day', ['10day', '5day', '5day']],
    ['1day', ['10day', '5day', '1day', '1day']],
  ])(
    'falls back to %s where the plan ends there, and requests them directly afterwards',
    async (span, spans) => {
      planOf(span, dailyAnswer());
      await fetch('daily', '1');
      await fetch('daily', '1');

      expect(requestedPaths()).toEqual(spans.map((length) => `/forecasts/v1/daily/${length}/1`));
    },
  );

  it('does not depend on the hourly limit of the plan', async () => {
    planOf('12hour', hourlyAnswer(12));
    await fetch('hourly', '1');
    accwea.requests.length = 0;
    planOf('10day', dailyAnswer());
    await fetch('daily', '1');

    expect(requestedPaths()).toEqual(['/forecasts/v1/daily/10day/1']);
  });
});

describe('AccweaProvider.fetch alerts', () => {
  it('makes one request with details in a fixed language', async () => {
    accwea.respondWith(JSON.stringify([alertAnswer()]), { 'cache-control': 'max-age=300' });

    expect(await fetch('alerts', '166808_PC')).toEqual({
      value: { alerts: [EXPECTED_ALERT] },
      expiresInMs: 300_000,
    });
    expect(askedOnce()).toBe('/alerts/v1/166808_PC?details=true&language=en-us');
  });

  it.each(['null', '', '{}', 'true', '[null]', '<html></html>'])(
    'rejects the body %j instead of returning no alerts',
    async (body) => {
      accwea.respondWith(body);

      await expect(fetch('alerts', '1')).rejects.toMatchObject({ fault: 'malformed' });
    },
  );

  it('rejects a 404 instead of returning no alerts', async () => {
    accwea.respondWith('{"Code":"404"}', { status: 404 });

    await expect(fetch('alerts', '1')).rejects.toMatchObject({ fault: 'malformed' });
  });
});

describe('AccweaProvider.fetch of a forecast', () => {
  it.each(['null', '[]', '', '{}', '[{}]', 'true', '"text"', '7', '<html></html>', '[{"Epoch'])(
    'rejects the body %j after one attempt at a shorter span',
    async (body) => {
      accwea.respondWith(body);

      await expect(fetch('hourly', '1')).rejects.toMatchObject({
        fault: 'malformed',
      });
      await expect(fetch('daily', '1')).rejects.toMatchObject({
        fault: 'malformed',
      });
      expect(requestedPaths()).toEqual([
        '/forecasts/v1/hourly/24hour/1',
        '/forecasts/v1/hourly/12hour/1',
        '/forecasts/v1/daily/10day/1',
        '/forecasts/v1/daily/5day/1',
      ]);
    },
  );

  it('escapes the place key in the path', async () => {
    await fetch('hourly', 'a/../b?c#d').catch(() => undefined);
    await fetch('daily', 'a/../b?c#d').catch(() => undefined);
    await fetch('alerts', 'a/../b?c#d').catch(() => undefined);

    for (const path of requestedPaths()) expect(path).toMatch(/\/a%2F..%2Fb%3Fc%23d$/);
  });
});
