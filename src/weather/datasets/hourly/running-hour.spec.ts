import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { RAINY_HOURS } from '../../testing/weather.fixtures.js';
import type { HourlyForecast } from './hourly-forecast.js';
import { withRunningHour } from './running-hour.js';

const at = (time: string): number => Date.parse(`2026-01-01T${time}Z`);

/** A forecast that names itself in its temperatures. */
function forecast(from: string, count: number, temperatureCelsius: number): HourlyForecast {
  const [hour] = RAINY_HOURS.hours;
  return {
    hours: Array.from({ length: count }, (_, index) => ({
      ...hour!,
      startsAtMs: at(from) + index * 3_600_000,
      temperatureCelsius,
    })),
  };
}

const shown = ({ hours }: HourlyForecast): string[] =>
  hours.map(
    ({ startsAtMs, temperatureCelsius }) =>
      `${new Date(startsAtMs).toISOString().slice(11, 16)} ${temperatureCelsius}`,
  );

describe('withRunningHour', () => {
  const OLD = forecast('09:00:00', 24, 1);
  const NEXT_FULL_HOUR = forecast('12:00:00', 2, 2);

  it.each([
    ['within an hour', '11:30:00', ['11:00 1', '12:00 2', '13:00 2']],
    ['a millisecond before the full hour', '11:59:59.999', ['11:00 1', '12:00 2', '13:00 2']],
    ['at the full hour', '12:00:00', ['12:00 2', '13:00 2']],
    ['after the full hour', '12:00:01', ['12:00 2', '13:00 2']],
    ['when two hours are missing', '10:15:00', ['10:00 1', '11:00 1', '12:00 2', '13:00 2']],
  ])('starts a forecast with the running hour: %s', (_when, now, hours) => {
    expect(shown(withRunningHour(NEXT_FULL_HOUR, OLD, at(now)))).toEqual(hours);
  });

  it('does not add an hour that would leave a gap', () => {
    const ended = forecast('09:00:00', 2, 1);

    expect(withRunningHour(NEXT_FULL_HOUR, ended, at('10:30:00'))).toBe(NEXT_FULL_HOUR);
  });

  it('does not add an hour of another grid, as when a place gets an offset of a half-hour', () => {
    const shifted = forecast('09:30:00', 24, 1);

    expect(withRunningHour(NEXT_FULL_HOUR, shifted, at('11:30:00'))).toBe(NEXT_FULL_HOUR);
  });

  it('works where full local hours are at a quarter past in UTC', () => {
    const [old, loaded] = [forecast('09:15:00', 24, 1), forecast('12:15:00', 1, 2)];

    expect(shown(withRunningHour(loaded, old, at('12:14:59')))).toEqual(['11:15 1', '12:15 2']);
  });

  it('keeps a forecast that starts with the running hour', () => {
    const running = forecast('11:00:00', 24, 2);

    expect(withRunningHour(running, OLD, at('11:30:00'))).toBe(running);
  });

  it('has at most 24 hours', () => {
    const { hours } = withRunningHour(forecast('12:00:00', 24, 2), OLD, at('11:30:00'));

    expect(hours).toHaveLength(24);
    expect(hours.at(0)).toMatchObject({ startsAtMs: at('11:00:00'), temperatureCelsius: 1 });
    expect(hours.at(-1)).toMatchObject({ temperatureCelsius: 2 });
  });

  it('keeps the hours ordered and without a gap, whatever the time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 * 86_400_000 }), fc.nat(30), (afterMs, count) => {
        const { hours } = withRunningHour(
          forecast('12:00:00', 24, 2),
          forecast('00:00:00', count, 1),
          at('00:00:00') + afterMs,
        );
        hours.forEach(({ startsAtMs }, index) => {
          expect(startsAtMs).toBe(hours[0]!.startsAtMs + index * 3_600_000);
        });
      }),
    );
  });
});
