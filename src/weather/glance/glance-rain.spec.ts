import { describe, expect, it } from '@jest/globals';
import { minutesUntil } from '../datasets/minutely/precipitation-outlook.js';
import { MINUTE_MS } from '../durations.js';
import { RAIN_IN_12_MINUTES } from '../testing/weather.fixtures.js';
import { rainOf } from './glance-rain.js';

const MIDNIGHT_MS = Date.UTC(2026, 0, 1);
const DAY_MINUTES = 1_440;

const rainAt = (minute: number): unknown =>
  rainOf(RAIN_IN_12_MINUTES, MIDNIGHT_MS + minute * MINUTE_MS);

/** As docs/glance.md tells a watch to count. */
const minutesLeft = (changesAt: number, nowMs: number): number =>
  (((changesAt - Math.floor(nowMs / 60_000)) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;

describe('rainOf', () => {
  it('is the minute in which rain starts, the same from minute to minute', () => {
    expect([rainAt(0), rainAt(5.5), rainAt(11.9)]).toEqual([
      [0, 12],
      [0, 12],
      [0, 12],
    ]);
  });

  it('is the minute in which the rain that falls stops', () => {
    expect([rainAt(12), rainAt(31)]).toEqual([
      [1, 32],
      [1, 32],
    ]);
  });

  it('is a dry hour only when the whole hour is known', () => {
    expect([rainAt(32), rainAt(60), rainAt(61)]).toEqual([[0], [0], undefined]);
  });

  it('distinguishes rain for the whole hour from rain whose end is unknown', () => {
    const [, rain] = RAIN_IN_12_MINUTES.intervals;
    const lasting = (minutes: number): unknown =>
      rainOf(
        {
          ...RAIN_IN_12_MINUTES,
          intervals: [
            { ...rain!, startsAtMs: MIDNIGHT_MS, endsAtMs: MIDNIGHT_MS + minutes * MINUTE_MS },
          ],
        },
        MIDNIGHT_MS,
      );
    expect([lasting(60), lasting(59)]).toEqual([[1], [1, null]]);
  });

  it('is undefined without a forecast', () => {
    expect(rainOf(null, MIDNIGHT_MS)).toBeUndefined();
  });

  it('lets a watch count down across midnight in UTC', () => {
    const nowMs = MIDNIGHT_MS - 5.5 * MINUTE_MS;
    const dry = { type: 'none', millimetersPerHour: 0 } as const;
    const startsAtMs = MIDNIGHT_MS + 12 * MINUTE_MS;
    const intervals = [
      { ...dry, startsAtMs: nowMs - MINUTE_MS, endsAtMs: startsAtMs },
      RAIN_IN_12_MINUTES.intervals[1]!,
    ];
    const rain = rainOf({ ...RAIN_IN_12_MINUTES, intervals }, nowMs);

    expect(rain).toEqual([0, 12]);
    expect(minutesLeft(rain?.[1] ?? NaN, nowMs)).toBe(minutesUntil(startsAtMs, nowMs));
    expect(minutesLeft(rain?.[1] ?? NaN, nowMs)).toBe(18);
  });
});
