import { describe, expect, it } from '@jest/globals';
import { toHourlyForecast } from './accwea.hourly.js';
import { quantity, windDirection, type Fields } from '../testing/accwea.fixtures.js';
import { EXPECTED_HOUR, hourAnswer, hourlyAnswer } from '../testing/forecast.fixtures.js';
import { NONSENSE, withValueAt, type Path } from '../../../testing/with-value-at.js';

const hourOf = (changes: Fields): unknown => toHourlyForecast([hourAnswer(changes)]).hours[0];

describe('toHourlyForecast of AccuWeather', () => {
  it('reads a list of hours', () => {
    expect(toHourlyForecast([hourAnswer()])).toEqual({ hours: [EXPECTED_HOUR] });
  });

  it.each([24, 12, 1])('reads all %d hours of the response', (count) => {
    const { hours } = toHourlyForecast(hourlyAnswer(count));

    expect(hours.map(({ startsAtMs }) => startsAtMs)).toEqual(
      Array.from({ length: count }, (_, hour) => EXPECTED_HOUR.startsAtMs + hour * 3_600_000),
    );
  });

  it('sorts the hours by instant', () => {
    expect(toHourlyForecast(hourlyAnswer(24).toReversed())).toEqual(
      toHourlyForecast(hourlyAnswer(24)),
    );
  });

  it('returns an hour for each instant of the night when the clock goes back', () => {
    const night = [
      hourAnswer({ DateTime: '2026-10-25T02:00:00+02:00', EpochDateTime: 1_792_886_400 }),
      hourAnswer({ DateTime: '2026-10-25T02:00:00+01:00', EpochDateTime: 1_792_890_000 }),
    ];

    expect(toHourlyForecast(night).hours.map(({ startsAtMs }) => startsAtMs)).toEqual([
      Date.parse('2026-10-25T02:00:00+02:00'),
      Date.parse('2026-10-25T02:00:00+01:00'),
    ]);
  });
});

describe('toHourlyForecast of AccuWeather: an hour', () => {
  it('is read without details', () => {
    const { EpochDateTime, WeatherIcon, IsDaylight, Temperature, PrecipitationProbability } =
      hourAnswer();
    const [hour] = toHourlyForecast([
      { EpochDateTime, WeatherIcon, IsDaylight, Temperature, PrecipitationProbability },
    ]).hours;

    expect(hour).toEqual({
      ...Object.fromEntries(Object.keys(EXPECTED_HOUR).map((field) => [field, null])),
      startsAtMs: EXPECTED_HOUR.startsAtMs,
      condition: 'snow',
      isDay: false,
      temperatureCelsius: -2.5,
      precipitationProbabilityPercent: 76,
    });
  });

  it('has zero precipitation when it is dry', () => {
    const {
      PrecipitationType: _,
      PrecipitationIntensity: __,
      ...dry
    } = hourAnswer({
      WeatherIcon: 33,
      HasPrecipitation: false,
      PrecipitationProbability: 0,
      TotalLiquid: quantity(0, 3),
      Snow: quantity(0, 4),
    });

    expect(toHourlyForecast([dry]).hours[0]).toEqual({
      ...EXPECTED_HOUR,
      condition: 'clear',
      precipitationProbabilityPercent: 0,
      precipitationMillimeters: 0,
      snowCentimeters: 0,
    });
  });

  it('has the code and the visibility of fog, also given in metres', () => {
    expect(hourOf({ WeatherIcon: 11, Visibility: quantity(150, 5) })).toMatchObject({
      condition: 'fog',
      visibilityMeters: 150,
    });
  });

  it('has an unknown condition for an unknown icon', () => {
    expect(hourOf({ WeatherIcon: 99 })).toEqual({ ...EXPECTED_HOUR, condition: 'unknown' });
  });

  it('is read from imperial units', () => {
    const imperial = {
      Temperature: quantity(27, 18),
      RealFeelTemperature: quantity(14, 18),
      Wind: { Speed: quantity(10, 9), Direction: windDirection(338) },
      WindGust: { Speed: quantity(20, 9) },
      Visibility: quantity(2, 2),
      TotalLiquid: quantity(0.04, 1),
      Snow: quantity(0.5, 1),
    };

    expect(hourOf(imperial)).toEqual({
      ...EXPECTED_HOUR,
      temperatureCelsius: expect.closeTo(-2.7778, 4),
      feelsLikeCelsius: -10,
      windKilometersPerHour: 16.09344,
      gustKilometersPerHour: 32.18688,
      visibilityMeters: 3218.688,
      precipitationMillimeters: 1.016,
      snowCentimeters: 1.27,
    });
  });

  it('falls back to RealFeel in the shade for the feels-like temperature', () => {
    expect(hourOf({ RealFeelTemperature: null })).toMatchObject({ feelsLikeCelsius: -8.2 });
  });

  it.each([
    [0, 0],
    [359, 359],
    [360, 0],
    [361, 1],
    [-1, 359],
    [999, null],
  ])('reads the wind direction %d as %p', (degrees, expected) => {
    const Wind = { Speed: quantity(5, 7), Direction: windDirection(degrees) };

    expect(hourOf({ Wind })).toMatchObject({ windFromDegrees: expected });
  });

  it.each([
    ['RelativeHumidity', 'humidityPercent'],
    ['CloudCover', 'cloudCoverPercent'],
    ['PrecipitationProbability', 'precipitationProbabilityPercent'],
  ])('clamps %s slightly outside 0 to 100, and leaves it unknown further out', (field, ours) => {
    for (const [given, expected] of [
      [0, 0],
      [100, 100],
      [100.4, 100],
      [102, 100],
      [-1, 0],
      [250, null],
    ]) {
      expect(hourOf({ [field]: given })).toMatchObject({ [ours]: expected });
    }
  });
});

/** The source path of each field. */
const READ_AT: readonly [keyof typeof EXPECTED_HOUR, Path][] = [
  ['condition', ['WeatherIcon']],
  ['isDay', ['IsDaylight']],
  ['temperatureCelsius', ['Temperature']],
  ['temperatureCelsius', ['Temperature', 'Value']],
  ['temperatureCelsius', ['Temperature', 'UnitType']],
  ['humidityPercent', ['RelativeHumidity']],
  ['cloudCoverPercent', ['CloudCover']],
  ['windKilometersPerHour', ['Wind', 'Speed']],
  ['windKilometersPerHour', ['Wind', 'Speed', 'UnitType']],
  ['gustKilometersPerHour', ['WindGust']],
  ['gustKilometersPerHour', ['WindGust', 'Speed']],
  ['windFromDegrees', ['Wind', 'Direction']],
  ['windFromDegrees', ['Wind', 'Direction', 'Degrees']],
  ['visibilityMeters', ['Visibility']],
  ['precipitationProbabilityPercent', ['PrecipitationProbability']],
  ['precipitationMillimeters', ['TotalLiquid']],
  ['snowCentimeters', ['Snow']],
  ['uvIndex', ['UVIndex']],
];

describe('toHourlyForecast of AccuWeather: an unreadable field', () => {
  it.each(READ_AT)('leaves only %s unknown: %j', (field, path) => {
    const wrong = [...NONSENSE, field === 'isDay' ? 1 : true];
    for (const value of wrong) {
      expect(toHourlyForecast([withValueAt(hourAnswer(), path, value)]).hours).toEqual([
        { ...EXPECTED_HOUR, [field]: null },
      ]);
    }
  });

  it('is allowed everywhere except in the instant and one more field', () => {
    const nulls = Object.fromEntries(Object.keys(hourAnswer()).map((field) => [field, null]));
    const { EpochDateTime, CloudCover } = hourAnswer();

    expect(toHourlyForecast([{ ...nulls, EpochDateTime, CloudCover }]).hours).toEqual([
      expect.objectContaining({ cloudCoverPercent: 98, temperatureCelsius: null, uvIndex: null }),
    ]);
  });

  it.each([23, 99, 17, -1, 3.5])('has an unknown or unrelated unit: %d', (unit) => {
    for (const field of ['TotalLiquid', 'Snow', 'Visibility']) {
      expect(() => hourOf({ [field]: quantity(5, unit) })).not.toThrow();
    }
    expect(hourOf({ Snow: quantity(5, unit) })).toEqual({
      ...EXPECTED_HOUR,
      snowCentimeters: null,
    });
  });
});

describe('toHourlyForecast of AccuWeather: an unreadable hour', () => {
  it.each([
    ['is null', null],
    ['is text', 'hour'],
    ['is a list', [hourAnswer()]],
    ['is empty', {}],
    ['has no instant', hourAnswer({ EpochDateTime: undefined })],
    ['has a text for an instant', hourAnswer({ EpochDateTime: '1767225600' })],
    ['has zero for an instant', hourAnswer({ EpochDateTime: 0 })],
    ['has milliseconds for an instant', hourAnswer({ EpochDateTime: 8.65e12 })],
    ['contains only an instant', { EpochDateTime: 1_767_225_600 }],
  ])('is omitted when it %s', (_name, hour) => {
    expect(toHourlyForecast([hour, hourAnswer()])).toEqual({ hours: [EXPECTED_HOUR] });
    expect(() => toHourlyForecast([hour])).toThrow(expect.objectContaining({ fault: 'malformed' }));
  });
});

describe('toHourlyForecast of AccuWeather: a body without an hour', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['true', true],
    ['text', 'text'],
    ['a number', 7],
    ['an empty list', []],
    ['an empty object', {}],
    ['an hour without its list', hourAnswer()],
    ['a daily forecast', { DailyForecasts: [] }],
    ['an error object instead of data', { Code: '400', Message: 'Invalid location key' }],
  ])('is rejected: %s', (_name, body) => {
    expect(() => toHourlyForecast(body)).toThrow(expect.objectContaining({ fault: 'malformed' }));
  });
});
