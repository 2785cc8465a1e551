import { describe, expect, it } from '@jest/globals';
import {
  NEW_YEAR_SECONDS,
  PARIS_DAYS,
  answer,
  block,
  dailyAnswer,
  type Days,
} from '../testing/open-meteo.fixtures.js';
import { UNKNOWN_AIR_QUALITY } from '../../../datasets/daily/air/air-quality.js';
import { UNKNOWN_POLLEN } from '../../../datasets/daily/air/pollen.js';
import { UNKNOWN_MOON } from '../../../datasets/daily/moon/moon.js';
import type { ForecastDay } from '../../../datasets/daily/daily-forecast.js';
import { DAILY_PARAMETERS, toDailyForecast } from './open-meteo.daily.js';

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;

/** Each field, its variable, a unit, a value in it, and the expected result. */
const FIELDS: readonly (readonly [keyof ForecastDay, string, string, number, number])[] = [
  ['lowestCelsius', 'temperature_2m_min', '°F', 14, -10],
  ['highestCelsius', 'temperature_2m_max', '°F', 50, 10],
  ['precipitationProbabilityPercent', 'precipitation_probability_max', '%', 77, 77],
  ['precipitationMillimeters', 'precipitation_sum', 'inch', 1, 25.4],
  ['snowCentimeters', 'snowfall_sum', 'inch', 1, 2.54],
  ['windKilometersPerHour', 'wind_speed_10m_max', 'm/s', 10, 36],
  ['gustKilometersPerHour', 'wind_gusts_10m_max', 'kn', 10, 18.52],
  ['windFromDegrees', 'wind_direction_10m_dominant', '°', 359, 359],
  ['uvIndex', 'uv_index_max', '', 4.5, 5],
];

const everyRow = (value: unknown): unknown[] => Array.from({ length: 10 }, () => value);
const daysIn = (body: unknown): readonly ForecastDay[] => toDailyForecast(body).days;
const datesOf = (days: Days): string[] => daysIn(dailyAnswer(days)).map(({ date }) => date);
const inUnit = (variable: string, value: unknown, unit: unknown): unknown => {
  const { daily } = dailyAnswer(PARIS_DAYS, { [variable]: everyRow(value) });
  const head = { utc_offset_seconds: HOUR_SECONDS, timezone: 'Europe/Paris' };
  return answer(head, block('daily', daily as Record<string, unknown>, { [variable]: unit }));
};

const threeDaysFrom = (startSeconds: number, utcOffsetSeconds: number, timezone: string): Days => ({
  startSeconds,
  utcOffsetSeconds,
  timezone,
  count: 3,
});

const at = (...utc: [number, number, number, number, number?]): number => Date.UTC(...utc) / 1000;

const sunOf = (sunrise: unknown, sunset: unknown): Partial<ForecastDay> => {
  const [day] = daysIn(dailyAnswer(PARIS_DAYS, { sunrise: [sunrise], sunset: [sunset] }));
  return { sunriseAtMs: day?.sunriseAtMs ?? null, sunsetAtMs: day?.sunsetAtMs ?? null };
};

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}

describe('toDailyForecast of Open-Meteo', () => {
  it('returns the local days of the place and its time zone', () => {
    const { days, timeZone } = toDailyForecast(dailyAnswer());

    expect(days.map(({ date }) => date)).toEqual(
      Array.from({ length: 10 }, (_, day) => `2026-01-${String(day + 1).padStart(2, '0')}`),
    );
    expect(timeZone).toBe('Europe/Paris');
  });

  it('requests no variable that servers of before 2026 do not know', () => {
    expect(DAILY_PARAMETERS.daily).not.toMatch(/moon|pollen|aqi/);
  });

  it('reads each field from its variable', () => {
    expect(daysIn(dailyAnswer())[3]).toEqual({
      date: '2026-01-04',
      condition: 'rain',
      nightCondition: null,
      lowestCelsius: 1,
      highestCelsius: 9,
      precipitationProbabilityPercent: 83,
      precipitationMillimeters: 0.3,
      snowCentimeters: 0.03,
      windKilometersPerHour: 28,
      gustKilometersPerHour: 53,
      windFromDegrees: 233,
      uvIndex: 4,
      sunriseAtMs: Date.UTC(2026, 0, 4, 7, 42),
      sunsetAtMs: Date.UTC(2026, 0, 4, 16, 3),
      sunshineHours: null,
      ...UNKNOWN_AIR_QUALITY,
      ...UNKNOWN_POLLEN,
      ...UNKNOWN_MOON,
    });
  });

  it('has parameters for everything it reads', () => {
    expect(DAILY_PARAMETERS.daily.split(',').toSorted()).toEqual(
      ['weather_code', 'sunrise', 'sunset', ...FIELDS.map(([, variable]) => variable)].toSorted(),
    );
  });

  it.each(FIELDS)(
    'reads %s from %s in "%s", %p, as %p',
    (field, variable, unit, given, expected) => {
      for (const day of daysIn(inUnit(variable, given, unit))) {
        expect(day).toMatchObject({ [field]: expected });
      }
    },
  );

  it.each(FIELDS)('leaves only %s unknown when %s has an unknown unit', (field, variable) => {
    const usual = daysIn(dailyAnswer());
    for (const unit of ['undefined', 'furlong', null]) {
      const days = daysIn(inUnit(variable, 1, unit));
      expect(days).toEqual(usual.map((day) => ({ ...day, [field]: null })));
    }
  });

  it('omits a day that contains only sun times', () => {
    const names = ['weather_code', ...FIELDS.map(([, variable]) => variable)];
    const { daily } = dailyAnswer() as { daily: Record<string, unknown[]> };
    const withoutValues = Object.fromEntries(
      names.map((name) => [name, daily[name]?.with(9, null)]),
    );

    expect(daysIn(dailyAnswer(PARIS_DAYS, withoutValues))).toHaveLength(9);
  });

  it('reads an unlisted weather code as unknown and a missing one as null', () => {
    const codes = everyRow(63).with(0, 4).with(1, null);
    const days = daysIn(dailyAnswer(PARIS_DAYS, { weather_code: codes }));

    expect(days.slice(0, 3).map(({ condition }) => condition)).toEqual(['unknown', null, 'rain']);
  });

  it.each([[null], [undefined], [''], [7], ['Mars/Olympus']])(
    'has the UTC offset as its zone where the name is %j',
    (timezone) => {
      const answer = { ...dailyAnswer(), timezone };
      expect(toDailyForecast(answer).timeZone).toBe('+01:00');
      expect(toDailyForecast({ ...answer, utc_offset_seconds: -12_600 }).timeZone).toBe('-03:30');
    },
  );
});

/**
 * The vendor cuts days of 24 hours by the offset of the moment of the answer: after a change of the
 * clocks they begin an hour early or late by the clock, and still are the days that they are called.
 */
describe('toDailyForecast of Open-Meteo: date', () => {
  it.each([
    ['Pacific/Auckland', 13, at(2025, 11, 31, 11), ['2026-01-01', '2026-01-02', '2026-01-03']],
    ['Pacific/Kiritimati', 14, at(2025, 11, 31, 10), ['2026-01-01', '2026-01-02', '2026-01-03']],
    ['America/Los_Angeles', -8, at(2026, 0, 1, 8), ['2026-01-01', '2026-01-02', '2026-01-03']],
    ['Pacific/Pago_Pago', -11, at(2026, 1, 27, 11), ['2026-02-27', '2026-02-28', '2026-03-01']],
    ['Asia/Kathmandu', 5.75, at(2028, 1, 27, 18, 15), ['2028-02-28', '2028-02-29', '2028-03-01']],
    ['America/St_Johns', -3.5, at(2026, 0, 1, 3, 30), ['2026-01-01', '2026-01-02', '2026-01-03']],
    ['Etc/GMT+3', -3, at(2026, 0, 1, 3), ['2026-01-01', '2026-01-02', '2026-01-03']],
    ['GMT', 0, at(2026, 0, 1, 0), ['2026-01-01', '2026-01-02', '2026-01-03']],
  ])('is the local date in %s (UTC%p)', (timezone, offsetHours, startSeconds, dates) => {
    expect(datesOf(threeDaysFrom(startSeconds, offsetHours * HOUR_SECONDS, timezone))).toEqual(
      dates,
    );
  });

  it.each([
    [
      'Europe/Paris',
      'into summer',
      1,
      at(2026, 2, 27, 23),
      ['2026-03-28', '2026-03-29', '2026-03-30'],
    ],
    [
      'Europe/Paris',
      'into winter',
      2,
      at(2026, 9, 23, 22),
      ['2026-10-24', '2026-10-25', '2026-10-26'],
    ],
    [
      'America/Los_Angeles',
      'into summer',
      -8,
      at(2026, 2, 7, 8),
      ['2026-03-07', '2026-03-08', '2026-03-09'],
    ],
    [
      'America/Los_Angeles',
      'into winter',
      -7,
      at(2026, 9, 31, 7),
      ['2026-10-31', '2026-11-01', '2026-11-02'],
    ],
    [
      'Pacific/Auckland',
      'into summer',
      12,
      at(2026, 8, 25, 12),
      ['2026-09-26', '2026-09-27', '2026-09-28'],
    ],
    [
      'Pacific/Auckland',
      'into winter',
      13,
      at(2026, 3, 3, 11),
      ['2026-04-04', '2026-04-05', '2026-04-06'],
    ],
  ])(
    'stays correct in %s when the clocks change %s',
    (timezone, _change, offsetHours, startSeconds, dates) => {
      expect(datesOf(threeDaysFrom(startSeconds, offsetHours * HOUR_SECONDS, timezone))).toEqual(
        dates,
      );
    },
  );

  it.each([
    [
      'into summer',
      1,
      [at(2026, 2, 28, 23), at(2026, 2, 29, 22), at(2026, 2, 30, 22)],
      '2026-03-29',
    ],
    [
      'into winter',
      2,
      [at(2026, 9, 24, 22), at(2026, 9, 25, 23), at(2026, 9, 26, 23)],
      '2026-10-25',
    ],
  ])(
    'would stay correct if days began at local midnight when the clocks change %s',
    (_change, offsetHours, time, first) => {
      const days = { ...PARIS_DAYS, utcOffsetSeconds: offsetHours * HOUR_SECONDS, count: 3 };
      const dates = daysIn(dailyAnswer(days, { time })).map(({ date }) => date);

      expect(dates).toEqual([0, 1, 2].map((day) => dayAfter(first, day)));
    },
  );
});

describe('toDailyForecast of Open-Meteo: sunrise and sunset', () => {
  const midnight = PARIS_DAYS.startSeconds;

  it.each([
    ['in polar night', midnight, midnight],
    ['in polar day', midnight, midnight + DAY_SECONDS],
    ['where an older release returned 1970', 0, 0],
    ['when they are missing', null, null],
    ['when they are text', '2026-01-01T07:42', '2026-01-01T16:03'],
  ])('are null %s', (_name, sunrise, sunset) => {
    expect(sunOf(sunrise, sunset)).toEqual({ sunriseAtMs: null, sunsetAtMs: null });
  });

  it('are read independently of each other', () => {
    expect(sunOf(NEW_YEAR_SECONDS, null)).toEqual({
      sunriseAtMs: NEW_YEAR_SECONDS * 1000,
      sunsetAtMs: null,
    });
  });
});

describe('toDailyForecast of Open-Meteo: a body without a forecast', () => {
  it.each([
    ['null', null],
    ['an empty list', []],
    ['the answers for two places', [dailyAnswer(), dailyAnswer()]],
    ['an answer without variables', answer()],
    ['times as text', dailyAnswer(PARIS_DAYS, { time: everyRow('2026-01-01') })],
    ['no UTC offset', { ...dailyAnswer(), utc_offset_seconds: null }],
    ['a UTC offset as text', { ...dailyAnswer(), utc_offset_seconds: '3600' }],
    ['a UTC offset of days', { ...dailyAnswer(), utc_offset_seconds: 1e12 }],
  ])('is rejected: %s', (_name, body) => {
    expect(() => toDailyForecast(body)).toThrow(expect.objectContaining({ fault: 'malformed' }));
  });
});
