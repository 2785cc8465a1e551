import { describe, expect, it } from '@jest/globals';
import { toConditions } from './accwea.conditions.js';
import {
  EXPECTED_CONDITIONS,
  conditionsAnswer,
  inBothSystems,
  quantity,
  windDirection,
} from '../testing/accwea.fixtures.js';
import { NONSENSE, withValueAt, type Path } from '../../../testing/with-value-at.js';

const READ_FIELDS = [
  'EpochTime',
  'WeatherIcon',
  'IsDayTime',
  'Temperature',
  'RealFeelTemperature',
  'RealFeelTemperatureShade',
  'DewPoint',
  'RelativeHumidity',
  'CloudCover',
  'Wind',
  'WindGust',
  'Pressure',
  'PressureTendency',
  'Visibility',
  'PrecipitationSummary',
  'Precip1hr',
  'PrecipitationType',
  'UVIndex',
];

const withEveryField = (value: unknown): Record<string, unknown> =>
  Object.fromEntries(READ_FIELDS.map((field) => [field, value]));

const fallen = (changes: Record<string, unknown>): number | null =>
  toConditions(conditionsAnswer(changes)).precipitationPastHourMillimeters;

const feels = (changes: Record<string, unknown>): number | null =>
  toConditions(conditionsAnswer(changes)).feelsLikeCelsius;

describe('toConditions of AccuWeather', () => {
  it('reads a list of one observation', () => {
    expect(toConditions(conditionsAnswer())).toEqual(EXPECTED_CONDITIONS);
  });

  it('reads an observation outside a list', () => {
    expect(toConditions(conditionsAnswer()[0])).toEqual(EXPECTED_CONDITIONS);
  });

  it('ignores fields that were added later', () => {
    const later = {
      UVIndexFloat: 9.9,
      HeatIndex: inBothSystems(quantity(7, 17), null),
      Later: { a: [1] },
    };

    expect(toConditions(conditionsAnswer(later))).toEqual(EXPECTED_CONDITIONS);
  });

  it('reads a response without details', () => {
    const { EpochTime, WeatherIcon, IsDayTime, Temperature, PrecipitationType } =
      conditionsAnswer()[0];
    const answer = [{ EpochTime, WeatherIcon, IsDayTime, Temperature, PrecipitationType }];

    expect(toConditions(answer)).toEqual({
      ...Object.fromEntries(Object.keys(EXPECTED_CONDITIONS).map((field) => [field, null])),
      observedAtMs: EXPECTED_CONDITIONS.observedAtMs,
      condition: 'rain',
      isDay: false,
      temperatureCelsius: 7.5,
      precipitationKind: 'rain',
    });
  });

  it('reads a response in imperial units alone', () => {
    const imperial = Object.fromEntries(
      [
        ['Temperature', quantity(46.4, 18)],
        ['RealFeelTemperature', quantity(41, 18)],
        ['DewPoint', quantity(32, 18)],
        ['Pressure', quantity(29.92, 12)],
        ['Visibility', quantity(10, 2)],
      ].map(([field, value]) => [field, inBothSystems(null, value)]),
    );
    const winds = {
      Wind: { Direction: windDirection(225), Speed: inBothSystems(null, quantity(10, 9)) },
      WindGust: { Speed: inBothSystems(null, quantity(20, 9)) },
    };

    expect(toConditions(conditionsAnswer({ ...imperial, ...winds }))).toEqual({
      ...EXPECTED_CONDITIONS,
      temperatureCelsius: 8,
      feelsLikeCelsius: 5,
      dewPointCelsius: 0,
      pressureHectopascals: expect.closeTo(1_013.21, 2),
      visibilityMeters: 16_093.44,
      windKilometersPerHour: 16.09344,
      gustKilometersPerHour: 32.18688,
    });
  });

  it('reads a clear, dry, cold night with a condition but without precipitation and UV', () => {
    const night = {
      WeatherIcon: 33,
      HasPrecipitation: false,
      PrecipitationType: null,
      Temperature: inBothSystems(quantity(-12.2, 17), quantity(10, 18)),
      UVIndex: 0,
      PrecipitationSummary: { PastHour: inBothSystems(quantity(0, 3), quantity(0, 1)) },
    };

    expect(toConditions(conditionsAnswer(night))).toEqual({
      ...EXPECTED_CONDITIONS,
      condition: 'clear',
      temperatureCelsius: -12.2,
      precipitationPastHourMillimeters: 0,
      precipitationKind: null,
      uvIndex: 0,
    });
  });
});

/** The source path of each field. */
const READ_AT: readonly [keyof typeof EXPECTED_CONDITIONS, Path][] = [
  ['observedAtMs', [0, 'EpochTime']],
  ['condition', [0, 'WeatherIcon']],
  ['isDay', [0, 'IsDayTime']],
  ['temperatureCelsius', [0, 'Temperature']],
  ['dewPointCelsius', [0, 'DewPoint']],
  ['humidityPercent', [0, 'RelativeHumidity']],
  ['cloudCoverPercent', [0, 'CloudCover']],
  ['windKilometersPerHour', [0, 'Wind', 'Speed']],
  ['gustKilometersPerHour', [0, 'WindGust']],
  ['gustKilometersPerHour', [0, 'WindGust', 'Speed']],
  ['windFromDegrees', [0, 'Wind', 'Direction']],
  ['windFromDegrees', [0, 'Wind', 'Direction', 'Degrees']],
  ['pressureHectopascals', [0, 'Pressure']],
  ['pressureTrend', [0, 'PressureTendency']],
  ['pressureTrend', [0, 'PressureTendency', 'Code']],
  ['visibilityMeters', [0, 'Visibility']],
  ['precipitationKind', [0, 'PrecipitationType']],
  ['uvIndex', [0, 'UVIndex']],
];

describe('toConditions of AccuWeather: an unreadable field', () => {
  it.each(READ_AT)('leaves only %s unknown: %j', (field, path) => {
    for (const value of [...NONSENSE, field === 'isDay' ? 1 : true]) {
      expect(toConditions(withValueAt(conditionsAnswer(), path, value))).toEqual({
        ...EXPECTED_CONDITIONS,
        [field]: null,
      });
    }
  });

  it.each([
    ['temperatureCelsius', 'Temperature'],
    ['dewPointCelsius', 'DewPoint'],
    ['pressureHectopascals', 'Pressure'],
    ['visibilityMeters', 'Visibility'],
  ])('leaves %s unknown for an unknown unit', (field, path) => {
    const given = inBothSystems(quantity(5, 99), quantity(5, 23));

    expect(toConditions(conditionsAnswer({ [path]: given }))).toEqual({
      ...EXPECTED_CONDITIONS,
      [field]: null,
    });
  });
});

describe('toConditions of AccuWeather: feels-like temperature', () => {
  it.each([[null], [undefined], [{}], ['4.2']])(
    'is RealFeel in the shade when RealFeel is %j',
    (given) => {
      expect(feels({ RealFeelTemperature: given })).toBe(4.1);
    },
  );

  it('is never ApparentTemperature, which uses another scale', () => {
    expect(feels({ RealFeelTemperature: null, RealFeelTemperatureShade: null })).toBeNull();
  });
});

describe('toConditions of AccuWeather: codes', () => {
  it.each([
    ['F', 'falling'],
    ['S', 'steady'],
    ['R', 'rising'],
    ['X', null],
    ['constructor', null],
  ])('maps the pressure tendency %s to %p', (Code, pressureTrend) => {
    expect(toConditions(conditionsAnswer({ PressureTendency: { Code } }))).toEqual({
      ...EXPECTED_CONDITIONS,
      pressureTrend,
    });
  });

  it.each([
    ['Rain', 'rain'],
    ['Snow', 'snow'],
    ['Ice', 'ice'],
    ['Mixed', 'mixed'],
    [null, null],
    ['Frogs', null],
    ['__proto__', null],
  ])('maps the precipitation type %p to %p', (PrecipitationType, precipitationKind) => {
    expect(toConditions(conditionsAnswer({ PrecipitationType }))).toEqual({
      ...EXPECTED_CONDITIONS,
      precipitationKind,
    });
  });

  it.each([
    [11, 'fog'],
    [99, 'unknown'],
    [null, null],
  ])('maps the icon %p to %p', (WeatherIcon, condition) => {
    expect(toConditions(conditionsAnswer({ WeatherIcon }))).toEqual({
      ...EXPECTED_CONDITIONS,
      condition,
    });
  });
});

describe('toConditions of AccuWeather: observation time', () => {
  it.each([
    [1_767_225_600, 1_767_225_600_000],
    [0, null],
    [-1, null],
    [1_767_225_600_000_000, null],
  ])('reads %d seconds as %p', (EpochTime, observedAtMs) => {
    expect(toConditions(conditionsAnswer({ EpochTime }))).toEqual({
      ...EXPECTED_CONDITIONS,
      observedAtMs,
    });
  });
});

describe('toConditions of AccuWeather: precipitation', () => {
  const summary = conditionsAnswer()[0]['PrecipitationSummary'] as object;

  it('is PastHour of the summary, not its Precipitation', () => {
    expect(fallen({ Precip1hr: null })).toBe(1.2);
  });

  it.each([[null], [undefined], [{}], [inBothSystems(null, null)], ['1.2 mm']])(
    'is Precip1hr when PastHour is %j',
    (pastHour) => {
      expect(fallen({ PrecipitationSummary: { ...summary, PastHour: pastHour } })).toBe(1.3);
    },
  );

  it.each([[null], [undefined], [[]], ['']])('is Precip1hr when the summary is %j', (given) => {
    expect(fallen({ PrecipitationSummary: given })).toBe(1.3);
  });

  it('is never Precipitation of the summary', () => {
    expect(
      fallen({ PrecipitationSummary: { ...summary, PastHour: null }, Precip1hr: null }),
    ).toBeNull();
  });

  it('is zero, not unknown, when it is zero', () => {
    const none = inBothSystems(quantity(0, 3), quantity(0, 1));

    expect(fallen({ PrecipitationSummary: { PastHour: none } })).toBe(0);
  });

  it('is converted to millimetres from centimetres and from inches alone', () => {
    const inCm = inBothSystems(quantity(0.3, 4), null);
    const inInches = inBothSystems(null, quantity(0.02, 1));

    expect(fallen({ PrecipitationSummary: { PastHour: inCm } })).toBe(3);
    expect(fallen({ PrecipitationSummary: { PastHour: inInches } })).toBe(0.508);
  });

  it('is unknown below zero', () => {
    expect(
      fallen({ PrecipitationSummary: { PastHour: inBothSystems(quantity(-1, 3), null) } }),
    ).toBeNull();
  });
});

describe('toConditions of AccuWeather: visibility', () => {
  it.each([
    [inBothSystems(quantity(46.7, 6), null), 46_700],
    [inBothSystems(quantity(350, 5), null), 350],
    [inBothSystems(null, quantity(0.25, 2)), 402.336],
    [inBothSystems(quantity(-1, 6), null), null],
  ])('reads %j as %p m', (given, meters) => {
    expect(toConditions(conditionsAnswer({ Visibility: given })).visibilityMeters).toBe(meters);
  });
});

describe('toConditions of AccuWeather: UV index', () => {
  it.each([
    [0, undefined, 0],
    [11, undefined, 11],
    [3, 3.9, 3],
    [null, 3.4, 3],
    [undefined, 3.5, 4],
    ['3', 3.5, 4],
    [2.6, undefined, 3],
    [-1, undefined, null],
    [null, -0.1, 0],
    [-0.1, undefined, 0],
    [null, '3.5', null],
  ])('reads UVIndex %p and UVIndexFloat %p as %p', (UVIndex, UVIndexFloat, expected) => {
    expect(toConditions(conditionsAnswer({ UVIndex, UVIndexFloat })).uvIndex).toBe(expected);
  });
});

describe('toConditions of AccuWeather: a body without an observation', () => {
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
    ['an error object instead of data', { Code: '400', Message: 'Invalid location key' }],
    ['one with every field null', conditionsAnswer(withEveryField(null))],
    ['one with every field missing', conditionsAnswer(withEveryField(undefined))],
    ['one with every field of the wrong type', conditionsAnswer(withEveryField('5'))],
    ['one with every object empty', conditionsAnswer(withEveryField({}))],
  ])('is rejected: %s', (_name, body) => {
    expect(() => toConditions(body)).toThrow(expect.objectContaining({ fault: 'malformed' }));
  });
});
