import { describe, expect, it } from '@jest/globals';
import { decode } from 'cborg';
import * as fc from 'fast-check';
import { CONDITION_CODES } from '../condition-code.js';
import type { Conditions } from '../datasets/conditions/conditions.js';
import type { ForecastDay } from '../datasets/daily/daily-forecast.js';
import type { ProviderDescriptor } from '../providers/provider-descriptor.js';
import type { MinutelyForecast } from '../datasets/minutely/minutely-forecast.js';
import { ACCWEA } from '../providers/accwea/accwea.descriptor.js';
import { OPEN_METEO } from '../providers/open-meteo/open-meteo.descriptor.js';
import {
  DRIZZLE,
  NO_ALERTS,
  RAIN_IN_12_MINUTES,
  RAINY_DAYS,
  RAINY_HOURS,
  VILLAGE,
} from '../testing/weather.fixtures.js';
import type { View } from '../view.js';
import {
  ALERTS_READING,
  CONDITIONS_READING,
  DAILY_READING,
  HOURLY_READING,
  IMPERIAL,
  METRIC,
  readingOf,
  withNulls,
} from '../testing/reading.fixtures.js';
import { toCbor } from './cbor.js';
import type { GlanceParts } from './glance-parts.js';
import { GLANCE_MAX_BYTES, GlanceResponse } from './glance.response.js';

const HOUR_MS = 3_600_000;
const ALL: GlanceParts = {
  conditions: CONDITIONS_READING,
  hourly: HOURLY_READING,
  daily: DAILY_READING,
  alerts: ALERTS_READING,
  minutely: readingOf(RAIN_IN_12_MINUTES),
};
const glance = (parts: GlanceParts, view = METRIC): GlanceResponse =>
  JSON.parse(GlanceResponse.of(parts, view).json) as GlanceResponse;
const bytesOf = (body: object): number => Buffer.byteLength(JSON.stringify(body));

const tagAfter = (minutes: number): string =>
  GlanceResponse.of(ALL, { ...METRIC, nowMs: METRIC.nowMs + minutes * 60_000 }).tag;
const degreesShown = (temperatureCelsius: number): unknown =>
  glance({ ...ALL, conditions: readingOf({ ...DRIZZLE, temperatureCelsius }) }).n?.k;

describe('GlanceResponse', () => {
  it('contains the whole watch face: now, rain, six hours, three days, air, moon, alerts', () => {
    expect(glance(ALL)).toEqual({
      v: 1,
      u: 'm',
      a: 'AccuWeather',
      o: 60,
      su: [525, 1020],
      n: { c: 9, l: 0, k: 8, f: 4, r: 10, i: 1, w: 19 },
      h: {
        b: 1767225600,
        l: 0,
        c: [10, 10, 10, 10, 10, 10],
        k: [5, 5, 5, 5, 5, 6],
        p: [70, 70, 70, 70, 70, 70],
      },
      d: { y: 20260101, c: [10, 10, 10], lo: [3, 3, 3], hi: [8, 8, 8], p: [80, 80, 80] },
      m: [0, 12],
      q: 2,
      mo: 4,
      al: 0,
      s: 0,
      pl: 'Village',
      t: 1767225600,
      e: 1767226140,
    });
  });

  it('starts with its version and units', () => {
    expect(GlanceResponse.of(ALL, METRIC).json).toMatch(/^\{"v":1,"u":"m",/);
  });

  it('is available in imperial units', () => {
    const { u, n, h, d } = glance(ALL, IMPERIAL);
    expect(u).toBe('i');
    expect(n).toEqual({ c: 9, l: 0, k: 46, f: 40, r: 4, i: 1, w: 11 });
    expect(h?.k).toEqual([41, 41, 41, 42, 42, 42]);
    expect(d).toMatchObject({ lo: [37, 37, 37], hi: [47, 47, 47] });
  });

  it('rounds once, from the value of the provider', () => {
    expect(degreesShown(7.45)).toBe(7);
    expect(Object.is(degreesShown(-0.4), 0)).toBe(true);
  });

  it('omits unavailable blocks and names them', () => {
    const { n, h, d, x, al, t } = glance({ daily: DAILY_READING });
    expect({ n, h, t, x, al }).toEqual({
      n: undefined,
      h: undefined,
      t: null,
      x: ['n', 'h'],
      al: null,
    });
    expect(d).toBeDefined();
    expect(Object.keys(glance({ daily: DAILY_READING }))).not.toEqual(
      expect.arrayContaining(['n', 'h']),
    );
  });

  it('omits a forecast whose hours and days are past', () => {
    const later = { ...METRIC, nowMs: METRIC.nowMs + 30 * 24 * HOUR_MS };
    expect(glance(ALL, later)).toMatchObject({ x: ['h', 'd'] });
  });

  it('starts with the running hour and the local today', () => {
    const view = { ...METRIC, nowMs: METRIC.nowMs + 23.5 * HOUR_MS };
    const { h, d } = glance(ALL, view);
    expect(h).toMatchObject({ b: 1767225600 + 23 * 3600, c: [10] });
    expect(d).toMatchObject({ y: 20260102 });
  });

  it('ends a column at a gap, which a column cannot represent', () => {
    const hours = RAINY_HOURS.hours.filter((_, index) => index !== 2);
    const days = RAINY_DAYS.days.filter((_, index) => index !== 1);
    const { h, d } = glance({
      ...ALL,
      hourly: readingOf({ hours }),
      daily: readingOf({ ...RAINY_DAYS, days }),
    });
    expect(h?.k).toHaveLength(2);
    expect(d?.lo).toHaveLength(1);
  });

  it('continues across the end of a year and a leap day', () => {
    const [day] = RAINY_DAYS.days;
    const of = (...dates: string[]): unknown =>
      glance(
        {
          ...ALL,
          daily: readingOf({ timeZone: null, days: dates.map((date) => ({ ...day!, date })) }),
        },
        { ...METRIC, nowMs: 0 },
      ).d?.lo.length;
    expect(of('2027-12-31', '2028-01-01', '2028-01-02')).toBe(3);
    expect(of('2028-02-28', '2028-02-29', '2028-03-01')).toBe(3);
    expect(of('2027-02-28', '2027-02-29', '2027-03-01')).toBe(1);
  });

  it.each([
    ['none', ALERTS_READING, 0],
    ['one', readingOf({ alerts: [{ ...someAlert(), endsAtMs: null }] }), 1],
    ['one that ended', readingOf({ alerts: [{ ...someAlert(), endsAtMs: METRIC.nowMs }] }), 0],
    [
      'unknown where no authority issues any',
      readingOf(NO_ALERTS, { place: { ...VILLAGE, hasAlerts: false } }),
      null,
    ],
    ['unavailable alerts', readingOf(null), null],
  ])('flags alerts: %s', (_, alerts, flag) => {
    expect(glance({ ...ALL, alerts }).al).toBe(flag);
  });

  it('is as fresh as its oldest part and names every provider', () => {
    const hourly = readingOf(RAINY_HOURS, {
      provider: OPEN_METEO,
      freshness: 'stale',
      freshUntilMs: METRIC.nowMs - 1,
    });
    expect(glance({ ...ALL, hourly })).toMatchObject({
      e: 1767225600,
      s: 2,
      a: 'AccuWeather, Open-Meteo',
    });
  });

  it('stays the same from minute to minute while rain approaches', () => {
    expect([tagAfter(3), tagAfter(11)]).toEqual([tagAfter(0), tagAfter(0)]);
    expect(tagAfter(12)).not.toBe(tagAfter(0));
  });

  it('has no rain while it is unknown, which makes nothing expire', () => {
    const minutely = readingOf(null, { freshUntilMs: METRIC.nowMs + 1_000 });
    const { m, s, e } = glance({ ...ALL, minutely });
    expect({ m, s, e }).toEqual({ m: undefined, s: 0, e: glance(ALL).e });
  });

  it('says that its rain is stale, and whose it is', () => {
    const minutely = readingOf(RAIN_IN_12_MINUTES, { provider: OPEN_METEO, freshness: 'expired' });
    expect(glance({ ...ALL, minutely })).toMatchObject({ s: 16, a: 'AccuWeather, Open-Meteo' });
  });

  it('has air and moon of the local today, without those that are unknown', () => {
    const [day, ...others] = RAINY_DAYS.days;
    const of = (today: Partial<ForecastDay>, view = METRIC): unknown => {
      const daily = readingOf({ ...RAINY_DAYS, days: [{ ...day!, ...today }, ...others] });
      const { q, mo } = glance({ ...ALL, daily }, view);
      return { q, mo };
    };
    expect(of({ airQualityCategory: 'hazardous', moonPhase: 'new' })).toEqual({ q: 6, mo: 1 });
    expect(of({ airQualityCategory: 'unknown', moonPhase: null })).toEqual({ q: 0, mo: undefined });
    expect(of({ airQualityCategory: null })).toEqual({ q: undefined, mo: 4 });
    const tomorrow = { ...METRIC, nowMs: METRIC.nowMs + 24 * HOUR_MS };
    expect(of({ airQualityCategory: 'hazardous', moonPhase: 'new' }, tomorrow)).toEqual({
      q: 2,
      mo: 4,
    });
  });

  it('keeps the same content after a refresh that brings nothing new', () => {
    const conditions = readingOf(
      { ...DRIZZLE, observedAtMs: METRIC.nowMs + 1_000 },
      { freshUntilMs: METRIC.nowMs + 900_000 },
    );
    const after = GlanceResponse.of({ ...ALL, conditions }, METRIC);
    const before = GlanceResponse.of(ALL, METRIC);
    expect(after.tag).toBe(before.tag);
    expect(after.json).not.toBe(before.json);
    expect(JSON.parse(after.json)).toEqual({ ...after.age, ...after.content });
  });
});

function someAlert() {
  return {
    id: '1',
    title: null,
    severity: 'minor' as const,
    category: null,
    source: null,
    area: null,
    text: null,
    startsAtMs: null,
    endsAtMs: null,
  };
}

const ODD = [
  -1e300,
  -273.15,
  -9.96,
  -0.04,
  0,
  0.05,
  9.95,
  99.95,
  123.456,
  8.64e15,
  1e300,
  NaN,
  Infinity,
];
const anyValue = fc.oneof(
  fc.constantFrom(null, ...ODD),
  fc.double(),
  fc.double({ min: -200, max: 200 }),
);
const anyRecord = <T extends object>(like: T): fc.Arbitrary<T> =>
  fc.record(
    Object.fromEntries(
      Object.entries(like).map(([key, known]) => [
        key,
        typeof known === 'number' ? anyValue : fc.constantFrom(known, null),
      ]),
    ),
  ) as unknown as fc.Arbitrary<T>;
const anyConditions = fc
  .tuple(anyRecord(DRIZZLE), fc.constantFrom(...CONDITION_CODES))
  .map(([value, condition]): Conditions => ({ ...value, condition }));
const anyHours = fc
  .array(anyRecord({ ...RAINY_HOURS.hours[0]!, condition: 'windy' as const }), {
    minLength: 6,
    maxLength: 8,
  })
  .map((hours) => ({
    hours: hours.map((hour, index) => ({ ...hour, startsAtMs: METRIC.nowMs + index * HOUR_MS })),
  }));
const anyDays = fc
  .array(anyRecord({ ...RAINY_DAYS.days[0]!, condition: 'windy' as const }), {
    minLength: 3,
    maxLength: 4,
  })
  .map((days) => ({
    timeZone: null,
    days: days.map((day, index) => ({ ...day, date: `2026-01-0${index + 1}` })),
  }));
const anyProvider = fc.constantFrom(ACCWEA, OPEN_METEO);
/** From the time of the view. */
function rainLasting(minutes: number, startsAtMs = METRIC.nowMs): MinutelyForecast {
  const [dry, rain] = RAIN_IN_12_MINUTES.intervals;
  const stopsAtMs = startsAtMs + minutes * 60_000;
  return {
    ...RAIN_IN_12_MINUTES,
    intervals: [
      { ...rain!, startsAtMs, endsAtMs: stopsAtMs },
      { ...dry!, startsAtMs: stopsAtMs, endsAtMs: startsAtMs + 2 * HOUR_MS + 1 },
    ],
  };
}

const anyParts = fc
  .record({
    conditions: anyConditions,
    hours: anyHours,
    days: anyDays,
    name: fc.string({
      unit: fc.constantFrom('a', 'É', '東', '"', '\\', '\n', '👩‍🚀', '\ud800', ' '),
      maxLength: 90,
    }),
    providers: fc.tuple(anyProvider, anyProvider, anyProvider, anyProvider),
    rainFor: fc.integer({ min: 1, max: 120 }),
    missing: fc.subarray(['conditions', 'hourly', 'daily', 'alerts', 'minutely'] as const, {
      maxLength: 4,
    }),
    freshUntilMs: fc.oneof(fc.constant(METRIC.nowMs), fc.double()),
  })
  .map(
    ({ conditions, hours, days, name, providers, rainFor, missing, freshUntilMs }): GlanceParts => {
      const place = { ...VILLAGE, name };
      const [first, second, third, fourth] = providers;
      const parts: GlanceParts = {
        conditions: readingOf(conditions, { place, provider: first, freshUntilMs }),
        hourly: readingOf(hours, { place, provider: second }),
        daily: readingOf(days, { place, provider: third }),
        alerts: readingOf(null, { place }),
        minutely: readingOf(rainLasting(rainFor), { place, provider: fourth }),
      };
      return Object.fromEntries(
        Object.entries(parts).filter(([key]) => !missing.some((name) => name === key)),
      );
    },
  );

/** Late enough that a minute of the day has four digits. */
const LATE: View = { ...IMPERIAL, nowMs: METRIC.nowMs + 17 * HOUR_MS };

/** Parts in which each value has its greatest length, and the place a long name. */
function longest(
  value: number | null,
  provider: ProviderDescriptor,
  celsius = -1_000,
): GlanceParts {
  const place = { ...VILLAGE, name: 'W'.repeat(99), timeZone: 'Pacific/Marquesas' };
  const known = value === null ? {} : { precipitationProbabilityPercent: 100 };
  const cold = {
    temperatureCelsius: celsius,
    condition: 'windy' as const,
    isDay: true,
    ...known,
  };
  const conditions: Conditions = {
    ...withNulls(DRIZZLE, ['observedAtMs']),
    temperatureCelsius: celsius,
    feelsLikeCelsius: celsius,
    condition: 'windy',
    isDay: true,
    precipitationPastHourMillimeters: 9e9,
    windKilometersPerHour: value,
    uvIndex: value,
  };
  const hour = { ...withNulls(RAINY_HOURS.hours[0]!), ...cold };
  const [day] = RAINY_DAYS.days;
  const days = ['2026-01-01', '2026-01-02', '2026-01-03'].map((date) => ({
    ...withNulls(day!),
    date,
    lowestCelsius: celsius,
    highestCelsius: celsius,
    condition: 'windy' as const,
    ...known,
    sunriseAtMs: METRIC.nowMs + 28 * HOUR_MS,
    sunsetAtMs: METRIC.nowMs + 33 * HOUR_MS,
    airQualityCategory: 'hazardous' as const,
    moonPhase: 'full' as const,
  }));
  const hours = [0, 1, 2, 3, 4, 5].map((index) => ({
    ...hour,
    startsAtMs: LATE.nowMs + index * HOUR_MS,
  }));
  return {
    conditions: readingOf(conditions, { place }),
    hourly: readingOf({ hours }, { place, provider }),
    daily: readingOf({ timeZone: null, days }, { place }),
    alerts: readingOf(null, { place, freshness: 'stale' }),
    minutely: readingOf(rainLasting(30, LATE.nowMs), { place, provider, freshness: 'stale' }),
  };
}

describe('GlanceResponse: size in bytes', () => {
  it('is at most 400 for any values in both unit systems', () => {
    fc.assert(
      fc.property(anyParts, fc.constantFrom(METRIC, IMPERIAL), (parts, view) => {
        const body = glance(parts, view);
        expect(bytesOf(body)).toBeLessThanOrEqual(GLANCE_MAX_BYTES);
        expect(JSON.stringify(body)).not.toMatch(/[:[,]-0[,\]}]/);
        expect(JSON.parse(JSON.stringify(body))).toEqual(body);
      }),
      { numRuns: 1_000 },
    );
  });

  const BLOCK_KEYS = { n: 7, h: 5, d: 5 } as const;
  function expectEveryKey(body: GlanceResponse): void {
    expect(Object.keys(body)).toEqual(
      expect.arrayContaining(['o', 'su', 'm', 'al', 's', 't', 'e']),
    );
    for (const block of ['n', 'h', 'd'] as const) {
      expect(Object.keys(body[block] ?? {})).toHaveLength(BLOCK_KEYS[block]);
    }
  }

  it('is at most 400 when every value has its maximum length or is null: two hours give way', () => {
    const body = glance(longest(null, OPEN_METEO), LATE);

    expectEveryKey(body);
    expect(body.n).toMatchObject({ k: -199, r: 9_999, w: null });
    expect(body).toMatchObject({
      o: -570,
      h: { k: Array(4).fill(-199) },
      d: { lo: [-199, -199, -199] },
    });
    expect(bytesOf(body)).toBeLessThanOrEqual(GLANCE_MAX_BYTES);
  });

  it.each([
    [-1_000, 0, { q: 6 }],
    [-70, 7, { q: 6, mo: 5 }],
    [-10, 21, { q: 6, mo: 5 }],
  ])(
    'has all hours when every value is known and has its maximum length: at %d °C, %d bytes are left for the name',
    (celsius, left, fitting) => {
      const { pl: _name, ...body } = glance(longest(999, ACCWEA, celsius), LATE);

      expectEveryKey(body);
      expect(body.h?.p).toEqual(Array(6).fill(100));
      expect({ q: body.q, mo: body.mo }).toEqual({ mo: undefined, ...fitting });
      expect(body.m).toEqual([1, 1_050]);
      expect(bytesOf(body)).toBe(GLANCE_MAX_BYTES - left);
    },
  );

  it('cuts a long name between graphemes to fit', () => {
    const named = (name: string): string | undefined =>
      glance({ conditions: readingOf(DRIZZLE, { place: { ...VILLAGE, name } }) }).pl;
    expect(named('Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch')).toBe(
      'Llanfairpwllgwyngyllgogerychwyrn',
    );
    expect(named('東京都千代田区丸の内一丁目')).toBe('東京都千代田区丸の内');
    expect(named('Saint-Germain-de-la-Montagne-aux-Bois')).toBe('Saint-Germain-de-la-Montagne-aux');
    expect(named('👩‍🚀'.repeat(3))).toBe('👩‍🚀👩‍🚀');
    expect(
      glance({ conditions: readingOf(DRIZZLE, { place: { ...VILLAGE, name: null } }) }),
    ).not.toHaveProperty('pl');
  });
});

describe('GlanceResponse as CBOR', () => {
  it('decodes to the same object as the JSON', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const body = glance(parts);
        // CBOR cannot encode half a surrogate pair.
        fc.pre(!JSON.stringify(body).includes('\\ud800'));
        expect(decode(toCbor(body))).toEqual(JSON.parse(JSON.stringify(body)));
      }),
      { numRuns: 100 },
    );
  });
});
