import { describe, expect, it } from '@jest/globals';
import { moonAt, moonTimes } from './moon.js';

const DAY_MS = 86_400_000;
const YEAR = Array.from({ length: 365 }, (_, day) => Date.UTC(2026, 0, 1) + day * DAY_MS);

describe('the moon', () => {
  it('is full when calendars say so', () => {
    expect(moonAt(Date.UTC(2026, 7, 28, 4)).phase).toBe('Full');
    expect(moonAt(Date.UTC(2026, 7, 12, 18)).phase).toBe('New');
  });

  it('rises within the day, or not at all about once a month', () => {
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
