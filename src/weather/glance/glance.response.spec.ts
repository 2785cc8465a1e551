import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { decode } from 'cborg';
import * as fc from 'fast-check';
import { CONDITION_CODES } from '../condition-code.js';
import type { Conditions } from '../datasets/conditions/conditions.js';
import { ACCWEA } from '../providers/accwea/accwea.descriptor.js';
import { OPEN_METEO } from '../providers/open-meteo/open-meteo.descriptor.js';
import {
  DRIZZLE,
  NO_ALERTS,
  RAINY_DAYS,
  RAINY_HOURS,
  VILLAGE,
} from '../testing/weather.fixtures.js';
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
import { CONDITION_NUMBERS } from './condition-number.js';
import { GLANCE_MAX_BYTES, GlanceResponse, type GlanceParts } from './glance.response.js';

const HOUR_MS = 3_600_000;
const ALL: GlanceParts = {
  conditions: CONDITIONS_READING,
  hourly: HOURLY_READING,
  daily: DAILY_READING,
  alerts: ALERTS_READING,
};
const glance = (parts: GlanceParts, view = METRIC): GlanceResponse =>
  JSON.parse(GlanceResponse.of(parts, view).json) as GlanceResponse;
const bytesOf = (body: object): number => Buffer.byteLength(JSON.stringify(body));

const degreesShown = (temperatureCelsius: number): unknown =>
  glance({ ...ALL, conditions: readingOf({ ...DRIZZLE, temperatureCelsius }) }).n?.k;

describe('GlanceResponse', () => {
  it('contains the whole watch face: now, six hours, three days, alerts', () => {
    expect(glance(ALL)).toEqual({
      t: 1767225600,
      e: 1767226140,
      s: 0,
      v: 1,
      u: 'm',
      a: 'AccuWeather',
      n: { c: 9, d: 0, k: 8, f: 4, r: 1, i: 1, w: 19 },
      h: {
        t: 1767225600,
        c: [10, 10, 10, 10, 10, 10],
        k: [5, 5, 5, 5, 5, 6],
        p: [70, 70, 70, 70, 70, 70],
      },
      d: { t: 20260101, c: [10, 10, 10], l: [3, 3, 3], h: [8, 8, 8], p: [80, 80, 80] },
      w: 0,
      p: 'Village',
    });
  });

  it('is available in imperial units', () => {
    const { u, n, h, d } = glance(ALL, IMPERIAL);
    expect(u).toBe('i');
    expect(n).toEqual({ c: 9, d: 0, k: 46, f: 40, r: 0.04, i: 1, w: 11 });
    expect(h?.k).toEqual([41, 41, 41, 42, 42, 42]);
    expect(d).toMatchObject({ l: [37, 37, 37], h: [47, 47, 47] });
  });

  it('rounds once, from the value of the provider', () => {
    expect(degreesShown(7.45)).toBe(7);
    expect(Object.is(degreesShown(-0.4), 0)).toBe(true);
  });

  it('omits unavailable blocks and names them', () => {
    const { n, h, d, x, w, t } = glance({ daily: DAILY_READING });
    expect({ n, h, t, x, w }).toEqual({
      n: undefined,
      h: undefined,
      t: null,
      x: ['n', 'h'],
      w: null,
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

  it('starts with the current hour and the local today', () => {
    const view = { ...METRIC, nowMs: METRIC.nowMs + 23.5 * HOUR_MS };
    const { h, d } = glance(ALL, view);
    expect(h).toMatchObject({ t: 1767225600 + 23 * 3600, c: [10] });
    expect(d).toMatchObject({ t: 20260102 });
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
    expect(d?.l).toHaveLength(1);
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
      ).d?.l.length;
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
    expect(glance({ ...ALL, alerts }).w).toBe(flag);
  });

  it('is as fresh as its oldest part and names every provider', () => {
    const hourly = readingOf(RAINY_HOURS, {
      provider: OPEN_METEO,
      freshness: 'stale',
      freshUntilMs: METRIC.nowMs - 1,
    });
    expect(glance({ ...ALL, hourly })).toMatchObject({
      e: 1767225600,
      s: 1,
      a: 'AccuWeather, Open-Meteo',
    });
  });

  it('keeps the same content after a refresh that brings nothing new', () => {
    const conditions = readingOf(
      { ...DRIZZLE, observedAtMs: METRIC.nowMs + 1_000 },
      { freshUntilMs: METRIC.nowMs + 900_000, freshness: 'stale' },
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
const anyParts = fc
  .record({
    conditions: anyConditions,
    hours: anyHours,
    days: anyDays,
    name: fc.string({
      unit: fc.constantFrom('a', 'É', '東', '"', '\\', '\n', '👩‍🚀', '\ud800', ' '),
      maxLength: 90,
    }),
    providers: fc.tuple(anyProvider, anyProvider, anyProvider),
    missing: fc.subarray(['conditions', 'hourly', 'daily', 'alerts'] as const, { maxLength: 3 }),
    freshUntilMs: fc.oneof(fc.constant(METRIC.nowMs), fc.double()),
  })
  .map(({ conditions, hours, days, name, providers, missing, freshUntilMs }): GlanceParts => {
    const place = { ...VILLAGE, name };
    const [first, second, third] = providers;
    const parts: GlanceParts = {
      conditions: readingOf(conditions, { place, provider: first, freshUntilMs }),
      hourly: readingOf(hours, { place, provider: second }),
      daily: readingOf(days, { place, provider: third }),
      alerts: readingOf(null, { place }),
    };
    return Object.fromEntries(
      Object.entries(parts).filter(([key]) => !missing.some((name) => name === key)),
    );
  });

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

  it('is at most 400 when every value has its maximum length', () => {
    const conditions: Conditions = {
      ...withNulls(DRIZZLE, ['observedAtMs']),
      temperatureCelsius: -1_000,
      feelsLikeCelsius: -1_000,
      precipitationPastHourMillimeters: 12.34 * 25.4,
    };
    const hour = { ...withNulls(RAINY_HOURS.hours[0]!), temperatureCelsius: -1_000 };
    const day = {
      ...withNulls(RAINY_DAYS.days[0]!),
      lowestCelsius: -1_000,
      highestCelsius: -1_000,
    };
    const parts: GlanceParts = {
      conditions: readingOf(conditions, { place: { ...VILLAGE, name: 'W'.repeat(99) } }),
      hourly: readingOf(
        {
          hours: Array.from({ length: 6 }, (_, index) => ({
            ...hour,
            startsAtMs: METRIC.nowMs + index * HOUR_MS,
          })),
        },
        { provider: OPEN_METEO },
      ),
      daily: readingOf({
        timeZone: null,
        days: [1, 2, 3].map((date) => ({ ...day, date: `2026-01-0${date}` })),
      }),
      alerts: readingOf(null),
    };
    const body = glance(parts, IMPERIAL);
    expect(body.n).toMatchObject({ k: -199, r: 12.34, w: null });
    expect(body).toMatchObject({ h: { p: Array(6).fill(null) }, d: { l: [-199, -199, -199] } });
    expect(bytesOf(body)).toBeLessThanOrEqual(GLANCE_MAX_BYTES);
  });

  it('cuts a long name between graphemes to fit', () => {
    const named = (name: string): string | undefined =>
      glance({ conditions: readingOf(DRIZZLE, { place: { ...VILLAGE, name } }) }).p;
    expect(named('Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch')).toBe(
      'Llanfairpwllgwyngyllgogerychwyrn',
    );
    expect(named('東京都千代田区丸の内一丁目')).toBe('東京都千代田区丸の内');
    expect(named('Saint-Germain-de-la-Montagne-aux-Bois')).toBe('Saint-Germain-de-la-Montagne-aux');
    expect(named('👩‍🚀'.repeat(3))).toBe('👩‍🚀👩‍🚀');
    expect(
      glance({ conditions: readingOf(DRIZZLE, { place: { ...VILLAGE, name: null } }) }),
    ).not.toHaveProperty('p');
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

describe('docs/glance.md', () => {
  const guide = readFileSync(new URL('../../../docs/glance.md', import.meta.url), 'utf8');

  it('lists every condition with its number, in order', () => {
    const rows = [...guide.matchAll(/^\| (\d+) \| `([\w-]+)` \|/gm)].map(([, number, code]) => [
      code,
      Number(number),
    ]);
    expect(rows).toEqual(Object.entries(CONDITION_NUMBERS));
    expect(rows.map(([, number]) => number)).toEqual(rows.map((_, index) => index));
    expect(rows.map(([code]) => code)).toEqual(CONDITION_CODES);
  });

  it('explains every key and shows a glance as the service sends it', () => {
    const [, example = ''] = /```json\n([^`]*)```/.exec(guide) ?? [];
    expect(JSON.parse(example)).toEqual(glance(ALL));
    const { n, h, d, ...rest } = glance(ALL);
    const keys = [
      'x',
      ...Object.keys(rest),
      ...[{ n }, { h }, { d }].flatMap((block) =>
        Object.entries(block).flatMap(([name, keys]) => [
          name,
          ...Object.keys(keys ?? {}).map((key) => `${name}.${key}`),
        ]),
      ),
    ];
    for (const key of keys) expect(guide).toContain(`| \`${key}\` |`);
  });

  it('states the size of its example and what CBOR saves', () => {
    const json = bytesOf(glance(ALL));
    const cbor = toCbor(glance(ALL)).length;
    const saved = Math.round((1 - cbor / json) * 100);
    expect(guide).toContain(`${json} bytes of JSON, ${cbor} of CBOR: ${saved} % less`);
  });
});
