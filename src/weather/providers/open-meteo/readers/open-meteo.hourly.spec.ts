import { describe, expect, it } from '@jest/globals';
import { NEW_YEAR_SECONDS, answer, block, hourlyAnswer } from '../testing/open-meteo.fixtures.js';
import type { ForecastHour } from '../../../datasets/hourly/hourly-forecast.js';
import { HOURLY_PARAMETERS, toHourlyForecast } from './open-meteo.hourly.js';

const HOUR_MS = 3_600_000;

/** Each field, its variable, a unit, a value in it, and the expected result. */
const FIELDS: readonly (readonly [keyof ForecastHour, string, string, number, number])[] = [
  ['temperatureCelsius', 'temperature_2m', '°F', 50, 10],
  ['feelsLikeCelsius', 'apparent_temperature', '°F', 14, -10],
  ['humidityPercent', 'relative_humidity_2m', '%', 55, 55],
  ['cloudCoverPercent', 'cloud_cover', '%', 66, 66],
  ['windKilometersPerHour', 'wind_speed_10m', 'm/s', 10, 36],
  ['gustKilometersPerHour', 'wind_gusts_10m', 'mp/h', 100, 160.9344],
  ['windFromDegrees', 'wind_direction_10m', '°', 359, 359],
  ['visibilityMeters', 'visibility', 'ft', 10, 3.048],
  ['precipitationProbabilityPercent', 'precipitation_probability', '%', 77, 77],
  ['precipitationMillimeters', 'precipitation', 'inch', 1, 25.4],
  ['snowCentimeters', 'snowfall', 'inch', 1, 2.54],
  ['uvIndex', 'uv_index', '', 4.5, 5],
];

const everyRow = (value: unknown): unknown[] => Array.from({ length: 25 }, () => value);
const hoursIn = (body: unknown): readonly ForecastHour[] => toHourlyForecast(body).hours;

describe('toHourlyForecast of Open-Meteo', () => {
  it('returns 24 hours starting with the current one', () => {
    const hours = hoursIn(hourlyAnswer());

    expect(hours.map(({ startsAtMs }) => startsAtMs)).toEqual(
      Array.from({ length: 24 }, (_, hour) => NEW_YEAR_SECONDS * 1000 + hour * HOUR_MS),
    );
  });

  it('reads sums, maxima and means from the row at the end of the hour, and the rest from its start', () => {
    expect(hoursIn(hourlyAnswer())[9]).toEqual({
      startsAtMs: NEW_YEAR_SECONDS * 1000 + 9 * HOUR_MS,
      condition: 'overcast',
      isDay: true,
      temperatureCelsius: 5.9,
      feelsLikeCelsius: 2.9,
      humidityPercent: 69,
      cloudCoverPercent: 79,
      windKilometersPerHour: 19,
      windFromDegrees: 209,
      visibilityMeters: 9_009,
      gustKilometersPerHour: 40,
      precipitationProbabilityPercent: 10,
      precipitationMillimeters: 1,
      snowCentimeters: 0.1,
      uvIndex: 10,
    });
  });

  it('has parameters for everything it reads and one additional row', () => {
    expect(HOURLY_PARAMETERS.hourly.split(',').toSorted()).toEqual(
      ['weather_code', 'is_day', ...FIELDS.map(([, variable]) => variable)].toSorted(),
    );
    expect(HOURLY_PARAMETERS.forecast_hours).toBe('25');
  });

  it.each(FIELDS)(
    'reads %s from %s in "%s", %p, as %p',
    (field, variable, unit, given, expected) => {
      const body = hourlyAnswer({ [variable]: everyRow(given) }, { [variable]: unit });

      for (const hour of hoursIn(body)) expect(hour).toMatchObject({ [field]: expected });
    },
  );

  it.each(FIELDS)('leaves only %s unknown when %s has an unknown unit', (field, variable) => {
    const usual = hoursIn(hourlyAnswer());
    for (const unit of ['undefined', 'furlong', null]) {
      const hours = hoursIn(hourlyAnswer({}, { [variable]: unit }));
      expect(hours).toEqual(usual.map((hour) => ({ ...hour, [field]: null })));
    }
  });

  it.each(FIELDS)('leaves only %s unknown when %s is unreadable', (field, variable) => {
    const usual = hoursIn(hourlyAnswer());
    for (const list of [everyRow(null), everyRow('7'), everyRow({}), [], undefined, null, 7, {}]) {
      const hours = hoursIn(hourlyAnswer({ [variable]: list }));
      expect(hours).toEqual(usual.map((hour) => ({ ...hour, [field]: null })));
    }
  });

  it('keeps a null in the middle of a list', () => {
    const temperatures = everyRow(5).with(3, null);
    const hours = hoursIn(hourlyAnswer({ temperature_2m: temperatures }));

    expect(hours.slice(2, 5).map((hour) => hour.temperatureCelsius)).toEqual([5, null, 5]);
  });

  it('pairs rows by time in any order', () => {
    const { hourly, hourly_units } = hourlyAnswer();
    const reversed = Object.fromEntries(
      Object.entries(hourly as Record<string, unknown[]>).map(([name, list]) => [
        name,
        list.toReversed(),
      ]),
    );

    expect(hoursIn(answer({ hourly: reversed, hourly_units }))).toEqual(hoursIn(hourlyAnswer()));
  });

  it('omits a row without a time and does not use another row as its end', () => {
    const { time } = hourlyAnswer()['hourly'] as { time: number[] };
    const hours = hoursIn(hourlyAnswer({ time: time.with(5, NaN) }));

    expect(hours).toHaveLength(24);
    expect(hours[4]).toMatchObject({ temperatureCelsius: 5.4, precipitationMillimeters: null });
    expect(hours[5]).toMatchObject({ temperatureCelsius: 5.6, precipitationMillimeters: 0.7 });
  });

  it('accepts fewer hours than requested', () => {
    const { time } = hourlyAnswer()['hourly'] as { time: number[] };
    const hours = hoursIn(hourlyAnswer({ time: time.slice(0, 3) }));

    expect(hours).toHaveLength(3);
    expect(hours[2]).toMatchObject({ temperatureCelsius: 5.2, precipitationMillimeters: null });
  });
});

describe('toHourlyForecast of Open-Meteo: a body without a forecast', () => {
  const names = Object.keys(hourlyAnswer()['hourly'] as object).filter((name) => name !== 'time');
  const nulls = Object.fromEntries(names.map((name) => [name, everyRow(null)]));

  it.each([
    ['null', null],
    ['an empty list', []],
    ['the answers for two places', [hourlyAnswer(), hourlyAnswer()]],
    ['an answer without variables', answer()],
    ['no rows', answer(block('hourly', { time: [] }))],
    ['times alone', answer(block('hourly', { time: [NEW_YEAR_SECONDS] }))],
    ['times as text', hourlyAnswer({ time: everyRow('2026-01-01T00:00') })],
    ['times in another unit', hourlyAnswer({}, { time: 'iso8601' })],
    ['times that are not a list', hourlyAnswer({ time: NEW_YEAR_SECONDS })],
    ['one with every value null', hourlyAnswer(nulls)],
  ])('is rejected: %s', (_name, body) => {
    expect(() => toHourlyForecast(body)).toThrow(expect.objectContaining({ fault: 'malformed' }));
  });
});
