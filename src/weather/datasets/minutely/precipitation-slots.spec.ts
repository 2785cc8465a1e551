import { describe, expect, it } from '@jest/globals';
import { RAIN_IN_12_MINUTES } from '../../testing/weather.fixtures.js';
import type { IntervalType, MinutelyForecast } from './minutely-forecast.js';
import { slotsAt } from './precipitation-slots.js';

const NEW_YEAR_MS = Date.UTC(2026, 0, 1);
const at = (minute: number): number => NEW_YEAR_MS + minute * 60_000;

type Part = readonly [from: number, to: number, type: IntervalType, rate: number | null];

function forecastOf(...parts: readonly Part[]): MinutelyForecast {
  const intervals = parts.map(([from, to, type, millimetersPerHour]) => ({
    startsAtMs: at(from),
    endsAtMs: at(to),
    type,
    millimetersPerHour,
  }));
  return { isCovered: true, resolutionMinutes: 1, intervals };
}

const dry = ['none', 0] as const;

describe('slotsAt', () => {
  it('has the mean rate of each five minutes of the next hour', () => {
    const slots = slotsAt(RAIN_IN_12_MINUTES, NEW_YEAR_MS);

    expect(slots.map(({ startsAtMs }) => startsAtMs)).toEqual(
      Array.from({ length: 12 }, (_, slot) => at(slot * 5)),
    );
    expect(slots.map(({ type, millimetersPerHour: rate }) => [type, rate])).toEqual([
      dry,
      dry,
      // Three of its five minutes are wet.
      ['rain', expect.closeTo(0.72)],
      ['rain', expect.closeTo(1.2)],
      ['rain', expect.closeTo(1.2)],
      ['rain', expect.closeTo(1.2)],
      ['rain', expect.closeTo(0.48)],
      ...Array.from({ length: 5 }, () => dry),
    ]);
  });

  it('starts with the current minute and leaves out what has passed', () => {
    const [first] = slotsAt(RAIN_IN_12_MINUTES, at(20) + 31_000);
    expect(first).toEqual({
      startsAtMs: at(20),
      type: 'rain',
      millimetersPerHour: expect.closeTo(1.2) as unknown,
    });
  });

  it('has the type that falls longest, and no rate where that of a part is not known', () => {
    const forecast = forecastOf([0, 2, 'rain', 1], [2, 5, 'snow', null], [5, 10, 'none', 0]);
    expect(slotsAt(forecast, NEW_YEAR_MS)).toMatchObject([
      { type: 'snow', millimetersPerHour: null },
      { type: 'none', millimetersPerHour: 0 },
    ]);
  });

  it('ends with the forecast, and knows nothing of a gap', () => {
    const forecast = forecastOf([0, 5, 'rain', 2], [10, 17, 'none', 0]);
    expect(slotsAt(forecast, NEW_YEAR_MS).map(({ type }) => type)).toEqual(['rain', null, 'none']);
  });

  it('is empty when nothing is known of the next hour', () => {
    expect(slotsAt(null, NEW_YEAR_MS)).toEqual([]);
    expect(slotsAt(RAIN_IN_12_MINUTES, at(120))).toEqual([]);
  });
});
