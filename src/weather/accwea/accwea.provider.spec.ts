import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Secret } from '../../config/secret.js';
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

let accwea: FakeUpstream;
let provider: AccweaProvider;

beforeEach(async () => {
  accwea = new FakeUpstream();
  await accwea.start();
  const options = { url: accwea.url, token: Secret.ofText('hunter2'), auth: 'bearer' } as const;
  provider = new AccweaProvider(new AccweaClient(upstreamClient(), options));
});
afterEach(() => accwea.stop());

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

    expect(await provider.conditions('166808_PC', 'missing')).toEqual({
      value: READ_IN_CONDITIONS,
      expiresInMs: 583_000,
    });
    expect(askedOnce()).toBe('/currentconditions/v1/166808_PC?details=true&language=en-us');
  });

  it('keeps any key within its part of the path', async () => {
    accwea.says(JSON.stringify(conditionsAnswer()));
    await provider.conditions('a/../b?c#d é', 'missing');

    expect(askedOnce()).toMatch(/^\/currentconditions\/v1\/a%2F..%2Fb%3Fc%23d%20%C3%A9\?/);
  });

  it.each(['null', '[]', '', '{}', '[{}]', 'true', '"text"', '7', '<html></html>', '[{"Epoch'])(
    'is not answered by %j',
    async (body) => {
      accwea.says(body);

      await expect(provider.conditions('1', 'missing')).rejects.toMatchObject({
        fault: 'malformed',
      });
      expect(accwea.asked).toHaveLength(1);
    },
  );

  it('tells a key that is not known (any more)', async () => {
    accwea.says('{"Code":"400","Message":"Invalid location key: 1"}', { status: 400 });

    await expect(provider.conditions('1', 'missing')).rejects.toMatchObject({
      fault: 'unknown-place',
    });
  });
});
