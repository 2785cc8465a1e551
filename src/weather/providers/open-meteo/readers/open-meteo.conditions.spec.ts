import { describe, expect, it } from '@jest/globals';
import {
  CURRENT,
  NEW_YEAR_SECONDS,
  EXPECTED_CONDITIONS,
  answer,
  block,
  conditionsAnswer,
} from '../testing/open-meteo.fixtures.js';
import { CONDITIONS_PARAMETERS, toConditions } from './open-meteo.conditions.js';

/** Each field, its variable, the same value in every possible unit, and the expected result. */
const FIELDS: readonly (readonly [string, string, Readonly<Record<string, number>>, number])[] = [
  ['temperatureCelsius', 'temperature_2m', { '°C': 7.5, '°F': 45.5 }, 7.5],
  ['feelsLikeCelsius', 'apparent_temperature', { '°C': -4, '°F': 24.8 }, -4],
  ['dewPointCelsius', 'dew_point_2m', { '°C': 5, '°F': 41 }, 5],
  ['humidityPercent', 'relative_humidity_2m', { '%': 91 }, 91],
  ['cloudCoverPercent', 'cloud_cover', { '%': 37 }, 37],
  ['windKilometersPerHour', 'wind_speed_10m', { 'km/h': 18, 'm/s': 5 }, 18],
  ['gustKilometersPerHour', 'wind_gusts_10m', { 'km/h': 37.04, kn: 20 }, 37.04],
  ['windFromDegrees', 'wind_direction_10m', { '°': 225 }, 225],
  ['pressureHectopascals', 'pressure_msl', { hPa: 1_013.2 }, 1_013.2],
  ['visibilityMeters', 'visibility', { m: 457.2, ft: 1_500 }, 457.2],
  ['uvIndex', 'uv_index', { '': 3.2 }, 3],
];

const readWith = (changes: object, units: object): Readonly<Record<string, unknown>> => {
  const { hourly, hourly_units } = conditionsAnswer();
  const current = block('current', { ...CURRENT, ...changes }, { ...units });
  return { ...toConditions(answer(current, { hourly, hourly_units })) };
};

const fallen = (minute: number, precipitation: readonly unknown[]): number | null => {
  const time = NEW_YEAR_SECONDS + minute * 60;
  return toConditions(conditionsAnswer({ time }, { precipitation }))
    .precipitationPastHourMillimeters;
};

const fallenIn = (unit: unknown): number | null => {
  const { current, current_units, hourly } = conditionsAnswer();
  const hours = block('hourly', hourly as object as Record<string, unknown>, {
    precipitation: unit,
  });
  return toConditions(answer({ current, current_units }, hours)).precipitationPastHourMillimeters;
};

describe('toConditions of Open-Meteo', () => {
  it('reads each field from its variable', () => {
    expect(toConditions(conditionsAnswer())).toEqual(EXPECTED_CONDITIONS);
  });

  it('has parameters for everything it reads', () => {
    const requested = CONDITIONS_PARAMETERS.current.split(',');

    expect(requested.toSorted()).toEqual(
      ['weather_code', 'is_day', ...FIELDS.map(([, variable]) => variable)].toSorted(),
    );
  });

  it.each(FIELDS)(
    'reads %s from %s in each unit, %j, as %p',
    (field, variable, values, expected) => {
      for (const [unit, value] of Object.entries(values)) {
        expect(readWith({ [variable]: value }, { [variable]: unit })).toMatchObject({
          [field]: expected,
        });
      }
    },
  );

  it.each(FIELDS)('leaves only %s unknown when %s has an unknown unit', (field, variable) => {
    for (const unit of ['undefined', 'furlong', '', null, undefined]) {
      if (field === 'uvIndex' && unit === '') continue;
      expect(readWith({}, { [variable]: unit })).toEqual({ ...EXPECTED_CONDITIONS, [field]: null });
    }
  });

  it.each(FIELDS)('leaves only %s unknown when %s is unreadable', (field, variable) => {
    for (const value of [null, undefined, '7', {}, [], [7], true]) {
      expect(readWith({ [variable]: value }, {})).toEqual({
        ...EXPECTED_CONDITIONS,
        [field]: null,
      });
    }
  });

  it('distinguishes day from night', () => {
    expect(toConditions(conditionsAnswer({ is_day: 1 })).isDay).toBe(true);
    expect(toConditions(conditionsAnswer({ is_day: null })).isDay).toBeNull();
  });

  it('derives the kind of precipitation from the weather code', () => {
    expect(toConditions(conditionsAnswer({ weather_code: 73 }))).toMatchObject({
      condition: 'snow',
      precipitationKind: 'snow',
    });
    expect(toConditions(conditionsAnswer({ weather_code: 4 }))).toMatchObject({
      condition: 'unknown',
      precipitationKind: null,
    });
    expect(toConditions(conditionsAnswer({ weather_code: null }))).toMatchObject({
      condition: null,
      precipitationKind: null,
    });
  });

  it('accepts an unreadable observation time', () => {
    for (const time of [null, '2026-01-01T00:15', -5]) {
      expect(toConditions(conditionsAnswer({ time }))).toEqual({
        ...EXPECTED_CONDITIONS,
        observedAtMs: null,
        precipitationPastHourMillimeters: null,
      });
    }
  });

  it('reads a list of one', () => {
    expect(toConditions([conditionsAnswer()])).toEqual(EXPECTED_CONDITIONS);
  });

  it('ignores fields that were added later', () => {
    expect(toConditions({ ...conditionsAnswer({ later: 1 }), later: {} })).toEqual(
      EXPECTED_CONDITIONS,
    );
  });
});

describe('toConditions of Open-Meteo: precipitation of the past hour', () => {
  it.each([
    [0, 0.8],
    [15, 1],
    [30, 1.2],
    [45, 1.4],
  ])(
    'at %d minutes past is weighted between the last and the current hour: %d mm',
    (minute, expected) => {
      expect(fallen(minute, [0.8, 1.6])).toBe(expected);
    },
  );

  it('is zero for zero and positive for drizzle', () => {
    expect(fallen(15, [0, 0])).toBe(0);
    expect(fallen(45, [0.1, 0.1])).toBe(0.1);
  });

  it.each([[[null, 1.6]], [[0.8, null]], [[0.8]], [[]], [['0.8', '1.6']], [[-1, 1]]])(
    'is unknown from %j',
    (precipitation) => {
      expect(fallen(15, precipitation)).toBeNull();
    },
  );

  it('is converted to millimetres, and unknown without a unit', () => {
    expect(fallenIn('inch')).toBe(25.4);
    expect(fallenIn('undefined')).toBeNull();
  });

  it('is found by its time, not by its index in the list', () => {
    const times = [3, 1, 0, 2].map((hour) => NEW_YEAR_SECONDS + hour * 3_600);
    const hours = { time: times, precipitation: [9, 1.6, 0.8, 9] };

    expect(toConditions(conditionsAnswer({}, hours)).precipitationPastHourMillimeters).toBe(1);
  });

  it('is not the 15-minute sum beside it', () => {
    expect(toConditions(conditionsAnswer({ precipitation: 0.25 }))).toEqual(EXPECTED_CONDITIONS);
  });
});

describe('toConditions of Open-Meteo: a body without conditions', () => {
  const nulls = Object.fromEntries(Object.keys(CURRENT).map((name) => [name, null]));

  it.each([
    ['null', null],
    ['nothing', undefined],
    ['true', true],
    ['text', 'text'],
    ['a number', 42],
    ['an empty list', []],
    ['the answer for two places', [conditionsAnswer(), conditionsAnswer()]],
    ['a list of a list', [[conditionsAnswer()]]],
    ['an empty object', {}],
    ['an error object instead of data', { error: true, reason: 'Oops' }],
    ['an answer without variables', answer()],
    ['blocks that are lists', { ...conditionsAnswer(), current: [], hourly: [] }],
    ['no units', { ...conditionsAnswer(), current_units: undefined, hourly_units: null }],
    ['one with every value null', conditionsAnswer(nulls, { precipitation: [null, null] })],
  ])('is rejected: %s', (_name, body) => {
    expect(() => toConditions(body)).toThrow(expect.objectContaining({ fault: 'malformed' }));
  });
});
