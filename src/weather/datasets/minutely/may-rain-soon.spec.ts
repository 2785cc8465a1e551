import { describe, expect, it } from '@jest/globals';
import { withNulls } from '../../testing/reading.fixtures.js';
import { RAINY_HOURS } from '../../testing/weather.fixtures.js';
import type { ForecastHour, HourlyForecast } from '../hourly/hourly-forecast.js';
import { mayRainSoon } from './may-rain-soon.js';

const NEW_YEAR_MS = Date.UTC(2026, 0, 1);
const HOUR_MS = 3_600_000;

/** Hours of which only these have values; those before and after are clear. */
function hoursWith(changes: Readonly<Record<number, Partial<ForecastHour>>>): HourlyForecast {
  const hours = RAINY_HOURS.hours.map((hour, index) => ({
    ...withNulls(hour, ['startsAtMs']),
    ...changes[index],
  }));
  return { hours };
}

describe('mayRainSoon', () => {
  it.each([
    ['30 % probability', { precipitationProbabilityPercent: 30 }, true],
    ['29 % probability', { precipitationProbabilityPercent: 29 }, false],
    ['0.1 mm', { precipitationMillimeters: 0.1 }, true],
    ['0.09 mm', { precipitationMillimeters: 0.09 }, false],
    ['snow', { condition: 'snow' }, true],
    ['a clear sky', { condition: 'clear' }, false],
    ['nothing known', {}, false],
    ['a rainy sky at 10 %', { condition: 'showers', precipitationProbabilityPercent: 10 }, true],
  ] as const)('for an hour with %s is %p', (_what, hour, expected) => {
    expect(mayRainSoon(hoursWith({ 0: hour }), NEW_YEAR_MS)).toBe(expected);
  });

  it.each([
    ['the running hour', 0, 0.5, true],
    ['the next hour', 1, 0.5, true],
    ['the hour that starts in an hour', 1, 0, false],
    ['the hour after the next', 2, 0.5, false],
    ['an hour that has passed', 0, 1, false],
  ])('considers %s', (_what, wetHour, nowHour, expected) => {
    const hourly = hoursWith({ [wetHour]: { precipitationProbabilityPercent: 90 } });
    expect(mayRainSoon(hourly, NEW_YEAR_MS + nowHour * HOUR_MS)).toBe(expected);
  });

  it('is false when the record has no hour that is left', () => {
    expect(mayRainSoon(RAINY_HOURS, NEW_YEAR_MS + 24 * HOUR_MS)).toBe(false);
  });
});
