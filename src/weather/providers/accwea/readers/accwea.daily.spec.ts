import { describe, expect, it } from '@jest/globals';
import type { ForecastDay } from '../../../datasets/daily/daily-forecast.js';
import { toDailyForecast as toDailyForecastAt } from './accwea.daily.js';
import { quantity, windDirection, type Fields } from '../testing/accwea.fixtures.js';
import {
  EXPECTED_DAY,
  dailyAnswer,
  dayAnswer,
  halfDayAnswer,
} from '../testing/forecast.fixtures.js';
import { VILLAGE } from '../../../testing/weather.fixtures.js';
import { NONSENSE, withValueAt, type Path } from '../../../testing/with-value-at.js';

const toDailyForecast = (body: unknown) => toDailyForecastAt(body, VILLAGE);

const dayOf = (changes: Fields): ForecastDay | undefined =>
  toDailyForecast(dailyAnswer([dayAnswer(changes)])).days[0];

const halves = (day: Fields, night: Fields): Fields => ({
  Day: halfDayAnswer(day),
  Night: halfDayAnswer(night),
});

const uv = (Value: unknown): Fields => ({ AirAndPollen: [{ Name: 'UVIndex', Value }] });

const datesOf = (days: readonly unknown[]): string[] =>
  toDailyForecast(dailyAnswer(days)).days.map(({ date }) => date);

describe('toDailyForecast of AccuWeather', () => {
  it('reads a list of days without a time zone', () => {
    expect(toDailyForecast(dailyAnswer())).toEqual({ days: [EXPECTED_DAY], timeZone: null });
  });

  it('sorts the days by date', () => {
    const days = ['2026-01-03', '2025-12-31', '2026-01-01'].map((day) =>
      dayAnswer({ Date: `${day}T07:00:00+01:00` }),
    );

    expect(datesOf(days)).toEqual(['2025-12-31', '2026-01-01', '2026-01-03']);
  });
});

describe('toDailyForecast of AccuWeather: date', () => {
  it.each([
    // The offset stays that of the time of issue across both clock changes.
    ['2026-03-29T07:00:00+01:00', '2026-03-29'],
    ['2026-10-25T07:00:00+02:00', '2026-10-25'],
    // As instants these lie in the UTC day before, or after.
    ['2026-01-01T07:00:00+14:00', '2026-01-01'],
    ['2026-04-05T07:00:00+13:00', '2026-04-05'],
    ['2026-01-01T23:00:00-10:00', '2026-01-01'],
    ['2028-02-29T07:00:00Z', '2028-02-29'],
    ['2026-01-01', '2026-01-01'],
  ])('reads %s as %s', (date, day) => {
    expect(dayOf({ Date: date })?.date).toBe(day);
  });
});

describe('toDailyForecast of AccuWeather: day and night combined', () => {
  it('have the higher probability', () => {
    const [low, high] = [{ PrecipitationProbability: 5 }, { PrecipitationProbability: 60 }];

    expect(dayOf(halves(low, high))?.precipitationProbabilityPercent).toBe(60);
    expect(dayOf(halves(high, low))?.precipitationProbabilityPercent).toBe(60);
  });

  it.each([
    [quantity(0.1, 3), quantity(0.2, 3), 0.3],
    [quantity(0, 3), quantity(0, 3), 0],
    [quantity(0.1, 1), quantity(1, 3), 3.54],
    [null, quantity(0.2, 3), 0.2],
    [quantity(0.1, 3), undefined, 0.1],
    [quantity(-1, 3), quantity(0.2, 3), null],
    [quantity(-0.01, 3), quantity(0.2, 3), 0.2],
    [null, quantity(5, 99), null],
  ])('have the sum of the water: %j and %j', (day, night, millimeters) => {
    expect(
      dayOf(halves({ TotalLiquid: day }, { TotalLiquid: night }))?.precipitationMillimeters,
    ).toBe(millimeters);
  });

  it.each([
    ['centimetres', quantity(1.1, 4), quantity(2.2, 4), 3.3],
    ['inches', quantity(1, 1), quantity(0.5, 1), 3.81],
    ['millimetres', quantity(3, 3), quantity(4, 3), 0.7],
    ['centimetres by day alone', quantity(1.1, 4), null, 1.1],
  ])('have the sum of the snow in %s', (_unit, day, night, centimeters) => {
    expect(dayOf(halves({ Snow: day }, { Snow: night }))?.snowCentimeters).toBe(centimeters);
  });

  it('have the stronger wind and gust, with the wind direction of the day', () => {
    const calm = { Wind: { Speed: quantity(4, 7), Direction: windDirection(90) } };
    const storm = {
      Wind: { Speed: quantity(70, 7), Direction: windDirection(270) },
      WindGust: { Speed: quantity(120, 7), Direction: windDirection(280) },
    };

    expect(dayOf(halves(calm, storm))).toMatchObject({
      windKilometersPerHour: 70,
      gustKilometersPerHour: 120,
      windFromDegrees: 90,
    });
  });

  it.each(['Night', 'Day'])('are read from one half when %s is missing', (missing) => {
    const day = dayOf({ [missing]: null });

    expect(day?.precipitationMillimeters).toBe(missing === 'Night' ? 6.3 : 0.1);
    expect(day?.windKilometersPerHour).toBe(missing === 'Night' ? 25.9 : 9.3);
    expect(day?.[missing === 'Night' ? 'nightCondition' : 'condition']).toBeNull();
  });

  it('are read from imperial units', () => {
    const half = {
      Wind: { Speed: quantity(10, 9), Direction: windDirection(0) },
      WindGust: { Speed: quantity(30, 9), Direction: windDirection(0) },
      TotalLiquid: quantity(0.25, 1),
      Snow: quantity(1.5, 1),
    };
    const Temperature = { Minimum: quantity(14, 18), Maximum: quantity(32, 18) };

    expect(dayOf({ Temperature, ...halves(half, half) })).toMatchObject({
      lowestCelsius: -10,
      highestCelsius: 0,
      windKilometersPerHour: 16.09344,
      gustKilometersPerHour: 48.28032,
      precipitationMillimeters: 12.7,
      snowCentimeters: 7.62,
    });
  });
});

describe('toDailyForecast of AccuWeather: UV index', () => {
  const Day = halfDayAnswer({ UVIndexFloat: { Minimum: 0, Maximum: 7.6 } });

  it.each([
    ['AirAndPollen', uv(8), 8],
    ['AirAndPollen, also in polar night', uv(0), 0],
    ['the day’s half when AirAndPollen is null', { AirAndPollen: null }, 8],
    [
      'the day’s half when the index is not listed',
      { AirAndPollen: [{ Name: 'Tree', Value: 3 }] },
      8,
    ],
    ['the day’s half when the listed one is text', uv('8'), 8],
  ])('comes from %s', (_name, changes, expected) => {
    expect(dayOf({ ...changes, Day })?.uvIndex).toBe(expected);
  });
});

it.each([
  [0, 0],
  [14.7, 14.7],
  [24, 24],
  [24.1, 24],
  [-0.1, 0],
  [25, null],
  [-1, null],
  ['2', null],
])('toDailyForecast of AccuWeather reads %p hours of sun as %p', (HoursOfSun, hours) => {
  expect(dayOf({ HoursOfSun })?.sunshineHours).toBe(hours);
});

describe('toDailyForecast of AccuWeather: sunrise and sunset', () => {
  it.each([
    ['nulls', { Rise: null, EpochRise: null, Set: null, EpochSet: null }],
    ['no fields', {}],
    ['null', null],
    ['zeros', { EpochRise: 0, EpochSet: 0 }],
  ])('are null in polar day and polar night: %s', (_name, Sun) => {
    expect(dayOf({ Sun })).toEqual({ ...EXPECTED_DAY, sunriseAtMs: null, sunsetAtMs: null });
  });

  it('may include a sunrise without a sunset', () => {
    expect(dayOf({ Sun: { EpochRise: 1_767_253_500, EpochSet: null } })).toMatchObject({
      sunriseAtMs: EXPECTED_DAY.sunriseAtMs,
      sunsetAtMs: null,
    });
  });
});

it('toDailyForecast of AccuWeather reads temperatures and conditions of a day without details', () => {
  const { Date: date, Temperature } = dayAnswer();

  expect(
    dayOf({
      Sun: undefined,
      Moon: undefined,
      AirAndPollen: undefined,
      HoursOfSun: undefined,
      Day: { Icon: 11 },
      Night: { Icon: 99 },
    }),
  ).toEqual({
    ...Object.fromEntries(Object.keys(EXPECTED_DAY).map((field) => [field, null])),
    date: EXPECTED_DAY.date,
    condition: 'fog',
    nightCondition: 'unknown',
    lowestCelsius: -3.3,
    highestCelsius: 4.5,
  });
  expect(toDailyForecast(dailyAnswer([{ Date: date, Temperature }])).days).toHaveLength(1);
});

/** The source path of each field, and the value that remains without it. */
const READ_AT: readonly [keyof ForecastDay, Path, number | null][] = [
  ['condition', ['Day', 'Icon'], null],
  ['nightCondition', ['Night', 'Icon'], null],
  ['lowestCelsius', ['Temperature', 'Minimum'], null],
  ['lowestCelsius', ['Temperature', 'Minimum', 'Value'], null],
  ['highestCelsius', ['Temperature', 'Maximum'], null],
  ['highestCelsius', ['Temperature', 'Maximum', 'UnitType'], null],
  ['precipitationMillimeters', ['Day', 'TotalLiquid', 'UnitType'], null],
  ['windFromDegrees', ['Day', 'Wind', 'Direction'], null],
  ['windFromDegrees', ['Day', 'Wind', 'Direction', 'Degrees'], null],
  ['uvIndex', ['AirAndPollen', 1, 'Value'], 1],
  ['sunriseAtMs', ['Sun', 'EpochRise'], null],
  ['sunsetAtMs', ['Sun', 'EpochSet'], null],
  ['sunshineHours', ['HoursOfSun'], null],
  ['airQualityIndex', ['AirAndPollen', 0, 'Value'], null],
  ['airQualityCategory', ['AirAndPollen', 0, 'CategoryValue'], null],
  ['grassPollenPerCubicMeter', ['AirAndPollen', 2, 'Value'], null],
  ['grassPollenCategory', ['AirAndPollen', 2, 'CategoryValue'], null],
  ['moldSporesPerCubicMeter', ['AirAndPollen', 3, 'Value'], null],
  ['moldSporesCategory', ['AirAndPollen', 3, 'CategoryValue'], null],
  ['ragweedPollenPerCubicMeter', ['AirAndPollen', 4, 'Value'], null],
  ['ragweedPollenCategory', ['AirAndPollen', 4, 'CategoryValue'], null],
  ['treePollenPerCubicMeter', ['AirAndPollen', 5, 'Value'], null],
  ['treePollenCategory', ['AirAndPollen', 5, 'CategoryValue'], null],
  ['moonPhase', ['Moon', 'Phase'], null],
  ['moonAgeDays', ['Moon', 'Age'], null],
  ['moonriseAtMs', ['Moon', 'EpochRise'], null],
  ['moonsetAtMs', ['Moon', 'EpochSet'], null],
];

/** The value of the other half. */
const OF_BOTH_HALVES: readonly [keyof ForecastDay, Path, number][] = [
  ['precipitationProbabilityPercent', ['Day', 'PrecipitationProbability'], 12],
  ['precipitationMillimeters', ['Day', 'TotalLiquid'], 0.1],
  ['snowCentimeters', ['Day', 'Snow'], 0.1],
  ['windKilometersPerHour', ['Day', 'Wind', 'Speed'], 9.3],
  ['gustKilometersPerHour', ['Night', 'WindGust', 'Speed'], 48.2],
];

it.each(OF_BOTH_HALVES)(
  'toDailyForecast of AccuWeather reads %s from the other half where %j is missing, but not where it is unreadable',
  (field, path, left) => {
    for (const value of [...NONSENSE, true]) {
      const isMissing = value === null || value === undefined;
      expect(toDailyForecast(dailyAnswer([withValueAt(dayAnswer(), path, value)])).days).toEqual([
        { ...EXPECTED_DAY, [field]: isMissing ? left : null },
      ]);
    }
  },
);

describe('toDailyForecast of AccuWeather: an unreadable field', () => {
  it.each(READ_AT)(
    'reduces %s to what remains and leaves the others unchanged: %j',
    (field, path, left) => {
      for (const value of [...NONSENSE, true]) {
        expect(toDailyForecast(dailyAnswer([withValueAt(dayAnswer(), path, value)])).days).toEqual([
          { ...EXPECTED_DAY, [field]: left },
        ]);
      }
    },
  );
});

describe('toDailyForecast of AccuWeather: an unreadable day', () => {
  it.each([
    ['is null', null],
    ['is text', 'day'],
    ['is a list', [dayAnswer()]],
    ['is empty', {}],
    ['has no date', dayAnswer({ Date: null })],
    ['has an instant for a date', dayAnswer({ Date: 1_767_247_200 })],
    ['has words for a date', dayAnswer({ Date: 'Thursday, 1 January' })],
    ['has half a date', dayAnswer({ Date: '2026-01T07:00:00+01:00' })],
    ['has a date that is in no calendar', dayAnswer({ Date: '2026-02-30T07:00:00+01:00' })],
    ['has a date in month 13', dayAnswer({ Date: '2026-13-01T07:00:00+01:00' })],
    ['has nothing but a date', { Date: '2026-01-01T07:00:00+01:00', Day: {}, Night: null }],
    ['has nothing but a moon', { Date: '2026-01-01T07:00:00+01:00', Moon: dayAnswer()['Moon'] }],
  ])('is omitted when it %s', (_name, day) => {
    expect(toDailyForecast(dailyAnswer([day, dayAnswer()])).days).toEqual([EXPECTED_DAY]);
    expect(() => toDailyForecast(dailyAnswer([day]))).toThrow(
      expect.objectContaining({ fault: 'malformed' }),
    );
  });
});

describe('toDailyForecast of AccuWeather: a body without a day', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['true', true],
    ['text', 'text'],
    ['a number', 7],
    ['an empty list', []],
    ['days without their object', [dayAnswer()]],
    ['an empty object', {}],
    ['an object of no days', dailyAnswer([])],
    ['null for days', { DailyForecasts: null }],
    ['an object for days', { DailyForecasts: dayAnswer() }],
    ['an error object instead of data', { Code: '400', Message: 'Invalid location key' }],
  ])('is rejected: %s', (_name, body) => {
    expect(() => toDailyForecast(body)).toThrow(expect.objectContaining({ fault: 'malformed' }));
  });
});
