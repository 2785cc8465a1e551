import { describe, expect, it } from '@jest/globals';
import { toConditions } from './accwea.conditions.js';
import {
  READ_IN_CONDITIONS,
  conditionsAnswer,
  inBoth,
  quantity,
} from './testing/accwea-answers.js';

const READ_FIELDS = ['EpochTime', 'UVIndex', 'Visibility', 'PrecipitationSummary', 'Precip1hr'];

const spoilt = (value: unknown): Record<string, unknown> =>
  Object.fromEntries(READ_FIELDS.map((field) => [field, value]));

const fallen = (changes: Record<string, unknown>): number | null =>
  toConditions(conditionsAnswer(changes)).precipitationPastHourMillimeters;

describe('current conditions', () => {
  it('are a list of one observation', () => {
    expect(toConditions(conditionsAnswer())).toEqual(READ_IN_CONDITIONS);
  });

  it('may come without the list', () => {
    expect(toConditions(conditionsAnswer()[0])).toEqual(READ_IN_CONDITIONS);
  });

  it('may have fields that were added later', () => {
    const later = {
      UVIndexFloat: 9.9,
      HeatIndex: inBoth(quantity(7, 17), null),
      Later: { a: [1] },
    };

    expect(toConditions(conditionsAnswer(later))).toEqual(READ_IN_CONDITIONS);
  });

  it.each([
    ['EpochTime', { observedAtMs: null }],
    ['UVIndex', { uvIndex: null }],
    ['Visibility', { visibilityMeters: null }],
  ])('tell nothing of a %s that cannot be read, and all the rest', (field, expected) => {
    for (const value of [null, undefined, '7', {}, [], [7], true, NaN]) {
      expect(toConditions(conditionsAnswer({ [field]: value }))).toEqual({
        ...READ_IN_CONDITIONS,
        ...expected,
      });
    }
  });

  it('are told without details', () => {
    const { EpochTime, WeatherText } = conditionsAnswer()[0];

    expect(toConditions([{ EpochTime, WeatherText }])).toEqual({
      observedAtMs: READ_IN_CONDITIONS.observedAtMs,
      visibilityMeters: null,
      precipitationPastHourMillimeters: null,
      uvIndex: null,
    });
  });
});

describe('precipitation', () => {
  const summary = conditionsAnswer()[0]['PrecipitationSummary'] as object;

  it('is that of the past hour, not the summary’s Precipitation', () => {
    expect(fallen({ Precip1hr: null })).toBe(1.2);
  });

  it.each([[null], [undefined], [{}], [inBoth(null, null)], ['1.2 mm']])(
    'is Precip1hr when the past hour is %j',
    (pastHour) => {
      expect(fallen({ PrecipitationSummary: { ...summary, PastHour: pastHour } })).toBe(1.3);
    },
  );

  it.each([[null], [undefined], [[]], ['']])('is Precip1hr when the summary is %j', (given) => {
    expect(fallen({ PrecipitationSummary: given })).toBe(1.3);
  });

  it('is never the summary’s Precipitation', () => {
    expect(
      fallen({ PrecipitationSummary: { ...summary, PastHour: null }, Precip1hr: null }),
    ).toBeNull();
  });

  it('of zero is zero, not unknown', () => {
    const none = inBoth(quantity(0, 3), quantity(0, 1));

    expect(fallen({ PrecipitationSummary: { PastHour: none } })).toBe(0);
  });

  it('in cm, as snow comes, or in inches alone, is in millimetres too', () => {
    const inCm = inBoth(quantity(0.3, 4), null);
    const inInches = inBoth(null, quantity(0.02, 1));

    expect(fallen({ PrecipitationSummary: { PastHour: inCm } })).toBe(3);
    expect(fallen({ PrecipitationSummary: { PastHour: inInches } })).toBe(0.508);
  });

  it('below zero is not known', () => {
    expect(
      fallen({ PrecipitationSummary: { PastHour: inBoth(quantity(-1, 3), null) } }),
    ).toBeNull();
  });
});

describe('visibility', () => {
  it.each([
    [inBoth(quantity(46.7, 6), null), 46_700],
    [inBoth(quantity(350, 5), null), 350],
    [inBoth(null, quantity(0.25, 2)), 402.336],
    [inBoth(quantity(-1, 6), null), null],
  ])('of %j is %p m', (given, meters) => {
    expect(toConditions(conditionsAnswer({ Visibility: given })).visibilityMeters).toBe(meters);
  });
});

describe('the UV index', () => {
  it.each([
    [0, undefined, 0],
    [11, undefined, 11],
    [3, 3.9, 3],
    [null, 3.4, 3],
    [undefined, 3.5, 4],
    ['3', 3.5, 4],
    [2.6, undefined, 3],
    [-1, undefined, null],
    [null, -0.1, null],
    [null, '3.5', null],
  ])('from UVIndex %p and UVIndexFloat %p is %p', (UVIndex, UVIndexFloat, expected) => {
    expect(toConditions(conditionsAnswer({ UVIndex, UVIndexFloat })).uvIndex).toBe(expected);
  });
});

describe('no observation', () => {
  it.each([
    ['null', null],
    ['nothing', undefined],
    ['an empty list', []],
    ['a list of null', [null]],
    ['a list of a list', [conditionsAnswer()]],
    ['an empty object', {}],
    ['true', true],
    ['false', false],
    ['text', 'text'],
    ['a number', 42],
    ['an error in the clothes of a success', { Code: '400', Message: 'Invalid location key' }],
    ['one with every field null', conditionsAnswer(spoilt(null))],
    ['one with every field missing', conditionsAnswer(spoilt(undefined))],
    ['one with every field of the wrong type', conditionsAnswer(spoilt('5'))],
    ['one with every object empty', conditionsAnswer(spoilt({}))],
  ])('is in %s', (_name, body) => {
    expect(() => toConditions(body)).toThrow(expect.objectContaining({ fault: 'malformed' }));
  });
});
