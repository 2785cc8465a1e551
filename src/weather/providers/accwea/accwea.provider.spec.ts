import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@app/clock/testing/fake-clock.js';
import { Secret } from '../../../config/secret.js';
import type { DatasetName, Datasets } from '../../datasets/registry.js';
import { VILLAGE } from '../../testing/some-weather.js';
import type { Provided } from '../weather-provider.js';
import { FakeUpstream } from '../upstream/testing/fake-upstream.js';
import { upstreamClient } from '../upstream/testing/upstream-client.js';
import { AccweaClient } from './accwea.client.js';
import { AccweaProvider } from './accwea.provider.js';
import {
  PARIS,
  READ_IN_CONDITIONS,
  conditionsAnswer,
  locationAnswer,
} from './testing/accwea-answers.js';
import { READ_IN_ALERT, alertAnswer } from './testing/alerts-answer.js';
import { READ_IN_DAY, dailyAnswer, hourlyAnswer } from './testing/forecast-answers.js';

let accwea: FakeUpstream;
let provider: AccweaProvider;

beforeEach(async () => {
  Logger.overrideLogger(false);
  accwea = new FakeUpstream();
  await accwea.start();
  const options = { url: accwea.url, token: Secret.ofText('hunter2'), auth: 'bearer' } as const;
  const client = new AccweaClient(upstreamClient(), options);
  provider = new AccweaProvider(client, new FakeClock());
});
afterEach(() => accwea.stop());

/** A dataset of the place with this key. */
const fetch = <D extends DatasetName>(dataset: D, key: string): Promise<Provided<Datasets[D]>> =>
  provider.fetch(dataset, { ...VILLAGE, key }, 'missing');

const askedOnce = (): string => {
  expect(accwea.asked).toHaveLength(1);
  const { pathname, search } = accwea.asked[0]!.url;
  return pathname + search;
};

describe('the search for a place', () => {
  it('asks once, with the centre as it is, in one language', async () => {
    accwea.says(JSON.stringify(locationAnswer()), { 'cache-control': 'max-age=84000' });

    expect(await provider.findPlace(PARIS, 'missing')).toMatchObject({
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
  ])('writes small and negative degrees out', async (centre, q) => {
    await provider.findPlace(centre, 'missing');

    expect(accwea.asked[0]?.url.searchParams.get('q')).toBe(q);
  });

  it.each(['null', '[]', '', '{}', '""'])('finds no place in %j', async (body) => {
    accwea.says(body);

    expect(await provider.findPlace(PARIS, 'missing')).toMatchObject({ value: null });
  });

  it('finds no place in a 404', async () => {
    accwea.says('{"Code":"404"}', { status: 404 });

    expect(await provider.findPlace(PARIS, 'missing')).toMatchObject({ value: null });
  });

  it.each(['true', '"text"', '7', '<html></html>', '{"Key":"1'])(
    'does not take %j for "no place"',
    async (body) => {
      accwea.says(body);

      await expect(provider.findPlace(PARIS, 'missing')).rejects.toMatchObject({
        fault: 'malformed',
      });
    },
  );
});

describe('the question for current conditions', () => {
  it('asks once, in details and in one language', async () => {
    accwea.says(JSON.stringify(conditionsAnswer()), { 'cache-control': 'max-age=583' });

    expect(await fetch('conditions', '166808_PC')).toEqual({
      value: READ_IN_CONDITIONS,
      expiresInMs: 583_000,
    });
    expect(askedOnce()).toBe('/currentconditions/v1/166808_PC?details=true&language=en-us');
  });

  it('keeps any key within its part of the path', async () => {
    accwea.says(JSON.stringify(conditionsAnswer()));
    await fetch('conditions', 'a/../b?c#d é');

    expect(askedOnce()).toMatch(/^\/currentconditions\/v1\/a%2F..%2Fb%3Fc%23d%20%C3%A9\?/);
  });

  it.each(['null', '[]', '', '{}', '[{}]', 'true', '"text"', '7', '<html></html>', '[{"Epoch'])(
    'is not answered by %j',
    async (body) => {
      accwea.says(body);

      await expect(fetch('conditions', '1')).rejects.toMatchObject({
        fault: 'malformed',
      });
      expect(accwea.asked).toHaveLength(1);
    },
  );

  it('tells a key that is not known (any more)', async () => {
    accwea.says('{"Code":"400","Message":"Invalid location key: 1"}', { status: 400 });

    await expect(fetch('conditions', '1')).rejects.toMatchObject({
      fault: 'unknown-place',
    });
  });
});

/** Answers a span that the plan includes, and refuses the others. */
function planOf(span: string, body: unknown): void {
  accwea.answer = (response, { url }) =>
    url?.includes(`/${span}/`)
      ? response.end(JSON.stringify(body))
      : response.writeHead(403).end('{"title":"Forbidden","status":403}');
}

const pathsAsked = (): string[] => accwea.asked.map(({ url }) => url.pathname);

describe('the question for an hourly forecast', () => {
  it('asks for 24 hours, in details, metric and one language', async () => {
    accwea.says(JSON.stringify(hourlyAnswer(24)), { 'cache-control': 'max-age=1800' });
    const { value, expiresInMs } = await fetch('hourly', '166808_PC');

    expect(value.hours).toHaveLength(24);
    expect(expiresInMs).toBe(1_800_000);
    expect(askedOnce()).toBe(
      '/forecasts/v1/hourly/24hour/166808_PC?details=true&metric=true&language=en-us',
    );
  });

  it('asks for 12 where the plan ends there, and then at once', async () => {
    planOf('12hour', hourlyAnswer(12));

    expect((await fetch('hourly', '1')).value.hours).toHaveLength(12);
    expect((await fetch('hourly', '2')).value.hours).toHaveLength(12);
    expect(pathsAsked()).toEqual([
      '/forecasts/v1/hourly/24hour/1',
      '/forecasts/v1/hourly/12hour/1',
      '/forecasts/v1/hourly/12hour/2',
    ]);
  });

  it('is refused where the plan includes no such forecast', async () => {
    planOf('1hour', hourlyAnswer(1));

    await expect(fetch('hourly', '1')).rejects.toMatchObject({
      fault: 'forbidden',
    });
    expect(accwea.asked).toHaveLength(2);
  });
});

describe('the question for a daily forecast', () => {
  it('asks for 10 days, in details, metric and one language', async () => {
    accwea.says(JSON.stringify(dailyAnswer()), { 'cache-control': 'max-age=3600' });

    expect(await fetch('daily', '166808_PC')).toEqual({
      value: { days: [READ_IN_DAY], timeZone: null },
      expiresInMs: 3_600_000,
    });
    expect(askedOnce()).toBe(
      '/forecasts/v1/daily/10day/166808_PC?details=true&metric=true&language=en-us',
    );
  });

  it.each([
    ['5day', ['10day', '5day', '5day']],
    ['1day', ['10day', '5day', '1day', '1day']],
  ])('asks for %s where the plan ends there, and then at once', async (span, spans) => {
    planOf(span, dailyAnswer());
    await fetch('daily', '1');
    await fetch('daily', '1');

    expect(pathsAsked()).toEqual(spans.map((asked) => `/forecasts/v1/daily/${asked}/1`));
  });

  it('knows nothing of the plan’s hours', async () => {
    planOf('12hour', hourlyAnswer(12));
    await fetch('hourly', '1');
    accwea.asked.length = 0;
    planOf('10day', dailyAnswer());
    await fetch('daily', '1');

    expect(pathsAsked()).toEqual(['/forecasts/v1/daily/10day/1']);
  });
});

describe('the question for alerts', () => {
  it('asks once, in details and in one language', async () => {
    accwea.says(JSON.stringify([alertAnswer()]), { 'cache-control': 'max-age=300' });

    expect(await fetch('alerts', '166808_PC')).toEqual({
      value: { alerts: [READ_IN_ALERT] },
      expiresInMs: 300_000,
    });
    expect(askedOnce()).toBe('/alerts/v1/166808_PC?details=true&language=en-us');
  });

  it.each(['null', '', '{}', 'true', '[null]', '<html></html>'])(
    'is not answered "none" by %j',
    async (body) => {
      accwea.says(body);

      await expect(fetch('alerts', '1')).rejects.toMatchObject({ fault: 'malformed' });
    },
  );

  it('is not answered "none" by a 404', async () => {
    accwea.says('{"Code":"404"}', { status: 404 });

    await expect(fetch('alerts', '1')).rejects.toMatchObject({ fault: 'malformed' });
  });
});

describe('the question for a forecast', () => {
  it.each(['null', '[]', '', '{}', '[{}]', 'true', '"text"', '7', '<html></html>', '[{"Epoch'])(
    'is not answered by %j, and asked once',
    async (body) => {
      accwea.says(body);

      await expect(fetch('hourly', '1')).rejects.toMatchObject({
        fault: 'malformed',
      });
      await expect(fetch('daily', '1')).rejects.toMatchObject({
        fault: 'malformed',
      });
      expect(accwea.asked).toHaveLength(2);
    },
  );

  it('keeps any key within its part of the path', async () => {
    await fetch('hourly', 'a/../b?c#d').catch(() => undefined);
    await fetch('daily', 'a/../b?c#d').catch(() => undefined);
    await fetch('alerts', 'a/../b?c#d').catch(() => undefined);

    for (const path of pathsAsked()) expect(path).toMatch(/\/a%2F..%2Fb%3Fc%23d$/);
  });
});
