import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { placeCodec, placeRecordCodec } from '../places/place-record.js';
import { ACCWEA } from '../providers/accwea/accwea.descriptor.js';
import { OPEN_METEO } from '../providers/open-meteo/open-meteo.descriptor.js';
import { placeAt } from '../providers/position-place.js';
import { bodiesAt, bodiesOf } from '../testing/bodies-of.js';
import { breachesOf } from '../testing/breaches.js';
import { anyHostileVariant, eachHostileVariant } from '../testing/hostile-values.js';
import {
  DRIZZLE,
  GALE,
  RAIN_IN_12_MINUTES,
  RAINY_DAYS,
  RAINY_HOURS,
  VILLAGE,
} from '../testing/weather.fixtures.js';
import type { ForecastDay } from './daily/daily-forecast.js';
import { NOT_COVERED } from './minutely/minutely-forecast.js';
import { codecOf } from './registry.js';

const LOADED_AT_MS = Date.UTC(2026, 0, 1);

const UTC_OFFSET = { minutes: 570, change: { atMs: LOADED_AT_MS, minutes: 630 } };

interface Stored {
  readonly encoded: string;
  /** Reads a text; renders what it read, and returns all of it. */
  readonly read: (text: string) => unknown[];
}

function dataset<D extends Parameters<typeof codecOf>[0]>(
  name: D,
  record: Parameters<ReturnType<typeof codecOf<D>>['encode']>[0],
): Stored {
  const codec = codecOf(name);
  return {
    encoded: codec.encode(record),
    read: (text) => {
      const value = codec.decode(text, LOADED_AT_MS);
      return value ? [value, ...bodiesOf(name, value)] : [];
    },
  };
}

function places({ isPlaceKey }: typeof ACCWEA | typeof OPEN_METEO, place: typeof VILLAGE): Stored {
  const codec = placeRecordCodec(placeCodec(isPlaceKey));
  return {
    encoded: codec.encode({ place }),
    read: (text) => {
      const value = codec.decode(text, LOADED_AT_MS);
      return value?.place ? [value, ...bodiesAt(value.place)] : [];
    },
  };
}

const RECORDS: readonly [string, Stored][] = [
  ['conditions', dataset('conditions', DRIZZLE)],
  ['minutely', dataset('minutely', RAIN_IN_12_MINUTES)],
  ['minutely, not covered', dataset('minutely', NOT_COVERED)],
  ['hourly', dataset('hourly', { hours: RAINY_HOURS.hours.slice(0, 2) })],
  ['daily', dataset('daily', { days: RAINY_DAYS.days.slice(0, 2), timeZone: 'Europe/Paris' })],
  ['alerts', dataset('alerts', { alerts: [GALE, { ...GALE, id: '43' }] })],
  ['place', places(ACCWEA, VILLAGE)],
  [
    'place without a name of its zone',
    places(ACCWEA, { ...VILLAGE, timeZone: null, utcOffset: UTC_OFFSET }),
  ],
  ['place of Open-Meteo', places(OPEN_METEO, placeAt({ latitude: 48.875, longitude: 2.305 }))],
];

describe.each(RECORDS)('a poisoned record: %s', (_name, { encoded, read }) => {
  const valid: unknown = JSON.parse(encoded);
  const isBoundedOrAbsent = (stored: unknown): void => {
    // `NaN` and `Infinity` become null in JSON; `1e400` is how they get in.
    const text = JSON.stringify(stored, (_key, part: unknown) =>
      part === Infinity ? 'INF' : part,
    );
    const parts = read(text.replaceAll('"INF"', '1e400'));
    expect(breachesOf(parts, LOADED_AT_MS)).toEqual([]);
  };

  it('is absent or within bounds, for each hostile value in each field', () => {
    expect(read(encoded)).not.toEqual([]);
    for (const [path, stored] of eachHostileVariant(valid)) {
      try {
        isBoundedOrAbsent(stored);
      } catch (error) {
        throw new Error(`at ${path.join('.')}`, { cause: error });
      }
    }
  });

  it('is absent or within bounds, for anything in several fields', () => {
    fc.assert(fc.property(anyHostileVariant(valid), isBoundedOrAbsent), { numRuns: 1_000 });
  });

  it('is absent or within bounds, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(breachesOf(read(text), LOADED_AT_MS)).toEqual([]);
      }),
    );
  });
});

it.each([
  ['a UV index as text', 'conditions', DRIZZLE, '"u":1', '"u":"9"'],
  ['a UV index beyond all', 'conditions', DRIZZLE, '"u":1', '"u":51'],
  ['no values', 'conditions', DRIZZLE, /.*/s, '{}'],
  ['hours in another order', 'hourly', RAINY_HOURS, '"s":1767225600000', '"s":1767312000000'],
  [
    'minutes that overlap',
    'minutely',
    RAIN_IN_12_MINUTES,
    '"e":1767226320000',
    '"e":1767226380000',
  ],
  [
    'an interval that ends first',
    'minutely',
    RAIN_IN_12_MINUTES,
    '"e":1767226320000',
    '"e":1767225600000',
  ],
  [
    'minutes of a position that is not covered',
    'minutely',
    RAIN_IN_12_MINUTES,
    '"c":true',
    '"c":false',
  ],
  ['no minutes', 'minutely', RAIN_IN_12_MINUTES, /"i":.*/s, '"i":[]}'],
  ['no hours', 'hourly', RAINY_HOURS, /.*/s, '{"h":[]}'],
  ['a day of no calendar', 'daily', RAINY_DAYS, '2026-01-02', '2026-02-30'],
  ['a moon of 31 days', 'daily', RAINY_DAYS, '"ma":12', '"ma":31'],
  ['a phase that the moon does not have', 'daily', RAINY_DAYS, 'waxing-gibbous', 'half'],
  ['25 hours of sunshine', 'daily', RAINY_DAYS, '"sh":1.5', '"sh":25'],
] as const)('a record with %s is absent', (_what, name, record, part, poison) => {
  const codec = codecOf(name) as ReturnType<typeof codecOf>;
  const text = codec.encode(record);
  expect(codec.decode(text, LOADED_AT_MS)).toEqual(record);
  expect(codec.decode(text.replace(part, poison), LOADED_AT_MS)).toBeUndefined();
});

it('a record with categories of air quality and pollen that a later release added is read as unknown', () => {
  const codec = codecOf('daily');
  const [day] = RAINY_DAYS.days as [ForecastDay];
  const text = codec.encode({ days: [day], timeZone: null });
  const later = text
    .replace('"ac":"moderate"', '"ac":"smoke"')
    .replace('"tc":"moderate"', '"tc":"some"');
  expect(codec.decode(later, LOADED_AT_MS)?.days).toEqual([
    { ...day, airQualityCategory: 'unknown', treePollenCategory: 'unknown' },
  ]);
});

it('a record with a condition that a later release added is read as unknown', () => {
  const codec = codecOf('conditions');
  const text = codec.encode(DRIZZLE).replace('"drizzle"', '"dust-devil"');
  expect(codec.decode(text, LOADED_AT_MS)).toEqual({ ...DRIZZLE, condition: 'unknown' });
});
