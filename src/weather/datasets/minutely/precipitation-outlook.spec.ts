import { describe, expect, it } from '@jest/globals';
import type { IntervalType, MinutelyForecast } from './minutely-forecast.js';
import { minutesUntil, outlookAt } from './precipitation-outlook.js';

const NOON_MS = Date.UTC(2026, 0, 1, 12);
const at = (minute: number): number => NOON_MS + minute * 60_000;

type Part = readonly [fromMinute: number, toMinute: number, type: IntervalType];

function forecastOf(...parts: readonly Part[]): MinutelyForecast {
  const intervals = parts.map(([from, to, type]) => ({
    startsAtMs: at(from),
    endsAtMs: at(to),
    type,
    millimetersPerHour: null,
  }));
  return { isCovered: true, resolutionMinutes: 1, intervals };
}

const RAIN_FROM_12_TO_32 = forecastOf([0, 12, 'none'], [12, 32, 'rain'], [32, 120, 'none']);

describe('outlookAt', () => {
  it('names the first precipitation of the hour, its start and its end', () => {
    expect(outlookAt(RAIN_FROM_12_TO_32, NOON_MS)).toEqual({
      status: 'expected',
      type: 'rain',
      startsAtMs: at(12),
      stopsAtMs: at(32),
    });
  });

  it('counts from the current minute as time passes, down to one', () => {
    const minutesLeft = [0, 42, 60, 11 * 60 + 59].map((second) => {
      const nowMs = NOON_MS + second * 1_000;
      const { startsAtMs } = outlookAt(RAIN_FROM_12_TO_32, nowMs);
      return minutesUntil(startsAtMs ?? 0, nowMs);
    });
    expect(minutesLeft).toEqual([12, 12, 11, 1]);
  });

  it.each([
    ['before', 11, 'expected'],
    ['at the start of', 12, 'falling'],
    ['in the last minute of', 31, 'falling'],
    ['at the end of', 32, 'none'],
  ])('%s the rain is %s', (_when, minute, status) => {
    expect(outlookAt(RAIN_FROM_12_TO_32, at(minute)).status).toBe(status);
  });

  it('says when precipitation stops that falls now', () => {
    expect(outlookAt(forecastOf([0, 20, 'snow'], [20, 120, 'none']), NOON_MS)).toEqual({
      status: 'falling',
      type: 'snow',
      startsAtMs: null,
      stopsAtMs: at(20),
      fillsTheHour: false,
    });
  });

  it('does not stop where one type turns into another', () => {
    const outlook = outlookAt(
      forecastOf([0, 10, 'rain'], [10, 40, 'snow'], [40, 90, 'none']),
      NOON_MS,
    );
    expect(outlook).toMatchObject({ status: 'falling', type: 'rain', stopsAtMs: at(40) });
  });

  it('does not stop within the hour when it stops after it', () => {
    const falling = outlookAt(forecastOf([0, 61, 'rain'], [61, 120, 'none']), NOON_MS);
    expect(falling).toMatchObject({ status: 'falling', stopsAtMs: null, fillsTheHour: true });

    const expected = outlookAt(forecastOf([0, 50, 'none'], [50, 120, 'rain']), NOON_MS);
    expect(expected).toMatchObject({ status: 'expected', stopsAtMs: null });
  });

  it('does not know when precipitation stops after the forecast ends', () => {
    expect(outlookAt(forecastOf([0, 30, 'rain']), NOON_MS)).toMatchObject({
      status: 'falling',
      stopsAtMs: null,
      fillsTheHour: false,
    });
  });

  it('ignores precipitation after the hour', () => {
    expect(outlookAt(forecastOf([0, 60, 'none'], [60, 90, 'rain']), NOON_MS).status).toBe('none');
  });

  it.each([
    ['is missing', null],
    ['has no minutes', forecastOf()],
    ['has ended', forecastOf([-90, 0, 'none'])],
    ['starts in the future', forecastOf([5, 90, 'none'])],
    ['is dry as far as it goes, which is less than the hour', forecastOf([0, 59, 'none'])],
    ['is dry, but with a gap', forecastOf([0, 20, 'none'], [21, 120, 'none'])],
    ['has rain after a gap', forecastOf([0, 20, 'none'], [21, 120, 'rain'])],
  ])('is unknown, not dry, when the forecast %s', (_what, forecast) => {
    expect(outlookAt(forecast, NOON_MS)).toEqual({
      status: 'unknown',
      type: null,
      startsAtMs: null,
      stopsAtMs: null,
    });
  });

  it('allows for a clock of the provider that is two minutes ahead', () => {
    expect(outlookAt(forecastOf([2, 90, 'rain']), NOON_MS).status).toBe('falling');
    expect(outlookAt(forecastOf([3, 90, 'rain']), NOON_MS).status).toBe('unknown');
  });
});
