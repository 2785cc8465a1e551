import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { codecOf, type DatasetName } from '../datasets/registry.js';
import { placeCodec } from '../places/place-record.js';
import { bodiesAt, bodiesOf } from '../testing/bodies-of.js';
import { breachesOf } from '../testing/breaches.js';
import { anyHostileVariant, eachHostileVariant } from '../testing/hostile-values.js';
import { VILLAGE } from '../testing/weather.fixtures.js';
import type { AccweaClient } from './accwea/accwea.client.js';
import { ACCWEA } from './accwea/accwea.descriptor.js';
import { AccweaProvider } from './accwea/accwea.provider.js';
import * as accwea from './accwea/testing/accwea.fixtures.js';
import { alertAnswer } from './accwea/testing/alerts.fixtures.js';
import * as forecasts from './accwea/testing/forecast.fixtures.js';
import { minuteAnswer, minuteIntervalsAnswer } from './accwea/testing/minute.fixtures.js';
import { MetNorwayProvider } from './met-norway/met-norway.provider.js';
import * as metNorway from './met-norway/testing/met-norway.fixtures.js';
import { NWS } from './nws/nws.descriptor.js';
import { NwsProvider } from './nws/nws.provider.js';
import * as nws from './nws/testing/nws.fixtures.js';
import { OpenMeteoProvider } from './open-meteo/open-meteo.provider.js';
import * as openMeteo from './open-meteo/testing/open-meteo.fixtures.js';
import { placeAt } from './position-place.js';
import { ProviderError } from './provider.error.js';
import type { WeatherProvider } from './weather-provider.js';

const NOW_MS = Date.UTC(2026, 0, 1, 1);
const CENTRE = accwea.PARIS;
const ABOUT = { status: 200, lastModified: undefined };

/** A client whose provider answers every request with a body. */
function answering(body: unknown): Pick<AccweaClient, 'request' | 'refusalOf'> {
  return {
    request: async ({ read }) => ({
      value: read(body, NOW_MS, NOW_MS, ABOUT),
      expiresInMs: undefined,
    }),
    refusalOf: () => undefined,
  };
}

const PROVIDERS = {
  accwea: (body: unknown): WeatherProvider => new AccweaProvider(answering(body) as AccweaClient),
  'open-meteo': (body: unknown): WeatherProvider => new OpenMeteoProvider(answering(body) as never),
  nws: (body: unknown): WeatherProvider => new NwsProvider(answering(body) as never),
  'met-norway': (body: unknown): WeatherProvider => new MetNorwayProvider(answering(body) as never),
} as const;
const PLACES = {
  accwea: VILLAGE,
  'open-meteo': placeAt(CENTRE),
  nws: placeAt(CENTRE),
  'met-norway': placeAt(CENTRE),
} as const;

const ANSWERS: readonly [keyof typeof PROVIDERS, DatasetName, unknown][] = [
  ['accwea', 'conditions', accwea.conditionsAnswer()],
  ['accwea', 'minutely', minuteAnswer()],
  ['accwea', 'minutely', minuteIntervalsAnswer()],
  ['accwea', 'hourly', forecasts.hourlyAnswer(2)],
  ['accwea', 'daily', forecasts.dailyAnswer()],
  ['accwea', 'alerts', [alertAnswer()]],
  ['open-meteo', 'conditions', openMeteo.conditionsAnswer()],
  ['open-meteo', 'minutely', openMeteo.minutelyAnswer()],
  ['open-meteo', 'hourly', openMeteo.hourlyAnswer()],
  ['open-meteo', 'daily', openMeteo.dailyAnswer()],
  ['nws', 'alerts', nws.alertsAnswer(nws.alertAnswer())],
  ['met-norway', 'alerts', metNorway.alertsAnswer(metNorway.alertAnswer())],
];

/** Undefined when the answer is malformed. @throws any other error */
async function orMalformed<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    expect(error.fault).toBe('malformed');
    return undefined;
  }
}

describe.each(ANSWERS)('a hostile answer of %s for %s', (name, dataset, valid) => {
  const codec = codecOf(dataset);
  /** Most fields of an answer are not read. */
  const seen = new Set<string>();

  const isBoundedOrMalformed = async (body: unknown): Promise<void> => {
    const provider = PROVIDERS[name](body);
    const fetched = await orMalformed(() =>
      provider.fetch(dataset, PLACES[name], { priority: 'missing' }),
    );
    if (!fetched) return;
    const { value } = fetched;
    const text = codec.encode(value);
    if (seen.has(text)) return;
    seen.add(text);
    expect(breachesOf(value, NOW_MS)).toEqual([]);
    expect(breachesOf(bodiesOf(dataset, value), NOW_MS)).toEqual([]);
    // What is stored can be read again.
    expect(codec.decode(text, NOW_MS)).toEqual(value);
  };

  it('is malformed or within bounds, for each hostile value in each field', async () => {
    let count = 0;
    for (const [path, body] of eachHostileVariant(valid)) {
      await isBoundedOrMalformed(body).catch((error: unknown) => {
        throw new Error(`at ${path.join('.')}`, { cause: error });
      });
      count += 1;
    }
    expect(count).toBeGreaterThan(500);
  });

  it('is malformed or within bounds, for anything in several fields', async () => {
    await fc.assert(fc.asyncProperty(anyHostileVariant(valid), isBoundedOrMalformed), {
      numRuns: 150,
    });
  });
});

describe('a hostile answer to a look-up of a point', () => {
  const codec = placeCodec(NWS.isPlaceKey);

  it('is malformed, or within bounds, for each hostile value in each field', async () => {
    for (const [path, body] of eachHostileVariant(nws.pointAnswer())) {
      const found = await orMalformed(() =>
        PROVIDERS.nws(body).findPlace(CENTRE, { priority: 'missing' }),
      );
      const place = found?.value;
      if (!place) continue;
      expect([path, breachesOf(place, NOW_MS)]).toEqual([path, []]);
      expect(codec.decode(codec.encode(place), NOW_MS)).toEqual(place);
    }
  });
});

describe('a hostile answer to a search', () => {
  const codec = placeCodec(ACCWEA.isPlaceKey);

  const isBoundedOrMalformed = async (body: unknown): Promise<void> => {
    const found = await orMalformed(() =>
      PROVIDERS.accwea(body).findPlace(CENTRE, { priority: 'missing' }),
    );
    const place = found?.value;
    if (!place) return;
    expect(breachesOf(place, NOW_MS)).toEqual([]);
    expect(breachesOf(bodiesAt(place), NOW_MS)).toEqual([]);
    expect(codec.decode(codec.encode(place), NOW_MS)).toEqual(place);
  };

  it('is malformed, no place, or within bounds, for each hostile value in each field', async () => {
    for (const [path, body] of eachHostileVariant(accwea.locationAnswer())) {
      await isBoundedOrMalformed(body).catch((error: unknown) => {
        throw new Error(`at ${path.join('.')}`, { cause: error });
      });
    }
  });

  it('is malformed, no place, or within bounds, for anything in several fields', async () => {
    const variant = anyHostileVariant(accwea.locationAnswer());
    await fc.assert(fc.asyncProperty(variant, isBoundedOrMalformed), { numRuns: 150 });
  });

  it.each(['..', '.', 'a/b', 'a b', 'x'.repeat(101), '\ud800', 'é', 'a\n', '{a}'])(
    'is malformed with the place key %j, which could be no part of a path',
    async (Key) => {
      const provider = PROVIDERS.accwea(accwea.locationAnswer({ Key }));
      await expect(provider.findPlace(CENTRE, { priority: 'missing' })).rejects.toMatchObject({
        fault: 'malformed',
      });
    },
  );
});
