import { describe, expect, it } from '@jest/globals';
import { minutelyAnswer, NEW_YEAR_SECONDS } from '../testing/open-meteo.fixtures.js';
import { MINUTELY_PARAMETERS, toMinutelyForecast } from './open-meteo.minutely.js';

const QUARTER_MS = 900_000;
const tenOf = (value: unknown): unknown[] => Array.from({ length: 10 }, () => value);
const first = (changes: Readonly<Record<string, unknown>>, units = {}) => {
  const lists = Object.entries(changes).map(([name, value]) => [name, tenOf(value)]);
  const [interval] = toMinutelyForecast(
    minutelyAnswer(Object.fromEntries(lists) as Record<string, unknown>, units),
  ).intervals;
  return [interval?.type, interval?.millimetersPerHour];
};

describe('toMinutelyForecast of Open-Meteo', () => {
  it('reads a row as the quarter of an hour that ends at it, and its sum as a rate', () => {
    const { isCovered, resolutionMinutes, intervals } = toMinutelyForecast(minutelyAnswer());

    expect({ isCovered, resolutionMinutes }).toEqual({ isCovered: true, resolutionMinutes: 15 });
    expect(intervals.slice(0, 4).map((one) => [one.type, one.millimetersPerHour])).toEqual([
      ['none', 0],
      ['rain', 1.2],
      ['rain', 0.2],
      ['none', 0],
    ]);
    expect(intervals[1]).toMatchObject({
      startsAtMs: NEW_YEAR_SECONDS * 1_000,
      endsAtMs: NEW_YEAR_SECONDS * 1_000 + QUARTER_MS,
    });
  });

  it('asks for two hours from any minute of the current quarter on', () => {
    expect(MINUTELY_PARAMETERS).toEqual({
      minutely_15: 'precipitation,rain,showers,snowfall,weather_code',
      forecast_minutely_15: '10',
    });
  });

  it.each([
    ['rain', { precipitation: 0.5, rain: 0.5 }, ['rain', 2]],
    ['showers', { precipitation: 0.5, rain: 0, showers: 0.5 }, ['rain', 2]],
    ['snow', { precipitation: 0.5, rain: 0, snowfall: 0.35 }, ['snow', 2]],
    ['snow and rain', { precipitation: 0.5, rain: 0.2, snowfall: 0.2 }, ['mixed', 2]],
    ['freezing rain', { precipitation: 0.5, rain: 0.5, weather_code: 66 }, ['ice', 2]],
    ['an amount with a code only', { precipitation: 0.5, rain: 0, weather_code: 71 }, ['snow', 2]],
    ['an amount without a kind', { precipitation: 0.5, rain: 0 }, ['precipitation', 2]],
    [
      'a rainy code without an amount',
      { precipitation: 0, rain: 0, weather_code: 61 },
      ['none', 0],
    ],
  ] as const)('reads %s', (_what, changes, expected) => {
    expect(first(changes)).toEqual(expected);
  });

  it('does not call snow of which the water is rounded away dry, nor its rate 0', () => {
    expect(first({ precipitation: 0, rain: 0, snowfall: 0.01 })).toEqual(['snow', null]);
  });

  it.each([null, -0.1, -3_276.8, 'rain', 1e308])('omits a step with the amount %p', (amount) => {
    const precipitation = [0, amount, ...tenOf(0).slice(2)];
    const { intervals } = toMinutelyForecast(minutelyAnswer({ precipitation }));

    expect(intervals).toHaveLength(9);
    expect(intervals[1]?.startsAtMs).toBe(NEW_YEAR_SECONDS * 1_000 + QUARTER_MS);
  });

  it('reads amounts in inches', () => {
    const [type, rate] = first(
      { precipitation: 0.01, rain: 0.01 },
      { precipitation: 'inch', rain: 'inch' },
    );
    expect([type, rate]).toEqual(['rain', 1.016]);
  });

  it.each([[{}], [[]], [minutelyAnswer({ precipitation: tenOf(null) })]])(
    'is malformed without an amount',
    (body) => {
      expect(() => toMinutelyForecast(body)).toThrow();
    },
  );
});
