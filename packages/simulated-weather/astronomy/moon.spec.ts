import { describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS } from '../maths/numbers.js';
import { moonAt, moonTimes } from './moon.js';
import { sunTimes } from './sun.js';

const LIBREVILLE = { latitude: 0.39, longitude: 9.45 };
const YEAR = Array.from({ length: 365 }, (_, day) => Date.UTC(2026, 0, 1) + day * DAY_MS);

describe('the moon', () => {
  it('is full and new at the dates of the almanac', () => {
    expect(moonAt(Date.UTC(2026, 7, 28, 4)).phase).toBe('Full');
    expect(moonAt(Date.UTC(2026, 7, 12, 18)).phase).toBe('New');
  });

  it('rises around sunset and sets around the next sunrise when it is full', () => {
    const dayStartMs = Date.UTC(2026, 7, 27, 22);
    const sun = sunTimes(LIBREVILLE, dayStartMs + DAY_MS / 2);
    const { riseMs = 0, setMs = 0 } = moonTimes(LIBREVILLE, dayStartMs);

    expect(Math.abs(riseMs - (sun?.setMs ?? 0))).toBeLessThan(HOUR_MS);
    expect(Math.abs(setMs - (sun?.riseMs ?? 0) - DAY_MS)).toBeLessThan(HOUR_MS);
  });

  it('sets after it rises, within a day and often on the next calendar day', () => {
    const times = YEAR.map((dayMs) => ({ dayMs, ...moonTimes(LIBREVILLE, dayMs) }));
    const risen = times.filter(({ riseMs }) => riseMs !== undefined);

    for (const { riseMs = NaN, setMs = NaN } of risen) {
      expect(setMs - riseMs).toBeGreaterThan(11 * HOUR_MS);
      expect(setMs - riseMs).toBeLessThan(14 * HOUR_MS);
    }
    const onNextDay = risen.filter(({ dayMs, setMs = dayMs }) => setMs >= dayMs + DAY_MS);
    expect(onNextDay.length).toBeGreaterThan(150);
  });

  it('rises within 24 hours, except about once a month', () => {
    const rises = YEAR.map((dayMs) => ({
      dayMs,
      ...moonTimes({ latitude: 48, longitude: 2 }, dayMs),
    }));
    const missing = rises.filter(({ riseMs }) => riseMs === undefined);

    expect(missing.length).toBeGreaterThan(8);
    expect(missing.length).toBeLessThan(16);
    for (const { dayMs, riseMs = dayMs } of rises) {
      expect(riseMs - dayMs).toBeGreaterThanOrEqual(0);
      expect(riseMs - dayMs).toBeLessThan(DAY_MS);
    }
  });
});
