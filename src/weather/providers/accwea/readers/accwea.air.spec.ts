import { describe, expect, it } from '@jest/globals';
import { UNKNOWN_AIR_QUALITY } from '../../../datasets/daily/air/air-quality.js';
import { UNKNOWN_POLLEN } from '../../../datasets/daily/air/pollen.js';
import type { ForecastDay } from '../../../datasets/daily/daily-forecast.js';
import { NONSENSE } from '../../../testing/with-value-at.js';
import type { Fields } from '../testing/accwea.fixtures.js';
import { EXPECTED_DAY, dailyAnswer, dayAnswer } from '../testing/forecast.fixtures.js';
import { toDailyForecast } from './accwea.daily.js';

type Known = boolean | null;

/** The days of a forecast with these items of `AirAndPollen`, at a place that is known to have them or not. */
function daysOf(items: readonly Fields[][], has: Known = true): readonly ForecastDay[] {
  const days = items.map((AirAndPollen, index) =>
    dayAnswer({ Date: `2026-01-0${index + 1}T07:00:00+01:00`, AirAndPollen }),
  );
  return toDailyForecast(dailyAnswer(days), { hasAirQuality: has, hasPollen: has }).days;
}

const air = (Value: unknown, CategoryValue: unknown, Category = 'Good'): Fields => ({
  Name: 'AirQuality',
  Value,
  Category,
  CategoryValue,
  Type: 'Ozone',
});
const pollen = (Name: string, Value: unknown, CategoryValue: unknown = 1): Fields => ({
  Name,
  Value,
  Category: 'Low',
  CategoryValue,
});
const ZEROS = ['Grass', 'Mold', 'Ragweed', 'Tree'].map((name) => pollen(name, 0));

describe('the air quality of AccuWeather', () => {
  it.each([
    [1, 'good'],
    [2, 'moderate'],
    [3, 'unhealthy-for-sensitive-groups'],
    [4, 'unhealthy'],
    [5, 'very-unhealthy'],
    [6, 'hazardous'],
    [7, 'unknown'],
    [0, null],
    [-1, null],
    [1.5, null],
    ['1', null],
    [null, null],
  ])('has for the category number %p the category %p', (number, category) => {
    expect(daysOf([[air(61, number)]])[0]).toMatchObject({
      airQualityCategory: category,
      airQualityIndex: 61,
    });
  });

  it.each(['Unhealthy (Sensitive)', 'Хорошая', ''])(
    'follows the category number, not the text "%s"',
    (text) => {
      expect(daysOf([[air(0, 1, text)]])[0]?.airQualityCategory).toBe('good');
    },
  );

  it.each([
    ['a place without it', false],
    ['a place of which that is not known', null],
  ])('is unknown, not good, where it is 0 at %s', (_what, has) => {
    expect(daysOf([[air(0, 1)]], has)[0]).toMatchObject(UNKNOWN_AIR_QUALITY);
    expect(daysOf([[air(0, 1, 'Unhealthy (Sensitive)')]], has)[0]).toMatchObject(
      UNKNOWN_AIR_QUALITY,
    );
    expect(daysOf([[air(null, 1)]], has)[0]).toMatchObject(UNKNOWN_AIR_QUALITY);
  });

  it.each([true, false, null])(
    'has an index above 0 wherever it is (known to be there: %p)',
    (has) => {
      expect(daysOf([[air(23, 1)]], has)[0]).toMatchObject({
        airQualityCategory: 'good',
        airQualityIndex: 23,
      });
    },
  );

  it('may be 0 at a place that has it', () => {
    expect(daysOf([[air(0, 1)]])[0]).toMatchObject({
      airQualityCategory: 'good',
      airQualityIndex: 0,
    });
  });
});

describe('the pollen of AccuWeather', () => {
  it.each([
    [1, 'low'],
    [2, 'moderate'],
    [3, 'high'],
    [4, 'very-high'],
    [5, 'extreme'],
    [6, 'unknown'],
    [0, null],
    ['2', null],
  ])('has for the category number %p the category %p', (number, category) => {
    expect(daysOf([[pollen('Grass', 9, number)]])[0]).toMatchObject({
      grassPollenCategory: category,
      grassPollenPerCubicMeter: 9,
    });
  });

  it.each([true, false, null])(
    'is unknown, not low, where every amount on every day is 0 (known to be there: %p)',
    (has) => {
      for (const day of daysOf([ZEROS, ZEROS], has)) expect(day).toMatchObject(UNKNOWN_POLLEN);
    },
  );

  it.each([true, null])(
    'has its zeros where one kind on one day is above 0 (known to be there: %p)',
    (has) => {
      const [first, second] = daysOf([ZEROS, [...ZEROS.slice(1), pollen('Grass', 3)]], has);
      const zeros = {
        treePollenCategory: 'low',
        treePollenPerCubicMeter: 0,
        moldSporesCategory: 'low',
        moldSporesPerCubicMeter: 0,
      };
      expect(first).toMatchObject({ grassPollenPerCubicMeter: 0, ...zeros });
      expect(second).toMatchObject({ grassPollenPerCubicMeter: 3, ...zeros });
    },
  );

  it('is unknown at a place without it, whatever the amounts', () => {
    expect(daysOf([[pollen('Tree', 34, 2)]], false)[0]).toMatchObject(UNKNOWN_POLLEN);
  });

  it('is unknown for a kind that is not listed', () => {
    expect(daysOf([[pollen('Tree', 34, 2)]])[0]).toMatchObject({
      ...UNKNOWN_POLLEN,
      treePollenCategory: 'moderate',
      treePollenPerCubicMeter: 34,
    });
  });
});

it('an unreadable AirAndPollen leaves air quality and pollen unknown, and the rest of the day unchanged', () => {
  for (const AirAndPollen of NONSENSE) {
    const body = dailyAnswer([dayAnswer({ AirAndPollen })]);
    const { days } = toDailyForecast(body, { hasAirQuality: true, hasPollen: true });
    expect(days).toEqual([{ ...EXPECTED_DAY, ...UNKNOWN_AIR_QUALITY, ...UNKNOWN_POLLEN }]);
  }
});
