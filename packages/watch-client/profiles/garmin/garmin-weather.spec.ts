import { describe, expect, it } from '@jest/globals';
import { CONDITIONS } from '../../conditions/conditions.js';
import { IMPERIAL_CONDITIONS, METRIC, UNKNOWN } from '../../testing/weather-bodies.js';
import { GARMIN_CONDITION_NUMBERS, garminConditionNumber } from './garmin-condition.js';
import { garminWeather } from './garmin-weather.js';

const NEW_YEAR_SECONDS = Date.UTC(2026, 0, 1) / 1_000;

describe('the weather for Garmin', () => {
  it('has the current conditions in °C, m/s, Pa and m', () => {
    expect(garminWeather(METRIC).currentConditions).toEqual({
      cloudCover: 100,
      condition: 3,
      dewPoint: 6,
      feelsLikeTemperature: 4,
      highTemperature: 8.1,
      lowTemperature: 2.5,
      observationLocationName: 'Paris 08',
      observationTime: NEW_YEAR_SECONDS,
      precipitationChance: 70,
      pressure: 100_850,
      relativeHumidity: 91,
      temperature: 7.5,
      uvIndex: 0,
      visibility: 9_700,
      windBearing: 225,
      windSpeed: 5,
    });
  });

  it('is converted from imperial units', () => {
    const { currentConditions } = garminWeather({ conditions: IMPERIAL_CONDITIONS });

    expect(currentConditions).toMatchObject({
      temperature: 7.5,
      feelsLikeTemperature: 4,
      dewPoint: 6,
      windSpeed: 5.01,
      pressure: 100_846.66,
      visibility: 9_656.06,
    });
  });

  it('has hours, and days whose time is the sunrise', () => {
    const { hourlyForecast, dailyForecast } = garminWeather(METRIC);

    expect(hourlyForecast).toEqual([
      {
        cloudCover: 10,
        condition: 0,
        forecastTime: NEW_YEAR_SECONDS,
        precipitationChance: 70,
        relativeHumidity: 88,
        temperature: 5.4,
        uvIndex: 0,
        windBearing: 90,
        windSpeed: 10,
      },
    ]);
    expect(dailyForecast).toEqual([
      {
        condition: 23,
        forecastTime: Date.UTC(2026, 0, 1, 7, 44) / 1_000,
        highTemperature: 8.1,
        lowTemperature: 2.5,
        precipitationChance: 80,
      },
    ]);
  });

  it('has no forecast without its body', () => {
    expect(garminWeather({ conditions: METRIC.conditions })).toMatchObject({
      currentConditions: { highTemperature: null, precipitationChance: null },
      hourlyForecast: null,
      dailyForecast: null,
    });
  });

  it('has null, not 0, for what is not known', () => {
    const { currentConditions, hourlyForecast, dailyForecast } = garminWeather(UNKNOWN);
    const { condition, observationLocationName, ...values } = currentConditions;

    expect(condition).toBe(53);
    expect(observationLocationName).toBe('Paris 08');
    expect(new Set(Object.values(values))).toEqual(new Set([null]));
    expect(hourlyForecast).toMatchObject([{ condition: 53, temperature: null }]);
    expect(dailyForecast).toMatchObject([{ condition: 53, forecastTime: null }]);
  });
});

describe('a condition for Garmin', () => {
  it.each(CONDITIONS)('%s has a number of the platform', (condition) => {
    const numbers = Object.values<number>(GARMIN_CONDITION_NUMBERS);

    expect(numbers).toContain(garminConditionNumber(condition));
  });

  it.each(['unknown', 'hot', 'cold', 'tornado', null])('is 53, unknown, for %p', (condition) => {
    expect(garminConditionNumber(condition)).toBe(53);
  });
});
