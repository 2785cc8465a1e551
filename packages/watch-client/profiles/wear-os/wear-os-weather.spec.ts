import { describe, expect, it } from '@jest/globals';
import { CONDITIONS } from '../../conditions/conditions.js';
import { IMPERIAL_CONDITIONS, METRIC, UNKNOWN } from '../../testing/weather-bodies.js';
import {
  WEAR_OS_CONDITION_NUMBERS,
  WEAR_OS_CONDITIONS,
  wearOsConditionNumber,
} from './wear-os-condition.js';
import { wearOsWeather } from './wear-os-weather.js';

describe('the weather for Wear OS', () => {
  it('has the current conditions, rounded to whole numbers as the platform sends them', () => {
    expect(wearOsWeather(METRIC)).toMatchObject({
      'WEATHER.IS_AVAILABLE': true,
      'WEATHER.IS_ERROR': false,
      'WEATHER.CONDITION': 6,
      'WEATHER.CONDITION_NAME': 'Rain',
      'WEATHER.IS_DAY': false,
      'WEATHER.TEMPERATURE': 8,
      'WEATHER.TEMPERATURE_UNIT': 1,
      'WEATHER.DAY_TEMPERATURE_LOW': 3,
      'WEATHER.DAY_TEMPERATURE_HIGH': 8,
      'WEATHER.CHANCE_OF_PRECIPITATION': 70,
      'WEATHER.UV_INDEX': 0,
      'WEATHER.LAST_UPDATED': Date.UTC(2026, 0, 1),
    });
  });

  it('keeps the units of the body and names them', () => {
    expect(wearOsWeather({ conditions: IMPERIAL_CONDITIONS })).toMatchObject({
      'WEATHER.TEMPERATURE': 46,
      'WEATHER.TEMPERATURE_UNIT': 2,
    });
  });

  it('is an error when the weather is stale', () => {
    const conditions = { ...METRIC.conditions, stale: true };

    expect(wearOsWeather({ conditions })).toMatchObject({
      'WEATHER.IS_AVAILABLE': true,
      'WEATHER.IS_ERROR': true,
    });
  });

  it('has hours and days by index, and says which are not available', () => {
    expect(wearOsWeather(METRIC)).toMatchObject({
      'WEATHER.HOURS.0.IS_AVAILABLE': true,
      'WEATHER.HOURS.0.CONDITION': 1,
      'WEATHER.HOURS.0.IS_DAY': false,
      'WEATHER.HOURS.0.TEMPERATURE': 5,
      'WEATHER.HOURS.1.IS_AVAILABLE': false,
      'WEATHER.HOURS.7.IS_AVAILABLE': false,
      'WEATHER.DAYS.0.IS_AVAILABLE': true,
      'WEATHER.DAYS.0.CONDITION_DAY': 8,
      'WEATHER.DAYS.0.CONDITION_NIGHT': 1,
      'WEATHER.DAYS.0.TEMPERATURE_LOW': 3,
      'WEATHER.DAYS.0.TEMPERATURE_HIGH': 8,
      'WEATHER.DAYS.0.CHANCE_OF_PRECIPITATION': 80,
      'WEATHER.DAYS.0.CHANCE_OF_PRECIPITATION_NIGHT': null,
      'WEATHER.DAYS.4.IS_AVAILABLE': false,
    });
  });

  it('uses only data sources of the Watch Face Format', () => {
    for (const name of Object.keys(wearOsWeather(METRIC))) {
      expect(SOURCES).toContain(name.replace(/\.\d\./, '.{index}.'));
    }
  });

  it('has null, not 0, for what is not known', () => {
    const { 'WEATHER.CONDITION': condition, ...values } = wearOsWeather(UNKNOWN);

    expect(condition).toBe(0);
    expect(values).toMatchObject({
      'WEATHER.TEMPERATURE': null,
      'WEATHER.UV_INDEX': null,
      'WEATHER.LAST_UPDATED': null,
      'WEATHER.HOURS.0.TEMPERATURE': null,
      'WEATHER.DAYS.0.TEMPERATURE_LOW': null,
    });
  });
});

describe('a condition for Wear OS', () => {
  it.each(CONDITIONS)('%s has a number of the platform by day and by night', (condition) => {
    const numbers = Object.values<number>(WEAR_OS_CONDITION_NUMBERS);

    expect(numbers).toContain(wearOsConditionNumber(condition, true));
    expect(numbers).toContain(wearOsConditionNumber(condition, false));
    expect(WEAR_OS_CONDITIONS).toHaveProperty(condition);
  });

  it('is sunny by day and clear by night', () => {
    expect(wearOsConditionNumber('clear', true)).toBe(8);
    expect(wearOsConditionNumber('clear', null)).toBe(8);
    expect(wearOsConditionNumber('clear', false)).toBe(1);
  });

  it.each(['unknown', 'hot', 'cold', 'tornado', null])('is 0, unknown, for %p', (condition) => {
    expect(wearOsConditionNumber(condition, true)).toBe(0);
  });
});

/** `sourceType.xsd` of github.com/google/watchface and the page that `wearOsWeather` links to. */
const SOURCES: readonly string[] = [
  'WEATHER.IS_AVAILABLE',
  'WEATHER.IS_ERROR',
  'WEATHER.CONDITION',
  'WEATHER.CONDITION_NAME',
  'WEATHER.IS_DAY',
  'WEATHER.TEMPERATURE',
  'WEATHER.TEMPERATURE_UNIT',
  'WEATHER.DAY_TEMPERATURE_LOW',
  'WEATHER.DAY_TEMPERATURE_HIGH',
  'WEATHER.CHANCE_OF_PRECIPITATION',
  'WEATHER.UV_INDEX',
  'WEATHER.LAST_UPDATED',
  'WEATHER.HOURS.{index}.IS_AVAILABLE',
  'WEATHER.HOURS.{index}.CONDITION',
  'WEATHER.HOURS.{index}.CONDITION_NAME',
  'WEATHER.HOURS.{index}.IS_DAY',
  'WEATHER.HOURS.{index}.TEMPERATURE',
  'WEATHER.HOURS.{index}.UV_INDEX',
  'WEATHER.DAYS.{index}.IS_AVAILABLE',
  'WEATHER.DAYS.{index}.CONDITION_DAY',
  'WEATHER.DAYS.{index}.CONDITION_DAY_NAME',
  'WEATHER.DAYS.{index}.CONDITION_NIGHT',
  'WEATHER.DAYS.{index}.CONDITION_NIGHT_NAME',
  'WEATHER.DAYS.{index}.TEMPERATURE_LOW',
  'WEATHER.DAYS.{index}.TEMPERATURE_HIGH',
  'WEATHER.DAYS.{index}.CHANCE_OF_PRECIPITATION',
  'WEATHER.DAYS.{index}.CHANCE_OF_PRECIPITATION_NIGHT',
  'WEATHER.DAYS.{index}.UV_INDEX',
];
