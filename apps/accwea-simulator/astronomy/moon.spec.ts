import { describe, expect, it } from '@jest/globals';
import { moonAt, moonTimes } from './moon.js';

const DAY_MS = 86_400_000;
const YEAR = Array.from({ length: 365 }, (_, day) => Date.UTC(2026, 0, 1) + day * DAY_MS);

describe('the moon', () => {
  it('has the phases of the calendar', () => {
    expect(moonAt(Date.UTC(2026, 7, 28, 4)).phase).toBe('Full');
    expect(moonAt(Date.UTC(2026, 7, 12, 18)).phase).toBe('New');
  });

  it('has at most one rise per day, and none about once a month', () => {
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
